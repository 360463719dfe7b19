import { mean, sampleStandardDeviation } from 'simple-statistics';
import { dot, inverse } from '../calibration/matrix.ts';
import type { SobolControls, SobolDesign, SobolOutputs } from './sobol-indices.ts';

/** How a factor may act by itself: functions of its place in [0, 1], and places over which it is spread evenly. */
export interface Shape {
  readonly functions: (place: number) => readonly number[];
  readonly places: readonly number[];
}

/** Parts the other half of the rows is fitted on: a row is held against what was fitted without it. */
const FOLDS = 2;

/** What a fit says a factor does by itself, around 0; and its variance. */
interface Effect {
  readonly at: (place: number) => number;
  readonly variance: number;
}

/**
 * Controls of Sobol' indices: how far each row lies from what it would be in the mean, were the output a sum of what its factors do by
 * themselves. Such a sum is fitted by ridge regression to the rows of one half and held against those of the other, so that the controls
 * are 0 in the mean whatever was fitted. Where most of the variance is of that kind rows then differ by little else than what is not
 * (control variates: Owen, Monte Carlo theory, methods and examples, 2013, ch. 8.9).
 * @param shapes by factor
 */
export function additiveControls(outputs: SobolOutputs, design: SobolDesign, shapes: readonly Shape[]): SobolControls {
  const rows = outputs.a.length;
  const reached = shapes.map((shape, i) =>
    outputs.mixed[i].every((value, r) => value === outputs.a[r]) ? { ...shape, functions: () => [] } : shape,
  );
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitEffects(outputs, design, reached, (row) => row % FOLDS !== fold),
  );
  const effects = (row: number): readonly Effect[] => fits[row % FOLDS];
  const sum = (point: readonly number[], row: number): number =>
    effects(row).reduce((all, { at }, i) => all + at(point[i]), 0);
  const squares = (points: SobolDesign['a']): number[] =>
    Array.from({ length: rows }, (_, r) => {
      return sum(points[r], r) ** 2 - effects(r).reduce((all, { variance }) => all + variance, 0);
    });
  const step = (i: number, r: number): number => effects(r)[i].at(design.b[r][i]) - effects(r)[i].at(design.a[r][i]);
  const ofFactor = (of: (i: number, r: number) => number): number[][] =>
    outputs.mixed.map((column, i) => column.map((_, r) => of(i, r) - effects(r)[i].variance));
  return {
    a: squares(design.a),
    b: squares(design.b),
    first: ofFactor((i, r) => sum(design.b[r], r) * step(i, r)),
    total: ofFactor((i, r) => step(i, r) ** 2 / 2),
  };
}

/** The effects of all factors, fitted to some rows. */
function fitEffects(
  { a, b, mixed }: SobolOutputs,
  design: SobolDesign,
  shapes: readonly Shape[],
  isUsed: (row: number) => boolean,
): Effect[] {
  const values: number[] = [];
  const places: (readonly number[])[] = [];
  const add = (column: readonly number[], place: (r: number) => readonly number[]): void =>
    column.forEach((value, r) => {
      if (!isUsed(r)) return;
      values.push(value);
      places.push(place(r));
    });
  add(a, (r) => design.a[r]);
  add(b, (r) => design.b[r]);
  mixed.forEach((column, i) => void add(column, (r) => design.a[r].with(i, design.b[r][i])));
  const scale = sampleStandardDeviation(values) || 1;
  const centre = mean(values);
  const known = places.map((point) => shapes.flatMap(({ functions }, i) => functions(point[i])));
  const columns = (known[0] ?? []).map((_, c) => known.map((each) => each[c]));
  const outcome = values.map((value) => (value - centre) / scale);
  // points of a row have most in common: all of a row together weigh as much as what is believed beforehand, that nothing acts
  const ridge = 2 + mixed.length;
  const solved = inverse(columns.map((x, i) => columns.map((y, j) => dot(x, y) + (i === j ? ridge : 0))));
  const weights = solved.map((row) =>
    dot(
      row,
      columns.map((column) => dot(column, outcome)),
    ),
  );
  let next = 0;
  return shapes.map(({ functions, places: spread }) => {
    const own = weights.slice(next, next + functions(0).length).map((weight) => scale * weight);
    next += own.length;
    const raw = (place: number): number => dot(own, functions(place));
    const all = spread.map(raw);
    const middle = mean(all);
    return { at: (place) => raw(place) - middle, variance: mean(all.map((value) => (value - middle) ** 2)) };
  });
}
