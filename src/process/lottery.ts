import { type DrawKey, uniform } from '../random/draw.ts';

/** One who asks for something scarce. */
export interface Claim {
  /** Row of the person (or of the household's reference person) the draw is keyed by. */
  readonly person: number;
  /** What is asked for, given back by `winners`. */
  readonly row: number;
  /** Lower comes first; claims of equal rank are drawn by lot. */
  readonly rank: number;
}

/** Words a draw is keyed by. */
interface Identities {
  readonly identity: ArrayLike<number>;
  readonly lineage: ArrayLike<number>;
}

/**
 * Gives `places` to the claims of lowest rank, by keyed lottery inside a rank: the outcome depends on who claims, not on the
 * order of the list. Returns the claims that were met.
 */
export function drawWinners(
  claims: readonly Claim[],
  places: number,
  persons: Identities,
  key: DrawKey,
  year: number,
  decision: number,
): readonly Claim[] {
  if (claims.length <= places) return claims;
  if (places <= 0) return [];
  const lots = claims.map((claim) => ({
    claim,
    lot: uniform(key, persons.identity[claim.person]!, persons.lineage[claim.person]!, year, decision),
  }));
  lots.sort((a, b) => a.claim.rank - b.claim.rank || a.lot - b.lot || a.claim.person - b.claim.person);
  return lots.slice(0, Math.floor(places)).map(({ claim }) => claim);
}
