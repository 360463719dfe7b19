import { HouseholdKind, NONE, Outside } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import type { Members } from './members.ts';

/** Destinations of the absent, in the order of `network`. */
export const Destination = { town: 0, centre: 1, province: 2, nation: 3 } as const;
export const DESTINATIONS = 4;

/**
 * Shares of each village's members, taken at the last year end: what a household knows of its neighbours. A village with nobody to
 * take a share of has that of all villages together: in a small sample these are many, and they are not known to be zero.
 */
export interface VillageShares {
  /** Share of members living away from the village. */
  readonly away: Float64Array;
  /** Share of the absent at each destination: [village * 4 + Destination]. */
  readonly network: Float64Array;
  /** Share of members in a town of the city who hold a town register. */
  readonly settled: Float64Array;
  /** The first and the last of all villages together, each member counting once. */
  overall: { readonly away: number; readonly settled: number };
  /** Counts of each village: [village * WIDTH + column]. */
  readonly counts: Int32Array;
  /** What each household adds to them: [household * WIDTH + column]. */
  readonly part: Uint8Array;
}

/** Columns of `counts`: members, in town, settled in town, then the four destinations. */
const MEMBERS = 0;
const IN_TOWN = 1;
const SETTLED = 2;
const BY_DESTINATION = 3;
const WIDTH = BY_DESTINATION + DESTINATIONS;

export function createVillageShares(villages: number, householdCapacity: number): VillageShares {
  return {
    away: new Float64Array(villages),
    network: new Float64Array(villages * DESTINATIONS),
    settled: new Float64Array(villages),
    overall: { away: 0, settled: 0 },
    counts: new Int32Array(villages * WIDTH),
    part: new Uint8Array(householdCapacity * WIDTH),
  };
}

/** Takes the shares of all villages from all households, just regrouped: how a replicate begins. */
export function measureVillages(
  shares: VillageShares,
  members: Members,
  population: Population,
  central: readonly boolean[],
): void {
  shares.counts.fill(0);
  shares.part.fill(0);
  for (let h = 0; h < population.households.rows; h++) recount(shares, members, population, central, h);
  takeShares(shares, population.villages.rows);
}

/**
 * The same at a later year end, for the households touched since the last one. Has to follow a regrouping.
 * @param touched households
 * @param central whether an area belongs to the central city
 */
export function updateVillages(
  shares: VillageShares,
  members: Members,
  population: Population,
  central: readonly boolean[],
  touched: Int32Array,
): void {
  for (const h of touched) recount(shares, members, population, central, h);
  takeShares(shares, population.villages.rows);
}

/** Takes back what household h added to its village and adds what it is now. */
function recount(
  { counts, part }: VillageShares,
  members: Members,
  population: Population,
  central: readonly boolean[],
  h: number,
): void {
  const { village, kind } = population.households.columns;
  const v = village[h]!;
  if (v === NONE || kind[h] !== HouseholdKind.family) return;
  const from = h * WIDTH;
  const to = v * WIDTH;
  for (let k = 0; k < WIDTH; k++) {
    counts[to + k]! -= part[from + k]!;
    part[from + k] = 0;
  }
  countMembers(part, from, members, population, central, h);
  for (let k = 0; k < WIDTH; k++) counts[to + k]! += part[from + k]!;
}

/** Counts the members of household h into `part`, from a place on. */
function countMembers(
  part: Uint8Array,
  from: number,
  members: Members,
  population: Population,
  central: readonly boolean[],
  h: number,
): void {
  const { residenceArea, residenceUrban, registerUrban, registerArea } = population.persons.columns;
  const { homeArea, homeUrban } = population.households.columns;
  for (let i = members.first[h]!; i !== NONE; i = members.next[i]!) {
    part[from + MEMBERS]!++;
    const area = residenceArea[i]!;
    if (area === homeArea[h] && residenceUrban[i] === homeUrban[h]) continue;
    if (area >= Outside.province) {
      part[from + BY_DESTINATION + (area === Outside.province ? Destination.province : Destination.nation)]!++;
      continue;
    }
    part[from + IN_TOWN]!++;
    if (registerUrban[i] === 1 && registerArea[i] === area) part[from + SETTLED]!++;
    const toCentre = central[area] && area !== homeArea[h];
    part[from + BY_DESTINATION + (toCentre ? Destination.centre : Destination.town)]!++;
  }
}

function takeShares(shares: VillageShares, villages: number): void {
  const { counts, away, network, settled } = shares;
  const all = new Float64Array(WIDTH);
  for (let k = 0; k < villages * WIDTH; k++) all[k % WIDTH]! += counts[k]!;
  const absent = absentOf(all, 0);
  shares.overall = { away: share(absent, all[MEMBERS]!, 0), settled: share(all[SETTLED]!, all[IN_TOWN]!, 0) };
  for (let v = 0; v < villages; v++) {
    const row = v * WIDTH;
    const absentHere = absentOf(counts, row);
    away[v] = share(absentHere, counts[row + MEMBERS]!, shares.overall.away);
    settled[v] = share(counts[row + SETTLED]!, counts[row + IN_TOWN]!, shares.overall.settled);
    for (let d = 0; d < DESTINATIONS; d++)
      network[v * DESTINATIONS + d] = share(
        counts[row + BY_DESTINATION + d]!,
        absentHere,
        share(all[BY_DESTINATION + d]!, absent, 1 / DESTINATIONS),
      );
  }
}

/** The absent counted in one row, over all destinations. */
function absentOf(counts: Int32Array | Float64Array, row: number): number {
  let absent = 0;
  for (let d = 0; d < DESTINATIONS; d++) absent += counts[row + BY_DESTINATION + d]!;
  return absent;
}

const share = (part: number, whole: number, otherwise: number): number => (whole > 0 ? part / whole : otherwise);
