import { HouseholdKind, NO_TOWN, NONE, Presence, Tenure } from './codes.ts';
import type { HouseholdTable, PersonTable } from './population.ts';

/** No route: value of `settledRoute` of those who have not settled. */
export const NO_ROUTE = 255;

/** A new person row with every column reset; returns the row. Throws when the table is full. */
export function appendPerson(persons: PersonTable): number {
  const i = persons.rows;
  if (i >= persons.capacity) throw new RangeError(`person table is full at ${persons.capacity} rows`);
  const c = persons.columns;
  for (const column of Object.values(c)) column[i] = 0;
  c.presence[i] = Presence.present;
  c.mother[i] = c.father[i] = c.spouse[i] = NONE;
  c.settledRoute[i] = NO_ROUTE;
  persons.rows = i + 1;
  return i;
}

/** A new family household row with every column reset; returns the row. Throws when the table is full. */
export function appendHousehold(households: HouseholdTable): number {
  const h = households.rows;
  if (h >= households.capacity) throw new RangeError(`household table is full at ${households.capacity} rows`);
  const c = households.columns;
  for (const column of Object.values(c)) column[h] = 0;
  c.kind[h] = HouseholdKind.family;
  c.village[h] = c.head[h] = NONE;
  c.townArea[h] = NO_TOWN;
  c.tenure[h] = Tenure.none;
  households.rows = h + 1;
  return h;
}
