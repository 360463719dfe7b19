import type { Inputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import type { LeverYears } from '../lever/apply.ts';
import type { Lever } from '../lever/lever.ts';
import { cacheIn, cacheInMemory } from '../variations/cache.ts';
import { cacheName, type Evaluation, openEvaluator } from '../variations/evaluate.ts';
import { type Paced, paceOf } from '../variations/pace.ts';
import type { Reading } from '../variations/reading.ts';
import { evaluationAt, type Factor, factorsOf } from './factors.ts';
import { keyedDraw } from './keyed-draw.ts';
import { morrisTrajectories, type Screening, screen } from './morris.ts';
import { type Decomposition, type Estimate, sobolDesign, sobolIndices } from './sobol-indices.ts';

/** What is asked. The inputs' scenario ends in the year `by`. */
export interface SensitivityQuestion {
  /** Indicators of the year `by`; the first one decides which factors are looked at closely. */
  readonly indicators: readonly string[];
  readonly area: string;
  readonly years: LeverYears;
  readonly levers: readonly Lever[];
  readonly trajectories: number;
  /** Factors looked at one by one after the screening, besides luck and the posterior. */
  readonly closely: number;
  /** Rows of the Sobol' design, powers of two: as many as the precision takes, between the first and the second. */
  readonly rows: readonly [number, number];
  /** Largest standard error of a share in total that rows are doubled for, of the first indicator. */
  readonly precision: number;
}

/** Besides those looked at closely: the other parameters, the other levers, the posterior and luck. */
const OTHERS = 4;

interface SensitivityOptions extends Watch, Paced {
  /** Folder of finished evaluations; in memory alone when left out. */
  readonly cache?: string;
  readonly onPhase?: (phase: 'base' | 'screening' | 'indices', evaluations: number) => void;
}

/** A factor or, as `rest`, all parameters or all levers that the screening found small, moved together. */
export type Studied =
  | Factor
  | { readonly kind: 'rest'; readonly id: 'other parameters' | 'other levers'; readonly factors: readonly Factor[] };

export interface Sensitivity {
  readonly factors: readonly Factor[];
  /** By indicator: what the screening says of every factor. */
  readonly screening: readonly (readonly Screening[])[];
  /** Factors that changed none of the indicators wherever the walks took them. */
  readonly idle: readonly Factor[];
  readonly studied: readonly Studied[];
  /** By indicator: the indices of what was studied. */
  readonly decompositions: readonly Decomposition[];
  /** Rows of the design, and the largest standard error of a share in total they leave, of the first indicator. */
  readonly rows: number;
  readonly error: number;
  readonly evaluations: readonly EvaluationRow[];
}

/** One simulated point and what came of it. */
interface EvaluationRow {
  /** `morris`, `a`, `b`, or the id of the factor taken from b. */
  readonly sample: string;
  /** Row of the design; of a walk its number. */
  readonly row: number;
  readonly outputs: readonly number[];
}

/**
 * What an indicator depends on.
 *
 *   1. walks through all factors, one changed at a time                -> the size of each, those that reach nothing
 *   2. the largest, the posterior and luck one by one, the rest together -> shares of the variance, with intervals;
 *      rows are doubled until the shares are as sure as asked for
 *
 * In both, two runs that differ in one factor have all else in common, luck included: what a factor does not reach is the same
 * number, and its index exactly 0. Luck is a factor like any other, so that noise is told apart from ignorance.
 * @throws JobFailed, Interrupted; finished evaluations are kept
 */
export async function sensitivity(
  session: Session,
  inputs: Inputs,
  question: SensitivityQuestion,
  options: SensitivityOptions,
): Promise<Sensitivity> {
  const { indicators, area, years, levers } = question;
  const { seed } = inputs.scenario;
  options.onPhase?.('base', 0);
  const readings = indicators.map((indicator): Reading => ({ indicator, area, from: years.by, to: years.by }));
  const cache = options.cache === undefined ? cacheInMemory() : cacheIn(options.cache, cacheName(inputs, readings));
  const evaluator = await openEvaluator(session, inputs, readings, cache, {
    sharesYears: false,
    signal: options.signal,
  });
  const evaluate = (evaluations: readonly Evaluation[]) => evaluator.evaluate(evaluations, options);

  // 1
  const factors = factorsOf(inputs.scenario, levers);
  const walks = morrisTrajectories(factors.length, question.trajectories, keyedDraw(`${seed} morris`));
  const elsewhere = keyedDraw(`${seed} walks`);
  /** Rows and replicates stand in no order, so that a level of the grid would only ever mean the same four of them. */
  const placed = (point: readonly number[], walk: number): number[] =>
    point.map((u, f) =>
      ['joint', 'chance'].includes(factors[f].kind) ? elsewhere(walk, 4 * f + Math.floor(4 * u)) : u,
    );
  const points = walks.flatMap((walk, t) => walk.points.map((point) => placed(point, t)));
  const walk = points.map((point) => evaluationAt(inputs, years, factors, point));
  const pace = await paceOf(evaluate, walk, session.pool.workers);
  options.onExpected?.(pace * (walk.length + question.rows[0] * sidesOf(question, factors)));
  options.onPhase?.('screening', points.length);
  const walked = await evaluate(walk);
  const ofWalk = (i: number) =>
    walks.map((walk, t) => walk.points.map((_, n) => walked[t * walk.points.length + n][i]));
  const screening = indicators.map((_, i) => screen(walks, ofWalk(i)));
  const idle = factors.filter((_, f) => screening.every((of) => of[f].muStar === 0));

  // 2
  const studied = choose(factors, screening[0], idle, question.closely);
  const indices = await decompose(inputs, question, { factors, studied }, evaluate, (count) =>
    options.onPhase?.('indices', count),
  );
  const morris = walked.map(
    (outputs, n): EvaluationRow => ({
      sample: 'morris',
      row: Math.floor(n / (factors.length + 1)),
      outputs,
    }),
  );
  return {
    factors,
    screening,
    idle,
    studied,
    ...indices,
    evaluations: [...morris, ...indices.evaluations],
  };
}

/** Simulations a row of the indices takes at most: both samples, and one for each factor studied. */
const sidesOf = ({ closely }: SensitivityQuestion, factors: readonly Factor[]): number =>
  2 + Math.min(factors.length, closely + OTHERS);

/** The factors with the largest mean effects, the posterior and luck; all others that reach anything are the rest. */
function choose(
  factors: readonly Factor[],
  screening: readonly Screening[],
  idle: readonly Factor[],
  closely: number,
): Studied[] {
  const ranked = factors
    .map((factor, f) => ({ factor, size: screening[f].muStar }))
    .filter(({ factor }) => (factor.kind === 'parameter' || factor.kind === 'lever') && !idle.includes(factor))
    .sort((a, b) => b.size - a.size)
    .map(({ factor }) => factor);
  const rest = (id: Extract<Studied, { kind: 'rest' }>['id'], kind: Factor['kind']): Studied[] => {
    const small = ranked.slice(closely).filter((factor) => factor.kind === kind);
    return small.length === 0 ? [] : [{ kind: 'rest', id, factors: small }];
  };
  return [
    ...ranked.slice(0, closely),
    ...rest('other parameters', 'parameter'),
    ...rest('other levers', 'lever'),
    ...factors.filter(({ kind }) => kind === 'joint' || kind === 'chance'),
  ];
}

/** The indices on as few rows as leave the precision asked for; more rows go on from those simulated. */
async function decompose(
  inputs: Inputs,
  question: SensitivityQuestion,
  chosen: { readonly factors: readonly Factor[]; readonly studied: readonly Studied[] },
  evaluate: (evaluations: readonly Evaluation[]) => Promise<number[][]>,
  onCount: (evaluations: number) => void,
): Promise<Pick<Sensitivity, 'decompositions' | 'rows' | 'error' | 'evaluations'>> {
  const [least, most] = question.rows;
  for (let rows = least; ; rows *= 2) {
    const found = await decomposeOn(rows, inputs, question, chosen, evaluate, onCount);
    const error = Math.max(...found.decompositions[0].factors.map(({ total }) => errorOf(total)));
    if (!(error > question.precision) || 2 * rows > most) return { ...found, rows, error };
  }
}

/** Standard error of an estimate: its 90 % interval over that of a normal distribution of standard deviation 1. */
const errorOf = ({ p05, p95 }: Estimate): number => (p95 - p05) / (2 * 1.645);

async function decomposeOn(
  rows: number,
  inputs: Inputs,
  { indicators, years }: SensitivityQuestion,
  { factors, studied }: { readonly factors: readonly Factor[]; readonly studied: readonly Studied[] },
  evaluate: (evaluations: readonly Evaluation[]) => Promise<number[][]>,
  onCount: (evaluations: number) => void,
): Promise<Pick<Sensitivity, 'decompositions' | 'evaluations'>> {
  const { seed } = inputs.scenario;
  const design = sobolDesign(studied.length, rows, keyedDraw(`${seed} sobol shift`));
  const rest = keyedDraw(`${seed} rest`);
  const fixed = factors.filter(
    (factor) => !studied.some((each) => each === factor || (each.kind === 'rest' && each.factors.includes(factor))),
  );
  /** The point of a row in which every studied factor is taken from the first or the second sample. */
  const at = (row: number, fromB: (s: number) => boolean): Evaluation => {
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
  const sides: { readonly sample: string; readonly fromB: (s: number) => boolean }[] = [
    { sample: 'a', fromB: () => false },
    { sample: 'b', fromB: () => true },
    ...studied.map(({ id }, s) => ({ sample: id, fromB: (other: number) => other === s })),
  ];
  const all = sides.flatMap(({ fromB }) => Array.from({ length: rows }, (_, row) => at(row, fromB)));
  onCount(all.length);
  const outputs = await evaluate(all);
  const column = (side: number, i: number) => Array.from({ length: rows }, (_, row) => outputs[side * rows + row][i]);
  const decompositions = indicators.map((_, i) =>
    sobolIndices(
      { a: column(0, i), b: column(1, i), mixed: studied.map((_, s) => column(2 + s, i)) },
      keyedDraw(`${seed} bootstrap`),
    ),
  );
  const tidy = sides.flatMap(({ sample }, side) =>
    Array.from({ length: rows }, (_, row): EvaluationRow => ({ sample, row, outputs: outputs[side * rows + row] })),
  );
  return { decompositions, evaluations: tidy };
}
