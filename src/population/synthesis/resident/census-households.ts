import { HouseholdKind, isInCity, Role } from '../../codes.ts';
import type { Population } from '../../population.ts';

/** Census family households counted from the tables: members of one family sharing one place. */
export interface CensusHouseholds {
  readonly households: Int32Array;
  readonly persons: Int32Array;
  readonly onePerson: Int32Array;
  /** By number of generations, [area][1, 2, 3, 4 and more]. */
  readonly generations: readonly Int32Array[];
  readonly with65Plus: Int32Array;
  /** By size 1..10 and more, over all areas. */
  readonly size: Int32Array;
}

/** Generation a role belongs to, as one bit; others and parted spouses add none. */
const generationBit = new Uint8Array(8);
generationBit[Role.parent] = 1;
generationBit[Role.head] = 2;
generationBit[Role.spouse] = 2;
generationBit[Role.child] = 4;
generationBit[Role.grandchild] = 8;
const HAS_65 = 16;

const bits = (mask: number): number => (mask & 1) + ((mask >> 1) & 1) + ((mask >> 2) & 1) + ((mask >> 3) & 1);

/**
 * Counts census households by area. The members of a family at its home make one household, those in its town another;
 * its generations are the different levels of role (parent, head, child, grandchild) present, at least one.
 */
export function censusHouseholds(population: Population, areas: number): CensusHouseholds {
  const c = population.persons.columns;
  const h = population.households.columns;
  const rows = population.households.rows;
  const members = new Uint16Array(2 * rows);
  const mask = new Uint8Array(2 * rows);
  const place = new Uint8Array(2 * rows);
  for (let i = 0; i < population.persons.rows; i++) {
    const household = c.household[i];
    const area = c.residenceArea[i];
    if (!isInCity(area) || h.kind[household] !== HouseholdKind.family) continue;
    const atHome = area === h.homeArea[household] && c.residenceUrban[i] === h.homeUrban[household];
    const part = 2 * household + (atHome ? 0 : 1);
    members[part]++;
    place[part] = area;
    mask[part] |= generationBit[c.role[i]] | (c.age[i] >= 65 ? HAS_65 : 0);
  }
  const counts = {
    households: new Int32Array(areas),
    persons: new Int32Array(areas),
    onePerson: new Int32Array(areas),
    generations: Array.from({ length: areas }, () => new Int32Array(4)),
    with65Plus: new Int32Array(areas),
    size: new Int32Array(10),
  };
  for (let part = 0; part < members.length; part++) {
    const size = members[part];
    if (size === 0) continue;
    const area = place[part];
    counts.households[area]++;
    counts.persons[area] += size;
    if (size === 1) counts.onePerson[area]++;
    counts.generations[area][Math.max(1, bits(mask[part])) - 1]++;
    if (mask[part] & HAS_65) counts.with65Plus[area]++;
    counts.size[Math.min(size, 10) - 1]++;
  }
  return counts;
}
