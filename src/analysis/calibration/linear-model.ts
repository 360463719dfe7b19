import type { Matrix } from './matrix.ts';

/**
 * The simulator of one prefecture as a straight line about one point of the parameter space. Parameters and targets are on
 * their unbounded scales; rows of all lists are targets, columns of the Jacobian parameters.
 */
export interface LinearModel {
  /** Six-digit prefecture code. */
  readonly city: string;
  /** Where the line touches. */
  readonly point: readonly number[];
  /** What the simulator gives at the point: mean over replicates. */
  readonly level: readonly number[];
  /** Change of each target with each parameter. */
  readonly jacobian: Matrix;
  readonly observed: readonly number[];
  /** Variance by which an observed figure may differ from the level by chance alone. */
  readonly noise: readonly number[];
  /** Kind of each target: targets of one kind share a discrepancy. */
  readonly kind: readonly string[];
}

/** What is believed before any target is seen, on the unbounded scales. */
export interface Prior {
  /** Centre of the values common to all prefectures. */
  readonly mean: readonly number[];
  /** Variance of the common values. */
  readonly common: readonly number[];
  /** Variance of a prefecture about the common value; 0 for a parameter that is the same everywhere. */
  readonly spread: readonly number[];
  /** Discrepancy of the model by kind of target. */
  readonly discrepancy: Readonly<Record<string, Discrepancy>>;
}

/** Variance of what the model misses, at any parameters: by each county alone, and by all counties of a prefecture alike. */
export interface Discrepancy {
  readonly county: number;
  readonly shared: number;
}

/** The variances a posterior is conditional on, prior or estimated. */
export interface Variances {
  readonly spread: readonly number[];
  readonly discrepancy: Readonly<Record<string, Discrepancy>>;
  /** By prefecture and target: 1 for a county like the others, less for one the model cannot be expected to meet. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** Variance of an observed target given the parameters: chance, the county's own discrepancy and the shared one. */
export function residualCovariance(model: LinearModel, { discrepancy, weights }: Variances): number[][] {
  const { city, kind, noise } = model;
  const weight = weights.get(city);
  return kind.map((k, i) =>
    kind.map((other, j) => {
      const { county, shared } = discrepancy[k];
      const alone = i === j ? county / (weight?.[i] ?? 1) + noise[i] : 0;
      return (k === other ? shared : 0) + alone;
    }),
  );
}
