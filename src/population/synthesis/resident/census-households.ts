import { HouseholdKind, isInCity, Role, Tenure } from '../../codes.ts';
import type { Population } from '../../population.ts';

/** Census family households counted from the tables: members of one family sharing one place. */
export interface CensusHouseholds {
  readonly households: Int32Array;
  readonly persons: Int32Array;
  readonly onePerson: Int32Array;
  /** By number of generations, [area][1, 2, 3, 4 and more]. */
  readonly generations: readonly Int32Array[];
  readonly with65Plus: Int32Array;
  /** With one, and with two and more members of 65 and over: [area][0, 1]. */
  readonly by65Plus: readonly Int32Array[];
  /** That rent a dwelling in town, privately or from the town. */
  readonly renting: Int32Array;
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

const bits = (mask: number): number => (mask & 1) + ((mask >> 1) & 1) + ((mask >> 2) & 1) + ((mask >> 3) & 1);

const isRented = (tenure: number): boolean => tenure === Tenure.privateRent || tenure === Tenure.publicRental;

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
  const inTown = new Uint8Array(2 * rows);
  const old = new Uint8Array(2 * rows);
  for (let i = 0; i < population.persons.rows; i++) {
    const household = c.household[i];
    const area = c.residenceArea[i];
    if (!isInCity(area) || h.kind[household] !== HouseholdKind.family) continue;
    const atHome = area === h.homeArea[household] && c.residenceUrban[i] === h.homeUrban[household];
    const part = 2 * household + (atHome ? 0 : 1);
    members[part]++;
    place[part] = area;
    mask[part] |= generationBit[c.role[i]];
    if (c.age[i] >= 65) old[part]++;
    if (c.residenceUrban[i] === 1) inTown[part] = 1;
  }
  const counts = {
    households: new Int32Array(areas),
    persons: new Int32Array(areas),
    onePerson: new Int32Array(areas),
    generations: Array.from({ length: areas }, () => new Int32Array(4)),
    with65Plus: new Int32Array(areas),
    by65Plus: Array.from({ length: areas }, () => new Int32Array(2)),
    renting: new Int32Array(areas),
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
    if (old[part] > 0) counts.with65Plus[area]++;
    if (old[part] > 0) counts.by65Plus[area][old[part] === 1 ? 0 : 1]++;
    if (inTown[part] === 1 && isRented(h.tenure[part >> 1])) counts.renting[area]++;
    counts.size[Math.min(size, 10) - 1]++;
  }
  return counts;
}
