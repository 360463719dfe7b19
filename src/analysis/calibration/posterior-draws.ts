import { apply, cholesky, type Matrix, plus } from './matrix.ts';
import { normalDraws } from './normal-draws.ts';
import type { CityPosterior, Normal, Posterior } from './posterior.ts';

/** Joint draws on the unbounded scales: row k of every list belongs to one draw k of the common values. */
interface PosteriorDraws {
  readonly common: readonly (readonly number[])[];
  readonly cities: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** Of a prefecture that was not fitted: common values and a deviation of its own. */
  readonly elsewhere: readonly (readonly number[])[];
}

/** Draws keyed by seed and prefecture: those of one prefecture do not depend on which others are fitted, save through the posterior. */
export function drawPosterior(
  { common, cities }: Posterior,
  spread: readonly number[],
  count: number,
  seed: string,
): PosteriorDraws {
  const size = spread.length;
  const commonDraws = spreadOut(common, normalDraws(`${seed} common`, count, size));
  const ofCity = (code: string, city: CityPosterior) => {
    const own = spreadOut(
      { mean: city.offset, covariance: city.conditional },
      normalDraws(`${seed} ${code}`, count, size),
    );
    return own.map((draw, k) => plus(draw, apply(city.slope, commonDraws[k])));
  };
  const elsewhere = normalDraws(`${seed} elsewhere`, count, size);
  return {
    common: commonDraws,
    cities: new Map([...cities].map(([code, city]) => [code, ofCity(code, city)])),
    elsewhere: elsewhere.map((z, k) => z.map((value, p) => commonDraws[k][p] + Math.sqrt(spread[p]) * value)),
  };
}

/** Standard normal draws with the mean and covariance asked for. */
function spreadOut({ mean, covariance }: Normal, draws: readonly (readonly number[])[]): number[][] {
  const root = semiRoot(covariance);
  return draws.map((z) => plus(mean, apply(root, z)));
}

/** Lower triangle L with L Lᵀ = A, for a covariance in which some variables may not vary at all: their rows are 0. */
function semiRoot(covariance: Matrix): number[][] {
  const varying = covariance.flatMap((row, i) => (row[i] > 0 ? [i] : []));
  const inner = cholesky(varying.map((i) => varying.map((j) => covariance[i][j])));
  const root = covariance.map((row) => row.map(() => 0));
  varying.forEach((i, a) => {
    varying.forEach((j, b) => {
      root[i][j] = inner[a][b];
    });
  });
  return root;
}
