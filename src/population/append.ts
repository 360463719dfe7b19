import { HouseholdKind, NO_TOWN, NONE, Presence, Tenure } from './codes.ts';
import type { HouseholdTable, PersonTable } from './population.ts';

/** No route: value of `settledRoute` of those who have not settled. */
export const NO_ROUTE = 255;

/*
 * Every column is written out: rows behind the base are stale, and a loop over columns of several array types is ten times
 * slower here. A test holds both lists against the column specifications.
 */

/** A new person row with every column reset; returns the row. Throws when the table is full. */
export function appendPerson(persons: PersonTable): number {
  const i = persons.rows;
  if (i >= persons.capacity) throw new RangeError(`person table is full at ${persons.capacity} rows`);
  const c = persons.columns;
  c.identity[i] = 0;
  c.lineage[i] = 0;
  c.presence[i] = Presence.present;
  c.sex[i] = 0;
  c.age[i] = 0;
  c.education[i] = 0;
  c.work[i] = 0;
  c.role[i] = 0;
  c.household[i] = 0;
  c.mother[i] = NONE;
  c.father[i] = NONE;
  c.spouse[i] = NONE;
  c.registerArea[i] = 0;
  c.registerUrban[i] = 0;
  c.nonAgricultural[i] = 0;
  c.residenceArea[i] = 0;
  c.residenceUrban[i] = 0;
  c.ruralOrigin[i] = 0;
  c.arrivalYear[i] = 0;
  c.permitYear[i] = 0;
  c.insuredYears[i] = 0;
  c.settledYear[i] = 0;
  c.settledRoute[i] = NO_ROUTE;
  c.births[i] = 0;
  persons.rows = i + 1;
  return i;
}

/** A new family household row with every column reset; returns the row. Throws when the table is full. */
export function appendHousehold(households: HouseholdTable): number {
  const h = households.rows;
  if (h >= households.capacity) throw new RangeError(`household table is full at ${households.capacity} rows`);
  const c = households.columns;
  c.kind[h] = HouseholdKind.family;
  c.homeArea[h] = 0;
  c.homeUrban[h] = 0;
  c.village[h] = NONE;
  c.townArea[h] = NO_TOWN;
  c.head[h] = NONE;
  c.landMu[h] = 0;
  c.homestead[h] = 0;
  c.herder[h] = 0;
  c.tenure[h] = Tenure.none;
  c.waitingSince[h] = 0;
  c.tenureYear[h] = 0;
  c.aware[h] = 0;
  c.landBelief[h] = 0;
  c.indifferent[h] = 0;
  c.taste[h] = 0;
  households.rows = h + 1;
  return h;
}
