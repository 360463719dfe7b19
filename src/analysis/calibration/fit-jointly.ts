import { estimateVariances } from './estimate-variances.ts';
import type { JointFit } from './leave-one-out.ts';
import { type LinearModel, type Prior, residualCovariance, type Variances } from './linear-model.ts';
import { apply, diagonal, dot, identity, inverse, plus } from './matrix.ts';
import { type Posterior, posteriorOf } from './posterior.ts';
import { priorSd } from './prior.ts';
import { levelOf, type Prefecture, tangentAt } from './tangent.ts';

/** A step of this many posterior standard deviations is too small to matter. */
const SMALL_STEP = 0.2;
/** After a smaller step than this the slopes are those found before; the level is new in any case. */
const SAME_SLOPES = 0.5;
/** Side steps of the slopes, in prior standard deviations. */
const SIDE_STEP = 0.5;
/** Rounds a fit usually takes: what the time left is reckoned by. */
const USUAL_ROUNDS = 3;
/** Levenberg damping tried in turn, in units of the prior precision. */
const DAMPING = [0, 1, 4, 16, 64] as const;

interface FitOptions {
  /** Most rounds of new slopes. */
  readonly rounds: number;
  /** Called before every round with the points that are still likely to be simulated, this round's and later ones'. */
  readonly onRound?: ((points: number) => void) | undefined;
}

/** How a fit came out. */
export interface Fitted extends Pick<JointFit, 'models' | 'variances'> {
  readonly posterior: Posterior;
  readonly before: ReadonlyMap<string, readonly number[]>;
  /** Figures simulated at the fitted values, on the sample and on the population of the check. */
  readonly after: ReadonlyMap<string, readonly number[]>;
  readonly check: ReadonlyMap<string, readonly number[]>;
  readonly rounds: number;
  /** Why it stopped: steps too small to matter, no step that lowers the misfit, or as many rounds as allowed. */
  readonly ended: 'converged' | 'stalled' | 'rounds';
  /** Steps that were refused because the misfit did not fall. */
  readonly refused: number;
  /** Largest change of a fitted value by the check, in posterior standard deviations. */
  readonly shift: number;
}

/**
 * Regularised Gauss-Newton for all prefectures at once, on a noisy simulator under common random numbers.
 *
 *   1. every prefecture's simulator as a straight line about the centre of the prior
 *   2. variances and posterior of the linear mixed model; a step towards its centres, damped until the misfit falls
 *   3. new lines where the step was large; again from 2 until the steps are small
 *   4. the fitted values on the population of the check: its level takes the place of the sample's, and the posterior follows
 */
export async function fitJointly(
  prefectures: readonly Prefecture[],
  prior: Prior,
  { rounds: most, onRound }: FitOptions,
): Promise<Fitted> {
  const step = priorSd(prior).map((sd) => SIDE_STEP * sd);
  const pointsLeft = (done: number): number => {
    const ahead = Math.max(1, Math.min(most, USUAL_ROUNDS) - done);
    return prefectures.length * (1 + ahead * (2 + 2 * step.length));
  };

  // 1
  onRound?.(pointsLeft(0));
  let models = await inTurn(prefectures, (each) => tangentAt(each, prior.mean, step));
  const before = levels(models);
  let { variances, posterior } = estimateVariances(models, prior);
  let rounds = 1;
  let refused = 0;
  const verdict = (): Fitted['ended'] | null => {
    if (largestStep(models, posterior) < SMALL_STEP) return 'converged';
    return rounds >= most ? 'rounds' : null;
  };
  let ended = verdict();

  // 2, 3
  while (ended === null) {
    onRound?.(pointsLeft(rounds));
    rounds++;
    const { moved, tried } = await dampedStep(prefectures, models, prior, variances);
    refused += moved === null ? tried : tried - 1;
    if (moved === null) {
      ended = 'stalled';
      break;
    }
    const length = stepLengths(models, moved, posterior);
    models = await inTurn(prefectures, (each, c) => {
      if (length[c] >= SAME_SLOPES) return tangentAt(each, moved[c].point, step);
      return Promise.resolve({ ...moved[c], jacobian: models[c].jacobian });
    });
    ({ variances, posterior } = estimateVariances(models, prior, { start: variances }));
    ended = verdict();
  }
  const after = levels(models);

  // 4
  onRound?.(prefectures.length);
  models = await movedTo(posterior, prefectures, models, 'check');
  ({ variances, posterior } = estimateVariances(models, prior, { start: variances }));
  const stages = { before, after, check: levels(models) };
  return { models, variances, posterior, ...stages, rounds, ended, refused, shift: largestStep(models, posterior) };
}

const levels = (models: readonly LinearModel[]): ReadonlyMap<string, readonly number[]> =>
  new Map(models.map(({ city, level }) => [city, level]));

/** One prefecture after the other: a prefecture's base population is made once and stays at hand while it is worked on. */
async function inTurn<T>(
  prefectures: readonly Prefecture[],
  work: (each: Prefecture, c: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const [c, each] of prefectures.entries()) done.push(await work(each, c));
  return done;
}

/** The lines, with the slopes they have, moved to the centres of a posterior and the level simulated there. */
const movedTo = (
  { cities }: Pick<Posterior, 'cities'>,
  prefectures: readonly Prefecture[],
  models: readonly LinearModel[],
  scale: 'fit' | 'check',
): Promise<LinearModel[]> =>
  inTurn(prefectures, async (each, c) => {
    const point = cities.get(each.city)!.mean;
    return { ...models[c], point, ...levelOf(await each.simulate(point, scale), each.kind) };
  });

/**
 * A step from the points of the lines towards the posterior's centres, at given variances: undamped first, then damped ever
 * more, until the simulated misfit is less than before.
 * @returns the lines moved to their new points, with the level simulated there, and the steps tried; null when no step makes
 *   the misfit less: the points are as good as it gets
 */
async function dampedStep(
  prefectures: readonly Prefecture[],
  models: readonly LinearModel[],
  prior: Prior,
  variances: Variances,
): Promise<{ moved: LinearModel[] | null; tried: number }> {
  const current = misfit(models, prior, variances);
  for (const [before, damping] of DAMPING.entries()) {
    const held = damping === 0 ? models : models.map((model) => damped(model, damping, prior));
    const heldVariances = damping === 0 ? variances : withDamping(variances, models, prior);
    const { cities } = posteriorOf(held, prior, heldVariances);
    const moved = await movedTo({ cities }, prefectures, models, 'fit');
    // both misfits are weighed by the chance at the old points: that of the new ones may differ by chance itself
    const weighed = moved.map((model, c) => ({ ...model, noise: models[c].noise }));
    if (misfit(weighed, prior, variances) < current) return { moved, tried: before + 1 };
  }
  return { moved: null, tried: DAMPING.length };
}

/** Kind of the figures that hold a damped line to its point. */
const HELD = 'held';

/** The line with one more figure a parameter, which is met exactly at the line's own point. */
function damped(model: LinearModel, damping: number, prior: Prior): LinearModel {
  const { point, level, observed, noise, kind, jacobian } = model;
  return {
    ...model,
    level: [...level, ...point],
    observed: [...observed, ...point],
    jacobian: [...jacobian, ...identity(point.length)],
    noise: [...noise, ...priorSd(prior).map((sd) => sd ** 2 / damping)],
    kind: [...kind, ...point.map(() => HELD)],
  };
}

function withDamping(variances: Variances, models: readonly LinearModel[], prior: Prior): Variances {
  const weightsOf = ({ city, kind }: LinearModel) => [
    ...(variances.weights.get(city) ?? kind.map(() => 1)),
    ...prior.mean.map(() => 1),
  ];
  return {
    ...variances,
    discrepancy: { ...variances.discrepancy, [HELD]: { county: 0, shared: 0 } },
    weights: new Map(models.map((model) => [model.city, weightsOf(model)])),
  };
}

/** Minus the logarithm of the posterior density at the points of the lines, with the levels as simulated, up to a constant. */
function misfit(models: readonly LinearModel[], prior: Prior, variances: Variances): number {
  const ofTargets = models.map((model) => {
    const missed = plus(model.observed, model.level, -1);
    return dot(missed, apply(inverse(residualCovariance(model, variances)), missed));
  });
  // the points of one parameter are normal about the prior mean, with the common variance shared and the spread of their own
  const ofPoints = prior.mean.map((mean, p) => {
    const away = models.map(({ point }) => point[p] - mean);
    const spread = variances.spread[p];
    const common = prior.common[p];
    if (spread === 0) return away[0] ** 2 / common;
    const covariance = diagonal(away.map(() => spread)).map((row) => row.map((value) => value + common));
    return dot(away, apply(inverse(covariance), away));
  });
  return [...ofTargets, ...ofPoints].reduce((sum, part) => sum + part / 2, 0);
}

/** Longest way of each line's point to another, over parameters, in posterior standard deviations. */
function stepLengths(
  models: readonly LinearModel[],
  to: readonly { readonly point: readonly number[] }[],
  { cities }: Posterior,
): number[] {
  return models.map(({ city, point }, c) => {
    const { covariance } = cities.get(city)!;
    return Math.max(...point.map((value, p) => Math.abs(to[c].point[p] - value) / Math.sqrt(covariance[p][p])));
  });
}

const largestStep = (models: readonly LinearModel[], posterior: Posterior): number =>
  Math.max(
    ...stepLengths(
      models,
      models.map(({ city }) => ({ point: posterior.cities.get(city)!.mean })),
      posterior,
    ),
  );
