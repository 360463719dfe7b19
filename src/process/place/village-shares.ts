import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE, Outside } from '../../population/codes.ts';
import { membersOf } from '../members.ts';

/** Destinations of the absent, in the order of `network`. */
export const Destination = { town: 0, city: 1, province: 2, nation: 3 } as const;
export const DESTINATIONS = 4;

/**
 * Members of a village, each with the share of all villages, that those of a sample are joined by. A sample shows a village by a
 * few households, whose own moves are then most of what they take for their neighbours': left so, one of a hundredth of Sanmenxia
 * comes to an urban share 1.1 points too low in 15 years, with this many 0.1 (test/bench/sampling.md).
 */
const PRIOR_MEMBERS = 100;

/**
 * Shares of each village's members, taken at the last year end: what a household knows of its neighbours. Of a sample they are drawn
 * towards those of all villages together, the more the smaller it is; a village with nobody to take a share of has these.
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

  /**
   * Takes the shares of all villages from all households, just regrouped: how a replicate begins.
   * @param weight persons one simulated person stands for
   */
  readonly measure: (weight: number) => void;
  /**
   * The same at a later year end, for the households touched since the last one. Has to follow a regrouping.
   * @param touched households
   */
  readonly update: (touched: Int32Array) => void;
}

/** Columns of the counts: members, in town, settled in town, then the four destinations. */
const MEMBERS = 0;
const IN_TOWN = 1;
const SETTLED = 2;
const BY_DESTINATION = 3;
const WIDTH = BY_DESTINATION + DESTINATIONS;

/** The shares of a workspace's villages: made once, measured anew by every replicate. */
export const sharesOf = boundTo((workspace): VillageShares => {
  const { residenceArea, residenceUrban, registerUrban, registerArea } = workspace.persons.columns;
  const { village, kind, homeArea, homeUrban } = workspace.households.columns;
  const { first, next } = membersOf(workspace);
  const { capacity } = workspace.villages;
  const away = new Float64Array(capacity);
  const network = new Float64Array(capacity * DESTINATIONS);
  const settled = new Float64Array(capacity);
  /** Counts of each village: [village * WIDTH + column]. */
  const counts = new Int32Array(capacity * WIDTH);
  /** What each household adds to them: [household * WIDTH + column]. */
  const part = new Uint8Array(workspace.households.capacity * WIDTH);
  let prior = 0;
  const shares: VillageShares = { away, network, settled, overall: { away: 0, settled: 0 }, measure, update };
  return shares;

  function measure(weight: number): void {
    prior = PRIOR_MEMBERS * (1 - 1 / weight);
    counts.fill(0);
    part.fill(0);
    for (let h = 0; h < workspace.households.rows; h++) recount(h);
    takeShares();
  }

  function update(touched: Int32Array): void {
    for (let n = 0; n < touched.length; n++) recount(touched[n]);
    takeShares();
  }

  /** Takes back what household h added to its village and adds what it is now. */
  function recount(h: number): void {
    const v = village[h];
    if (v === NONE || kind[h] !== HouseholdKind.family) return;
    const from = h * WIDTH;
    const to = v * WIDTH;
    for (let k = 0; k < WIDTH; k++) {
      counts[to + k] -= part[from + k];
      part[from + k] = 0;
    }
    countMembers(from, h);
    for (let k = 0; k < WIDTH; k++) counts[to + k] += part[from + k];
  }

  /** Counts the members of household h into `part`, from a place on. */
  function countMembers(from: number, h: number): void {
    const home = homeArea[h];
    const side = homeUrban[h];
    for (let i = first[h]; i !== NONE; i = next[i]) {
      part[from + MEMBERS]++;
      const area = residenceArea[i];
      if (area === home && residenceUrban[i] === side) continue;
      if (area >= Outside.province) {
        part[from + BY_DESTINATION + (area === Outside.province ? Destination.province : Destination.nation)]++;
        continue;
      }
      part[from + IN_TOWN]++;
      if (registerUrban[i] === 1 && registerArea[i] === area) part[from + SETTLED]++;
      part[from + BY_DESTINATION + (area === home ? Destination.town : Destination.city)]++;
    }
  }

  function takeShares(): void {
    const villages = workspace.villages.rows;
    const all = new Float64Array(WIDTH);
    for (let k = 0; k < villages * WIDTH; k++) all[k % WIDTH] += counts[k];
    const absent = absentOf(all, 0);
    const overall = { away: share(absent, all[MEMBERS], 0, 0), settled: share(all[SETTLED], all[IN_TOWN], 0, 0) };
    shares.overall = overall;
    for (let v = 0; v < villages; v++) {
      const row = v * WIDTH;
      const absentHere = absentOf(counts, row);
      away[v] = share(absentHere, counts[row + MEMBERS], overall.away, prior);
      settled[v] = share(counts[row + SETTLED], counts[row + IN_TOWN], overall.settled, prior);
      for (let d = 0; d < DESTINATIONS; d++)
        network[v * DESTINATIONS + d] = share(
          counts[row + BY_DESTINATION + d],
          absentHere,
          share(all[BY_DESTINATION + d], absent, 1 / DESTINATIONS, 0),
          prior,
        );
    }
  }
});

/** The absent counted in one row, over all destinations. */
function absentOf(counts: Int32Array | Float64Array, row: number): number {
  let absent = 0;
  for (let d = 0; d < DESTINATIONS; d++) absent += counts[row + BY_DESTINATION + d];
  return absent;
}

/** Share of a part, as if another share held for `prior` more. */
const share = (part: number, whole: number, otherwise: number, prior: number): number =>
  whole + prior > 0 ? (part + prior * otherwise) / (whole + prior) : otherwise;
