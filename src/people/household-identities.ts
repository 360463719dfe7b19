import type { Population } from '../population/population.ts';
import { personIdentity } from './person-identity.ts';

/** Households one person may found: beyond them identities would collide. */
const FOUNDED = 16;

/**
 * Identities of households that stay the same in every scenario: of the base population the row, of those founded or arrived later the
 * identity of the first reference person and how often that one has founded, below zero. Look at it every year end, so that of several
 * founded by one person the order is known.
 */
export interface HouseholdIdentities {
  /** By row of those known. */
  readonly of: (h: number) => number;
  /** Takes in the households that are new since the last look. */
  readonly look: () => void;
}

/** First reference persons, by household. */
interface Leads {
  readonly identity: ArrayLike<number>;
  readonly lineage: ArrayLike<number>;
}

/** @param baseRows households of the base population, the first rows of the table */
export function householdIdentities(
  { households }: Population,
  baseRows: number,
  { identity, lineage }: Leads,
): HouseholdIdentities {
  const later: number[] = [];
  const founded = new Map<number, number>();
  return {
    of: (h) => (h < baseRows ? h : later[h - baseRows]),
    look() {
      for (let h = baseRows + later.length; h < households.rows; h++) {
        const lead = personIdentity(identity[h], lineage[h]);
        const before = founded.get(lead) ?? 0;
        if (before >= FOUNDED) throw new RangeError('more households founded by one person than identities allow');
        founded.set(lead, before + 1);
        later.push(-(lead * FOUNDED + before) - 1);
      }
    },
  };
}
