import { type LinearModel, type Prior, residualCovariance, type Variances } from './linear-model.ts';
import { add, apply, diagonal, dot, inverse, type Matrix, multiply, plus, transpose } from './matrix.ts';

/** A normal distribution. */
export interface Normal {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

/** Joint posterior of the common values and of every prefecture, normal for given variances. */
export interface Posterior {
  readonly common: Normal;
  readonly cities: ReadonlyMap<string, CityPosterior>;
}

export interface CityPosterior extends Normal {
  /** The prefecture's values given the common ones m: mean `offset + slope m`, covariance `conditional`. */
  readonly offset: readonly number[];
  readonly slope: Matrix;
  readonly conditional: Matrix;
  /** Residuals of the targets at the common mean, through the inverse of their covariance: what the estimates feed on. */
  readonly pull: readonly number[];
  /** Covariance of that pull. */
  readonly pullCovariance: Matrix;
}

/**
 * Exact posterior of the linear mixed model
 *
 *   observed = level + J (θ_c − point) + shared + county + noise,   θ_c = m + δ_c,   δ_c ~ N(0, T),   m ~ N(mean, common)
 *
 * for given variances. With V = J T Jᵀ + R the covariance of a prefecture's targets given m, and r its targets counted from the
 * line's value at θ = 0, the common values have precision S⁻¹ + Σ JᵀV⁻¹J and the deviations mean T Jᵀ V⁻¹ (r − J m): the
 * generalised least squares and best linear unbiased predictors of Henderson (1975), with a prior on the fixed effects.
 */
export function posteriorOf(models: readonly LinearModel[], prior: Prior, variances: Variances): Posterior {
  const parts = models.map((model) => partOf(model, variances));
  let precision = diagonal(prior.common.map((variance) => 1 / variance));
  let shift = prior.mean.map((mean, p) => mean / prior.common[p]);
  for (const { information, score } of parts) {
    precision = add(precision, information);
    shift = plus(shift, score);
  }
  const covariance = inverse(precision);
  const common = { mean: apply(covariance, shift), covariance };
  const cities = parts.map((part) => [part.model.city, cityPosterior(part, common, variances.spread)] as const);
  return { common, cities: new Map(cities) };
}

type Part = ReturnType<typeof partOf>;

/** What one prefecture says of the common values. */
function partOf(model: LinearModel, variances: Variances) {
  const { jacobian, level, observed, point } = model;
  const across = transpose(jacobian);
  const spreadAcross = across.map((row, p) => row.map((value) => value * variances.spread[p]));
  const inverted = inverse(add(multiply(jacobian, spreadAcross), residualCovariance(model, variances)));
  const target = plus(plus(observed, level, -1), apply(jacobian, point));
  const weighted = multiply(across, inverted);
  return {
    model,
    inverted,
    target,
    information: multiply(weighted, jacobian),
    score: apply(weighted, target),
  };
}

function cityPosterior(
  { model, inverted, target, information, score }: Part,
  common: Normal,
  spread: readonly number[],
): CityPosterior {
  const gain = information.map((row, p) => row.map((value) => value * spread[p]));
  const slope = gain.map((row, p) => row.map((value, q) => (p === q ? 1 : 0) - value));
  const offset = score.map((value, p) => value * spread[p]);
  const conditional = spread.map((variance, p) =>
    spread.map((other, q) => (p === q ? variance : 0) - variance * information[p][q] * other),
  );
  const fromCommon = multiply(multiply(slope, common.covariance), transpose(slope));
  const byCommon = multiply(inverted, model.jacobian);
  return {
    mean: plus(offset, apply(slope, common.mean)),
    covariance: add(conditional, fromCommon),
    offset,
    slope,
    conditional,
    pull: apply(inverted, plus(target, apply(model.jacobian, common.mean), -1)),
    pullCovariance: add(inverted, multiply(multiply(byCommon, common.covariance), transpose(byCommon)), -1),
  };
}

/** Mean square of a latent effect with variance `variance` that enters the targets through `column`. */
export function meanSquare(variance: number, column: readonly number[], city: CityPosterior): number {
  const estimate = variance * dot(column, city.pull);
  return estimate ** 2 + variance - variance ** 2 * dot(column, apply(city.pullCovariance, column));
}
