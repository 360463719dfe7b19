import type { Discrepancy, LinearModel, Prior, Variances } from './linear-model.ts';
import { transpose } from './matrix.ts';
import { meanSquare, type Posterior, posteriorOf } from './posterior.ts';

/** What a variance is believed to be counts as much as so many prefectures (spread, shared) or counties. */
const PRIOR_PREFECTURES = 4;
const PRIOR_COUNTIES = 8;

/** Degrees of freedom of the counties' own discrepancy: tails heavy enough for a county whose land or count has changed. */
const TAIL = 5;

const MOST_STEPS = 2000;

interface EstimateOptions {
  /** `false` leaves every county at full weight: normal discrepancy. */
  readonly heavyTails?: boolean;
  /** Relative change of every variance below which the estimate stands. */
  readonly tolerance?: number;
  /** Variances to begin with: those of an estimate on nearly the same models. */
  readonly start?: Variances;
}

interface EstimatedVariances {
  readonly variances: Variances;
  readonly posterior: Posterior;
  readonly steps: number;
  readonly converged: boolean;
}

/** The variances as the prior has them. */
export const priorVariances = ({ spread, discrepancy }: Prior): Variances => ({
  spread,
  discrepancy,
  weights: new Map(),
});

/**
 * Empirical Bayes: the spread of prefectures about the common values and the discrepancy by kind of target, at the mode of
 * their logarithms, by expectation and maximisation (Dempster, Laird and Rubin 1977). Each variance becomes the mean square of
 * its effects, in which the prior value stands for a few more; counties far off are weighed down as a Student t has it
 * (Lange, Little and Taylor 1989). Parameters without prior spread stay common.
 */
export function estimateVariances(
  models: readonly LinearModel[],
  prior: Prior,
  { heavyTails = true, tolerance = 1e-4, start = priorVariances(prior) }: EstimateOptions = {},
): EstimatedVariances {
  let variances = start;
  let posterior = posteriorOf(models, prior, variances);
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const next = maximise(models, prior, variances, posterior, heavyTails);
    const change = largestChange(variances, next);
    variances = next;
    posterior = posteriorOf(models, prior, variances);
    if (change < tolerance) return { variances, posterior, steps, converged: true };
  }
  return { variances, posterior, steps: MOST_STEPS, converged: false };
}

function maximise(
  models: readonly LinearModel[],
  prior: Prior,
  variances: Variances,
  { cities }: Posterior,
  heavyTails: boolean,
): Variances {
  const spread = prior.spread.map((believed, p) => {
    if (believed === 0) return 0;
    const squares = models.map((model) =>
      meanSquare(variances.spread[p], transpose(model.jacobian)[p], cities.get(model.city)!),
    );
    return pooled(squares, believed, PRIOR_PREFECTURES);
  });

  const discrepancy: Record<string, Discrepancy> = {};
  const weights = new Map(models.map(({ city, kind }) => [city, new Array<number>(kind.length).fill(1)]));
  for (const [kind, believed] of Object.entries(prior.discrepancy)) {
    const { county, shared } = variances.discrepancy[kind];
    const countySquares: number[] = [];
    const sharedSquares: number[] = [];
    for (const model of models) {
      const city = cities.get(model.city)!;
      if (!model.kind.includes(kind)) continue;
      sharedSquares.push(
        meanSquare(
          shared,
          model.kind.map((k) => (k === kind ? 1 : 0)),
          city,
        ),
      );
      model.kind.forEach((k, i) => {
        if (k !== kind) return;
        const before = variances.weights.get(model.city)?.[i] ?? 1;
        const only = model.kind.map((_, j) => (j === i ? 1 : 0));
        const square = meanSquare(county / before, only, city);
        const weight = heavyTails ? (TAIL + 1) / (TAIL + square / county) : 1;
        weights.get(model.city)![i] = weight;
        countySquares.push(weight * square);
      });
    }
    discrepancy[kind] = {
      county: pooled(countySquares, believed.county, PRIOR_COUNTIES),
      shared: pooled(sharedSquares, believed.shared, PRIOR_PREFECTURES),
    };
  }
  return { spread, discrepancy, weights };
}

/** Mean square with the prior value as so many more effects: without effects the prior value, with many their own. */
function pooled(squares: readonly number[], believed: number, prior: number): number {
  const sum = squares.reduce((total, square) => total + square, 0);
  return (sum + prior * believed) / (squares.length + prior);
}

function largestChange(before: Variances, after: Variances): number {
  const flat = ({ spread, discrepancy }: Variances): number[] => [
    ...spread,
    ...Object.values(discrepancy).flatMap(({ county, shared }) => [county, shared]),
  ];
  const old = flat(before);
  return Math.max(...flat(after).map((value, i) => (value === old[i] ? 0 : Math.abs(value / old[i] - 1))));
}
