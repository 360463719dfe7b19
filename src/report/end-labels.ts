import type { Layer } from './head.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth } from './text-width.ts';
import { INK } from './theme.ts';
import { wrapText } from './wrap-text.ts';

interface EndLabel {
  readonly year: number;
  readonly value: number;
  /** Name of the line, empty where another mark tells it, and its last figure. */
  readonly name: string;
  readonly figure: string;
}

/** Pixels from one line's label to the next. */
const LINE_GAP = 15;
const SIZE = 11;
/** The same on a phone, where a label has several lines: pixels from line to line, between labels, and the width of a line. */
export const SMALL_LINE = 13;
const SMALL_GAP = 4;
const SMALL_WIDTH = 84;

/**
 * Names written at the ends of lines instead of a legend, moved apart where lines meet. A narrow screen draws them from `small`, the
 * figure first and the name beneath it.
 *
 * @param domain range of the y axis; @param height height of the drawing area in pixels
 */
export function endLabels(labels: readonly EndLabel[], domain: readonly [number, number], height: number): Layer {
  const pixel = (domain[1] - domain[0]) / height;
  const values = labels.map((label) => label.value);
  const places = spreadLabels(values, LINE_GAP * pixel);
  const small = labels.map(({ name, figure }) => [figure, ...evenLines(name)]);
  const most = Math.max(0, ...small.map((lines) => lines.length));
  const smallPlaces = spreadLabels(values, (most * SMALL_LINE + SMALL_GAP) * pixel);
  return {
    data: {
      values: labels.map(({ year, value, name, figure }, i) => ({
        year,
        value,
        text: [name, figure].filter(Boolean).join(' '),
        place: places[i],
        small: small[i],
        // where its first line stands
        small_place: smallPlaces[i] + ((small[i].length - 1) / 2) * SMALL_LINE * pixel,
      })),
    },
    mark: { type: 'text', align: 'left', dx: 9, color: INK },
    encoding: {
      x: { field: 'year', type: 'quantitative' },
      y: { field: 'place', type: 'quantitative' },
      text: { field: 'text', type: 'nominal' },
    },
  };
}

/** A name in as few lines as it needs, about equally long. */
function evenLines(name: string): string[] {
  const lines = wrapText(name, SMALL_WIDTH, SIZE);
  if (lines.length < 2) return lines;
  const even = wrapText(name, textWidth(name, SIZE) / lines.length + SIZE, SIZE);
  return even.length === lines.length ? even : lines;
}
