import type { Inputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import type { LeverYears } from '../lever/apply.ts';
import type { Lever } from '../lever/lever.ts';
import { cacheIn, cacheInMemory } from '../variations/cache.ts';
import { cacheName, type Evaluation, openEvaluator } from '../variations/evaluate.ts';
import { type Paced, paceOf } from '../variations/pace.ts';
import type { Reading } from '../variations/reading.ts';
import { affordable } from '../variations/size.ts';
import { type Decomposed, decompose, type EvaluationRow } from './decompose.ts';
import { evaluationAt, type Factor, factorsOf, type Studied } from './factors.ts';
import { keyedDraw } from './keyed-draw.ts';
import { missedShare, morrisTrajectories, type Screening, screen } from './morris.ts';

/** What is asked. The inputs' scenario ends in the year `by`. */
export interface SensitivityQuestion {
  /** Indicators of the year `by`; the first one decides which factors are looked at closely. */
  readonly indicators: readonly string[];
  readonly area: string;
  readonly years: LeverYears;
  readonly levers: readonly Lever[];
  /** Walks of the screening: doubled from the first number, up to the second, until it is sure which factors are the largest. */
  readonly trajectories: readonly [number, number];
  /** Factors looked at one by one after the screening, besides luck and the posterior. */
  readonly closely: number;
  /** Rows of the Sobol' design, powers of two: as many as the precision takes, between the first and the second. */
  readonly rows: readonly [number, number];
  /** Largest standard error of a share that rows are doubled for, of the first indicator. */
  readonly precision: number;
  /** Whether as much is simulated as the precision takes, or as fits into some two minutes. */
  readonly unlimited: boolean;
}

/** Besides those looked at closely: the other parameters, the other levers, the posterior and luck. */
const OTHERS = 4;
/** Rows that the large factors take as a rule. */
const MANY = 128;
/** Part of the squares of all effects that the choice of the largest may miss. */
const MISSED = 1 / 20;

interface SensitivityOptions extends Watch, Paced {
  /** Folder of finished evaluations; in memory alone when left out. */
  readonly cache?: string;
  readonly onPhase?: (phase: 'base' | 'screening' | 'indices', evaluations: number) => void;
}

export interface Sensitivity extends Decomposed {
  readonly factors: readonly Factor[];
  /** Walks of the screening, and by indicator what it says of every factor. */
  readonly walks: number;
  readonly screening: readonly (readonly Screening[])[];
  /** Factors that changed none of the indicators wherever the walks took them. */
  readonly idle: readonly Factor[];
  readonly studied: readonly Studied[];
}

/**
 * What an indicator depends on.
 *
 *   1. walks through all factors, one changed at a time, doubled until the choice of the largest is sure
 *                                                                      -> the size of each, those that reach nothing
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
  const most = question.unlimited ? Number.POSITIVE_INFINITY : affordable(inputs);
  const { seconds, atHand } = await paceOf(
    evaluate,
    pointsOf(inputs, question, factors, 0),
    session.pool.workers,
    cache,
  );
  options.onExpected?.(seconds * Math.max(0, expectedRuns(question, factors, most) - atHand), atHand);
  const { walks, values, screening } = await walk(inputs, question, factors, evaluate, (points) =>
    options.onPhase?.('screening', points),
  );
  const idle = factors.filter((_, f) => screening.every((of) => of[f].muStar === 0));

  // 2
  const studied = choose(factors, screening[0], idle, question.closely);
  const found = await decompose(
    {
      ...{ inputs, years, factors, studied, indicators: indicators.length, evaluate },
      onCount: (count) => options.onPhase?.('indices', count),
    },
    { rows: question.rows, precision: question.precision, simulations: most },
  );
  const morris = values.flatMap((points, row) =>
    points.map((outputs): EvaluationRow => ({ sample: 'morris', row, outputs })),
  );
  return { factors, walks, screening, idle, studied, ...found, evaluations: [...morris, ...found.evaluations] };
}

/** Factors that are as a rule too large to be sure in the fewest rows. */
const LARGE = 3;

/** Simulations of the whole, as a rule: the fewest walks doubled once, all factors in few rows and the large ones in many. */
function expectedRuns(
  { trajectories, rows, closely }: SensitivityQuestion,
  factors: readonly Factor[],
  most: number,
): number {
  const walked = Math.min(2 * trajectories[0], trajectories[1]) * (factors.length + 1);
  const few = rows[0] * Math.min(factors.length, closely + OTHERS);
  return walked + Math.min(most, few + Math.min(rows[1], MANY) * (2 + LARGE));
}

type Evaluate = (evaluations: readonly Evaluation[]) => Promise<number[][]>;

/** Screens all factors on as many walks as make the choice of the largest sure. */
async function walk(
  inputs: Inputs,
  question: SensitivityQuestion,
  factors: readonly Factor[],
  evaluate: Evaluate,
  onPoints: (points: number) => void,
): Promise<{ walks: number; values: number[][][]; screening: Screening[][] }> {
  const { indicators, closely } = question;
  const among = factors.flatMap(({ kind }, f) => (kind === 'parameter' || kind === 'lever' ? [f] : []));
  const [least, most] = question.trajectories;
  for (let count = least; ; count = Math.min(2 * count, most)) {
    onPoints(count * (factors.length + 1));
    const each = Array.from({ length: count }, (_, t) => pointsOf(inputs, question, factors, t));
    const outputs = await evaluate(each.flat());
    const values = each.map((points, t) => outputs.slice(t * points.length, (t + 1) * points.length));
    const walks = walksOf(inputs, factors, count);
    const ofIndicator = (i: number): number[][] => values.map((points) => points.map((of) => of[i]));
    if (count === most || missedShare(walks, ofIndicator(0), closely, among) <= MISSED)
      return { walks: count, values, screening: indicators.map((_, i) => screen(walks, ofIndicator(i))) };
  }
}

const walksOf = ({ scenario }: Inputs, factors: readonly Factor[], count: number) =>
  morrisTrajectories(factors.length, count, keyedDraw(`${scenario.seed} morris`));

/** The points of one walk. */
function pointsOf(
  inputs: Inputs,
  { years }: SensitivityQuestion,
  factors: readonly Factor[],
  walk: number,
): Evaluation[] {
  const elsewhere = keyedDraw(`${inputs.scenario.seed} walks`);
  /** Rows and replicates stand in no order, so that a level of the grid would only ever mean the same four of them. */
  const placed = (point: readonly number[]): number[] =>
    point.map((u, f) =>
      ['joint', 'chance'].includes(factors[f].kind) ? elsewhere(walk, 4 * f + Math.floor(4 * u)) : u,
    );
  return walksOf(inputs, factors, walk + 1)[walk].points.map((point) =>
    evaluationAt(inputs, years, factors, placed(point)),
  );
}

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
