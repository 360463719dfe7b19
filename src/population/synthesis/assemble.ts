import { NO_ROUTE } from '../append.ts';
import { NONE, Presence } from '../codes.ts';
import { allocatePopulation, type Population } from '../population.ts';
import type { Draft } from './draft.ts';
import { membersOf } from './resident/members-of.ts';
import type { Villages } from './trait/place-villages.ts';

/**
 * The final tables. Households are ordered by area: village households village by village, those in villages without one,
 * then those in town; persons follow their household. Tables are allocated once, with exactly the rows needed.
 * Attributes are left at zero.
 */
export function assemble(draft: Draft, villages: Villages, areas: number): Population {
  const { order, row } = orderHouseholds(draft, villages, areas);
  const household = new Int32Array(draft.persons);
  for (let i = 0; i < draft.persons; i++) household[i] = row[draft.household[i]];
  const { list } = membersOf(household, draft.persons, order.length);
  const personRow = new Int32Array(draft.persons);
  for (let i = 0; i < list.length; i++) personRow[list[i]] = i;
  const population = allocatePopulation({
    persons: draft.persons,
    households: order.length,
    villages: villages.area.length,
  });
  fillVillages(population, villages);
  fillHouseholds(population, draft, villages, order, personRow);
  fillPersons(population, draft, household, list, personRow);
  return population;
}

/** Households kept (not joined to elders) in final order, and the final row of each draft household. */
function orderHouseholds(draft: Draft, villages: Villages, areas: number) {
  const keys = new Int32Array(draft.households);
  const places = villages.area.length + 2 * areas;
  const count = new Int32Array(places + 1);
  for (let h = 0; h < draft.households; h++) {
    if (draft.joined[h] !== NONE) continue;
    keys[h] = placeOf(draft, villages, h);
    count[keys[h] + 1]++;
  }
  for (let k = 0; k < places; k++) count[k + 1] += count[k];
  const order = new Int32Array(count[places]);
  const row = new Int32Array(draft.households).fill(NONE);
  for (let h = 0; h < draft.households; h++) {
    if (draft.joined[h] !== NONE) continue;
    row[h] = count[keys[h]]++;
    order[row[h]] = h;
  }
  return { order, row };
}

/** Rank of a household's place: an area's villages, its other village homes, its town; areas follow each other. */
function placeOf(draft: Draft, villages: Villages, h: number): number {
  const area = draft.homeArea[h];
  const village = villages.ofHousehold[h];
  if (village !== NONE) return village + 2 * area;
  return villagesUpTo(villages, area) + 2 * area + draft.homeUrban[h];
}

/** Number of villages in areas 0..area. */
function villagesUpTo({ area: areaOf }: Villages, area: number): number {
  let low = 0;
  let high = areaOf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (areaOf[middle] <= area) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fillVillages({ villages: table }: Population, villages: Villages): void {
  table.rows = villages.area.length;
  table.columns.area.set(villages.area);
  table.columns.distanceKm.set(villages.distanceKm);
}

function fillHouseholds(
  { households }: Population,
  draft: Draft,
  villages: Villages,
  order: Int32Array,
  personRow: Int32Array,
): void {
  households.rows = order.length;
  const { kind, homeArea, homeUrban, village, townArea, head } = households.columns;
  for (let row = 0; row < order.length; row++) {
    const h = order[row];
    kind[row] = draft.kind[h];
    homeArea[row] = draft.homeArea[h];
    homeUrban[row] = draft.homeUrban[h];
    village[row] = villages.ofHousehold[h];
    townArea[row] = draft.townArea[h];
    head[row] = personRow[draft.head[h]];
  }
}

/** Column by column, so that the column read from stays in the cache. */
function fillPersons(
  { persons }: Population,
  draft: Draft,
  household: Int32Array,
  list: Int32Array,
  personRow: Int32Array,
): void {
  persons.rows = list.length;
  const c = persons.columns;
  c.presence.fill(Presence.present);
  c.settledRoute.fill(NO_ROUTE);
  for (let row = 0; row < list.length; row++) c.identity[row] = row;
  for (const column of COPIED) gather(draft[column], c[column], list);
  gather(household, c.household, list);
  for (const link of LINKS) {
    const from = draft[link];
    const to = c[link];
    for (let row = 0; row < list.length; row++) {
      const i = from[list[row]];
      to[row] = i === NONE ? NONE : personRow[i];
    }
  }
  for (let row = 0; row < list.length; row++) c.ruralOrigin[row] = 1 - c.registerUrban[row];
}

const LINKS = ['mother', 'father', 'spouse'] as const;
const COPIED = [
  'sex',
  'age',
  'role',
  'registerArea',
  'registerUrban',
  'residenceArea',
  'residenceUrban',
] as const satisfies readonly (keyof Draft)[];

function gather<T extends Uint8Array | Int32Array>(from: T, to: T, list: Int32Array): void {
  for (let row = 0; row < list.length; row++) to[row] = from[list[row]];
}
