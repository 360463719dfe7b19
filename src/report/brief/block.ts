/** One part of a briefing, in reading order; how it looks is the writer's. */
export type Block =
  | {
      readonly kind: 'title' | 'subtitle' | 'section' | 'part' | 'paragraph' | 'caption' | 'legend' | 'note';
      readonly text: string;
    }
  | Table
  | Picture;

export interface Table {
  readonly kind: 'table';
  readonly head: readonly string[];
  /** Cells; a line feed begins a second line. */
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width, a column each: cells hold sentences, from the left and the top, and rows run over pages. */
  readonly widths?: readonly number[];
}

export interface Picture {
  readonly kind: 'picture';
  /** Name of the chart. */
  readonly name: string;
  readonly svg: string;
  readonly png: Uint8Array;
  /** Pixels of the chart as it was drawn. */
  readonly width: number;
  readonly height: number;
  /** The chart in words. */
  readonly description: string;
}
