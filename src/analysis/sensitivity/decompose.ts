import type { Inputs } from '../../run/load-inputs.ts';
import type { LeverYears } from '../lever/apply.ts';
import type { Evaluation } from '../variations/evaluate.ts';
import { additiveControls } from './additive.ts';
import { evaluationAt, type Factor, type Studied } from './factors.ts';
import { keyedDraw } from './keyed-draw.ts';
import { shapeOf } from './shape-of.ts';
import { type Decomposition, type Estimate, type SobolDesign, sobolDesign, sobolIndices } from './sobol-indices.ts';

/** One simulated point and what came of it. */
export interface EvaluationRow {
  /** `morris`, `a`, `b`, or the id of the factor taken from b. */
  readonly sample: string;
  /** Row of the design; of a walk its number. */
  readonly row: number;
  readonly outputs: readonly number[];
}

/** What was found of the shares of the variance. */
export interface Decomposed {
  /** By indicator: the indices of what was studied. */
  readonly decompositions: readonly Decomposition[];
  /** Rows of both samples; by what was studied, rows in which it was taken from the second. */
  readonly rows: number;
  readonly rowsOf: readonly number[];
  /** Largest standard error of a share, of the first indicator. */
  readonly error: number;
  readonly evaluations: readonly EvaluationRow[];
}

/** How sure the shares are to be. */
interface Aim {
  /** Rows, powers of two: doubled from the first number up to the second. */
  readonly rows: readonly [number, number];
  /** Largest standard error of a share of the first indicator. */
  readonly precision: number;
  /** Simulations that are not exceeded by doubling. */
  readonly simulations: number;
}

interface Sampling {
  readonly inputs: Inputs;
  readonly years: LeverYears;
  readonly factors: readonly Factor[];
  readonly studied: readonly Studied[];
  /** Number of indicators. */
  readonly indicators: number;
  readonly evaluate: (evaluations: readonly Evaluation[]) => Promise<number[][]>;
  readonly onCount: (evaluations: number) => void;
}

/**
 * The shares of the variance on as few rows as leave the precision asked for. Rows are doubled for what is not sure yet alone: most
 * factors are small, hence sure in a few rows, and the time goes to the large ones. More rows go on from those simulated.
 * @throws JobFailed, Interrupted
 */
export async function decompose(
  sampling: Sampling,
  { rows: [least, most], precision, simulations }: Aim,
): Promise<Decomposed> {
  let rows = least;
  let rowsOf = sampling.studied.map(() => least);
  for (;;) {
    const found = await decomposeOn(rows, rowsOf, sampling);
    const errors = found.decompositions[0].factors.map(({ first, total }) => Math.max(errorOf(first), errorOf(total)));
    const next = rowsOf.map((count, s) => (errors[s] > precision ? 2 * rows : count));
    const cost = 4 * rows + next.reduce((sum, count) => sum + count, 0);
    if (!errors.some((error) => error > precision) || 2 * rows > most || cost > simulations)
      return { ...found, rows, rowsOf, error: Math.max(...errors) };
    rows *= 2;
    rowsOf = next;
  }
}

/** Standard error of an estimate: its 90 % interval over that of a normal distribution of standard deviation 1. */
const errorOf = ({ p05, p95 }: Estimate): number => (p95 - p05) / (2 * 1.645);

async function decomposeOn(
  rows: number,
  rowsOf: readonly number[],
  { inputs, years, factors, studied, indicators, evaluate, onCount }: Sampling,
): Promise<Pick<Decomposed, 'decompositions' | 'evaluations'>> {
  const { seed } = inputs.scenario;
  const design = sobolDesign(studied.length, rows, keyedDraw(`${seed} sobol shift`));
  const at = pointsOf(inputs, years, { factors, studied, design });
  const sides = [
    { sample: 'a', count: rows, fromB: () => false },
    { sample: 'b', count: rows, fromB: () => true },
    ...studied.map(({ id }, s) => ({ sample: id as string, count: rowsOf[s], fromB: (other: number) => other === s })),
  ];
  const all = sides.flatMap(({ count, fromB }) => Array.from({ length: count }, (_, row) => at(row, fromB)));
  onCount(all.length);
  const outputs = await evaluate(all);
  let next = 0;
  const bySide = sides.map(({ count }) => {
    next += count;
    return outputs.slice(next - count, next);
  });
  const shapes = studied.map((factor) => shapeOf(factor, inputs.scenario));
  const decompositions = Array.from({ length: indicators }, (_, i) => {
    const [a, b, ...mixed] = bySide.map((side) => side.map((values) => values[i]));
    const found = { a, b, mixed };
    return sobolIndices(found, keyedDraw(`${seed} bootstrap`), undefined, additiveControls(found, design, shapes));
  });
  const evaluations = sides.flatMap(({ sample }, side) =>
    bySide[side].map((values, row): EvaluationRow => ({ sample, row, outputs: values })),
  );
  return { decompositions, evaluations };
}

/** The point of a row in which every studied factor is taken from the first or the second sample. */
function pointsOf(
  inputs: Inputs,
  years: LeverYears,
  {
    factors,
    studied,
    design,
  }: { readonly factors: readonly Factor[]; readonly studied: readonly Studied[]; readonly design: SobolDesign },
): (row: number, fromB: (s: number) => boolean) => Evaluation {
  const rest = keyedDraw(`${inputs.scenario.seed} rest`);
  const fixed = factors.filter(
    (factor) => !studied.some((each) => each === factor || (each.kind === 'rest' && each.factors.includes(factor))),
  );
  return (row, fromB) => {
    const varied: Factor[] = [];
    const places: number[] = [];
    studied.forEach((each, s) => {
      if (each.kind !== 'rest') {
        varied.push(each);
        places.push((fromB(s) ? design.b : design.a)[row][s]);
        return;
      }
      each.factors.forEach((factor) => {
        varied.push(factor);
        places.push(rest(2 * factors.indexOf(factor) + (fromB(s) ? 1 : 0), row));
      });
    });
    // what reaches nothing stays in the middle of its range: it makes no difference where
    return evaluationAt(
      inputs,
      years,
      [...varied, ...fixed],
      [...places, ...fixed.map((f) => (f.kind === 'lever' ? 0 : 0.5))],
    );
  };
}
