import { isInCity, Presence, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';

/** What a person has at the end of a replicate: bits of `PeopleOutcomes.state`. */
export const EndState = { inTown: 1, permit: 2, publicRental: 4, insured: 8 } as const;

/**
 * How the people of one replicate ended up, in a form that two replicates of the same number can be compared by, person by
 * person: people of the base population by their row there, those who came or were born later by their identity.
 */
export interface PeopleOutcomes {
  /** By base row: year of settling less the base year, 0 for those who never settled. Of several the last. */
  readonly settled: Uint8Array;
  /** By base row: bits of `EndState` at the end of the last year; 0 for those no longer in the population. */
  readonly state: Uint8Array;
  /** Identities (lineage · 2³² + identity) of those who settled and were not in the base population, ascending. */
  readonly later: Float64Array;
  /** Year of settling less the base year of those. */
  readonly laterSettled: Uint8Array;
}

/** Reads the outcomes off the tables of a finished replicate, whose first rows are those of the base population. */
export function peopleOutcomes(
  { persons, households }: Population,
  baseRows: number,
  baseYear: number,
): PeopleOutcomes {
  const c = persons.columns;
  const settled = new Uint8Array(baseRows);
  const state = new Uint8Array(baseRows);
  for (let i = 0; i < baseRows; i++) {
    if (c.settledYear[i] !== 0) settled[i] = c.settledYear[i] - baseYear;
    if (c.presence[i] === Presence.gone) continue;
    const inTown = isInCity(c.residenceArea[i]) && c.residenceUrban[i] === 1;
    const rents = households.columns.tenure[c.household[i]] === Tenure.publicRental;
    state[i] =
      (inTown ? EndState.inTown : 0) |
      (c.permitYear[i] !== 0 ? EndState.permit : 0) |
      (inTown && rents ? EndState.publicRental : 0) |
      (c.work[i] === Work.formal ? EndState.insured : 0);
  }
  const since = new Map<number, number>();
  for (let i = baseRows; i < persons.rows; i++) {
    if (c.settledYear[i] !== 0) since.set(c.lineage[i] * 2 ** 32 + c.identity[i], c.settledYear[i] - baseYear);
  }
  const later = Float64Array.from(since.keys()).sort();
  return { settled, state, later, laterSettled: Uint8Array.from(later, (identity) => since.get(identity)!) };
}
