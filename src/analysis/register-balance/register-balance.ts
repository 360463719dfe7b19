import { combined, type Ranged } from './ranged.ts';

/** Share of registered persons on a town register, 0..1: a printed rate by place, or what a scenario assumes. */
export interface TownShare extends Ranged {
  readonly published: boolean;
}

/** What is known of an area's registers at two year ends. */
export interface BalanceInput {
  /** `city`, or the code of an area. */
  readonly area: string;
  readonly from: number;
  readonly to: number;
  /** Registered persons at both ends. */
  readonly registered: readonly [Ranged, Ranged];
  /** Null at the end where nothing is known of it. */
  readonly townShare: readonly [TownShare, TownShare | null];
  /** Births less deaths of the registered, a person and year. */
  readonly naturalRate: Ranged;
}

/**
 * The balance of an area's registers by side, persons a year. With town registers U, village registers V, settlements S of
 * villagers, reclassification R, natural change N and the net outflow O of each side:
 *
 *   dU = S + R + N_u - O_u        dV = -S - R + N_v - O_v        d(U + V) = N - O
 */
export interface RegisterBalance {
  readonly area: string;
  readonly from: number;
  readonly to: number;
  readonly registered: readonly [Ranged, Ranged];
  readonly townShare: readonly [TownShare, TownShare | null];
  /** d(U + V). */
  readonly change: Ranged;
  /** N. */
  readonly natural: Ranged;
  /** The residual N - d(U + V): who left on balance, and what was cleared from the books. */
  readonly outflow: Ranged;
  /** dU and dV where the share at the end is known, else null. */
  readonly town: Ranged | null;
  readonly village: Ranged | null;
  /**
   * Most that S + R of the area's own villagers can be: N_v - dV, since villages take in next to no registers from outside, so
   * O_v is not below 0. Where the share at the end is unknown, at a flat share.
   */
  readonly most: Ranged;
  /** Least that S + R, people from outside included, must be: dU - N_u, since O_u is not below 0; 0 where that is below 0. */
  readonly least: Ranged;
  /** `most` if the share had not changed, and what every 0.1 points a year that it rises adds to it. */
  readonly mostAtFlatShare: Ranged;
  readonly mostPerTenthOfAPoint: number;
}

/** Works out the balance and the bounds on S + R that follow from it before any model. */
export function registerBalance({ area, from, to, registered, townShare, naturalRate }: BalanceInput): RegisterBalance {
  const years = to - from;
  const [before, after] = registered;
  const [shareBefore, shareAfter] = townShare;
  const figures = [before, after, shareBefore, shareAfter ?? shareBefore, naturalRate];
  const flat = [before, after, shareBefore, naturalRate];

  const natural = (p0: number, p1: number, n: number): number => (n * (p0 + p1)) / 2;
  const town = (p0: number, p1: number, r0: number, r1: number): number => (r1 * p1 - r0 * p0) / years;
  const village = (p0: number, p1: number, r0: number, r1: number): number => town(p0, p1, 1 - r0, 1 - r1);
  const most = (p0: number, p1: number, r0: number, r1: number, n: number): number =>
    natural((1 - r0) * p0, (1 - r1) * p1, n) - village(p0, p1, r0, r1);
  const least = (p0: number, p1: number, r0: number, r1: number, n: number): number =>
    town(p0, p1, r0, r1) - natural(r0 * p0, r1 * p1, n);
  // an unknown share at the end is the one at the beginning, not one that varies by itself
  const overShares = (formula: (p0: number, p1: number, r0: number, r1: number, n: number) => number): Ranged =>
    shareAfter === null
      ? combined(flat, (p0, p1, r, n) => formula(p0, p1, r, r, n))
      : combined(figures, (p0, p1, r0, r1, n) => formula(p0, p1, r0, r1, n));

  return {
    area,
    from,
    to,
    registered,
    townShare,
    change: combined([before, after], (p0, p1) => (p1 - p0) / years),
    natural: combined([before, after, naturalRate], (p0, p1, n) => natural(p0, p1, n)),
    outflow: combined([before, after, naturalRate], (p0, p1, n) => natural(p0, p1, n) - (p1 - p0) / years),
    town: shareAfter === null ? null : overShares(town),
    village: shareAfter === null ? null : overShares(village),
    most: overShares(most),
    least: overShares(least),
    mostAtFlatShare: combined(flat, (p0, p1, r, n) => most(p0, p1, r, r, n)),
    mostPerTenthOfAPoint: after.value * 0.001,
  };
}
