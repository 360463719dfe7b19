import { HouseholdKind, NONE, Outside, Presence } from '../population/codes.ts';
import type { Population } from '../population/population.ts';

/** Destinations of the absent, in the order of `network`. */
export const Destination = { town: 0, centre: 1, province: 2, nation: 3 } as const;
export const DESTINATIONS = 4;

/** Shares of each village's members, taken at the last year end: what a household knows of its neighbours. */
export interface VillageShares {
  /** Share of members living away from the village. */
  readonly away: Float64Array;
  /** Share of the absent at each destination: [village * 4 + Destination]. */
  readonly network: Float64Array;
  /** Share of members in a town of the city who hold a town register. */
  readonly settled: Float64Array;
  readonly counts: Int32Array;
}

/** Columns of `counts`: members, in town, settled in town, then the four destinations. */
const MEMBERS = 0;
const IN_TOWN = 1;
const SETTLED = 2;
const BY_DESTINATION = 3;
const WIDTH = BY_DESTINATION + DESTINATIONS;

export function createVillageShares(villages: number): VillageShares {
  return {
    away: new Float64Array(villages),
    network: new Float64Array(villages * DESTINATIONS),
    settled: new Float64Array(villages),
    counts: new Int32Array(villages * WIDTH),
  };
}

/**
 * Takes the shares of all villages from the present population: one pass over the persons.
 * @param central whether an area belongs to the central city
 */
export function measureVillages(shares: VillageShares, population: Population, central: readonly boolean[]): void {
  const { counts } = shares;
  counts.fill(0);
  countMembers(counts, population, central);
  for (let v = 0; v < population.villages.rows; v++) {
    const row = v * WIDTH;
    const members = counts[row + MEMBERS]!;
    let absent = 0;
    for (let d = 0; d < DESTINATIONS; d++) absent += counts[row + BY_DESTINATION + d]!;
    shares.away[v] = members > 0 ? absent / members : 0;
    for (let d = 0; d < DESTINATIONS; d++) {
      shares.network[v * DESTINATIONS + d] = absent > 0 ? counts[row + BY_DESTINATION + d]! / absent : 1 / DESTINATIONS;
    }
    shares.settled[v] = counts[row + IN_TOWN]! > 0 ? counts[row + SETTLED]! / counts[row + IN_TOWN]! : 0;
  }
}

function countMembers(counts: Int32Array, population: Population, central: readonly boolean[]): void {
  const { presence, household, residenceArea, residenceUrban, registerUrban, registerArea } =
    population.persons.columns;
  const { village, homeArea, homeUrban, kind } = population.households.columns;
  for (let i = 0; i < population.persons.rows; i++) {
    if (presence[i] === Presence.gone) continue;
    const h = household[i]!;
    const v = village[h]!;
    if (v === NONE || kind[h] !== HouseholdKind.family) continue;
    const row = v * WIDTH;
    counts[row + MEMBERS]!++;
    const area = residenceArea[i]!;
    if (area === homeArea[h] && residenceUrban[i] === homeUrban[h]) continue;
    if (area >= Outside.province) {
      counts[row + BY_DESTINATION + (area === Outside.province ? Destination.province : Destination.nation)]!++;
      continue;
    }
    counts[row + IN_TOWN]!++;
    if (registerUrban[i] === 1 && registerArea[i] === area) counts[row + SETTLED]!++;
    const toCentre = central[area] && area !== homeArea[h];
    counts[row + BY_DESTINATION + (toCentre ? Destination.centre : Destination.town)]!++;
  }
}
