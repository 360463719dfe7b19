import type { Layer } from './head.ts';
import { spreadLabels } from './spread-labels.ts';
import { INK } from './theme.ts';

interface EndLabel {
  readonly year: number;
  readonly value: number;
  readonly text: string;
}

/** Pixels from one line's label to the next. */
const LINE_GAP = 15;

/**
 * Names written at the ends of lines instead of a legend, moved apart where lines meet.
 *
 * @param domain range of the y axis; @param height height of the drawing area in pixels
 */
export function endLabels(labels: readonly EndLabel[], domain: readonly [number, number], height: number): Layer {
  const gap = ((domain[1] - domain[0]) * LINE_GAP) / height;
  const places = spreadLabels(
    labels.map((label) => label.value),
    gap,
  );
  return {
    data: { values: labels.map((label, i) => ({ ...label, place: places[i] })) },
    mark: { type: 'text', align: 'left', dx: 9, color: INK },
    encoding: {
      x: { field: 'year', type: 'quantitative' },
      y: { field: 'place', type: 'quantitative' },
      text: { field: 'text', type: 'nominal' },
    },
  };
}
