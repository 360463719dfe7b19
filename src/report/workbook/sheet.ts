import type { Localized } from '../../language/language.ts';

/**
 * Where a figure comes from, from the best supported to the least: counted in the run, stated by a bureau, printed in a source, worked
 * out from one, quoted from memory, or assumed.
 */
export const supports = ['simulated', 'stated', 'published', 'derived', 'recalled', 'assumption'] as const;
export type Support = (typeof supports)[number];

/** A number typed into a cell. It cannot be written without saying what supports it. */
export interface Figure {
  readonly kind: 'figure';
  readonly value: number;
  readonly support: Support;
}

/** A number that labels and does not measure: a year, a rank, a replicate. */
export interface Label {
  readonly kind: 'label';
  readonly value: number;
}

/** What a cell holds; a string is always text, whatever it begins with. */
export type Content = string | Figure | Label | Expression | null;

/**
 * What a formula says, once. Its text (formula-text.ts), its value (evaluate.ts) and what supports it (support.ts) are all read
 * from the same expression, so the value stored beside a formula is the formula's own.
 */
export type Expression =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'wording'; readonly value: string }
  | { readonly kind: 'reference'; readonly cell: Cell; readonly fixed: boolean }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Operand[] }
  | {
      readonly kind: 'choice';
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

export type Operator = '+' | '-' | '*' | '/' | '^';
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type FunctionName =
  | 'SUM'
  | 'COUNT'
  | 'RANK'
  | 'COUNTIF'
  | 'SUMPRODUCT'
  | 'AVERAGE'
  | 'PERCENTILE'
  | 'MAX'
  | 'MIN'
  | 'ROUND'
  | 'ROUNDUP'
  | 'ROUNDDOWN'
  | 'ABS';
export type Operand = Expression | Range;

/** A rectangle of cells of one sheet; rows and columns counted from 0, both ends inside. */
export interface Range {
  readonly kind: 'range';
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
  /** Written with dollar signs: stays where it is when a user fills the formula down or to the right. */
  readonly fixed: { readonly rows: boolean; readonly columns: boolean };
}

/** How a number is shown. Money is in 10,000 yuan (万元), `bigMoney` without decimals, unless it is `yuan`. */
export type Format =
  | 'persons'
  | 'money'
  | 'bigMoney'
  | 'yuan'
  | 'share'
  | 'factor'
  | 'hundredths'
  | 'year'
  | 'number'
  | 'text';

/** What a cell is for; the writer gives each role its look. */
export type Role =
  | 'title'
  | 'subtitle'
  | 'section'
  | 'header'
  | 'rowHeader'
  | 'body'
  | 'text'
  | 'note'
  | 'input'
  | 'total'
  | 'blank';

export interface Cell {
  readonly sheet: Sheet;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  readonly role: Role;
  readonly format: Format;
  /** What the fiscal model itself found for this cell, to be compared with the formula's value. */
  readonly expected?: number;
}

/** What an input cell takes. */
export interface Validation {
  readonly cell: Cell;
  readonly accepts: 'number' | 'share' | 'rate' | 'whole' | 'switch';
  /** Least and most it takes, where they are narrower than of its kind. */
  readonly between?: readonly [low: number, high: number];
  /** What must hold with the other cells too, as a formula that gives 1 where it does and 0 where not, and in words. */
  readonly holds?: { readonly formula: Expression; readonly said: string };
}

/** A native chart over cells of the same sheet or of another. */
export interface Chart {
  readonly kind: 'line' | 'column' | 'stacked';
  readonly title: string;
  readonly valueTitle: string;
  readonly categories: Range;
  readonly series: readonly { readonly name: string; readonly values: Range }[];
  /** First and last row and column covered, counted from 0; the last is outside. */
  readonly place: { readonly row: number; readonly column: number; readonly toRow: number; readonly toColumn: number };
}

/** A picture that lies on the sheet. */
export interface Picture {
  readonly png: Uint8Array;
  /** Cell of its upper left corner, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** Pixels at 96 to the inch. */
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

export interface Page {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated at the top of every page: the last of them, counted from 0. */
  readonly titleRow: number | null;
  /** Columns repeated at the left of every page, at least as many as are frozen: how many. */
  readonly titleColumns: number;
  /** Fits on one page, whatever its height. */
  readonly single: boolean;
  /** Columns printed, from the left; null prints all. */
  readonly columns: number | null;
}

/** One sheet: cells in reading order and what surrounds them. */
export interface Sheet {
  readonly name: string;
  readonly page: Page;
  /** Widths of the columns in characters of the default font. */
  readonly widths: number[];
  /** By `row,column`. */
  readonly cells: Map<string, Cell>;
  /** Heights in points of rows whose text needs more than one line. */
  readonly heights: Map<number, number>;
  readonly merges: { readonly row: number; readonly column: number; readonly toColumn: number }[];
  readonly validations: Validation[];
  readonly charts: Chart[];
  readonly pictures: Picture[];
  /** Ranges whose cells turn red where they hold one of the words. */
  readonly alerts: { readonly range: Range; readonly words: readonly string[] }[];
  /** Rows after which a page ends. */
  readonly breaks: number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { rows: number; columns: number };
  readonly tab: 'result' | 'input' | 'base' | 'text';
}

/** A name of the workbook for one cell, the same in both languages. */
export interface BookName {
  readonly name: string;
  readonly cell: Cell;
}

export interface Book {
  readonly title: string;
  readonly subject: string;
  readonly lang: keyof Localized;
  /** Replicates and sample of the run, on every printed page. */
  readonly declared: string;
  /** Office and day, on every printed page. */
  readonly prepared: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly BookName[];
}
