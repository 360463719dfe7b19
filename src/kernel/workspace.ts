import type { PopulationCapacity } from '../population/population.ts';

/** Room a replicate needs behind the base rows, as shares of them a year: births and arrivals; new households. */
const PERSONS_A_YEAR = 0.028;
const HOUSEHOLDS_A_YEAR = 0.028;
const SPARE = 20_000;

/** Rows of the three tables of a base population. */
export interface RowCounts {
  readonly persons: { readonly rows: number };
  readonly households: { readonly rows: number };
  readonly villages: { readonly rows: number };
}

/** Capacity of a replicate's own tables for a run of so many years. */
export function workspaceCapacity(base: RowCounts, years: number): PopulationCapacity {
  return {
    persons: Math.ceil(base.persons.rows * (1 + PERSONS_A_YEAR * years)) + SPARE,
    households: Math.ceil(base.households.rows * (1 + HOUSEHOLDS_A_YEAR * years)) + SPARE,
    villages: base.villages.rows,
  };
}
