import type { LawBook } from '../policy/law.ts';
import { boundTo } from '../population/bound.ts';
import type { Ledger } from '../population/ledger.ts';
import type { DrawKey } from '../random/draw.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Hazards } from './agenda/hazards.ts';
import type { Capacity, CountyValues } from './capacity.ts';
import type { LifeTables } from './demography/life-tables.ts';
import type { Motherhood } from './demography/motherhood.ts';
import type { Settling } from './settlement/settling-pace.ts';
import type { Survey } from './settlement/survey.ts';
import type { Watch } from './watch.ts';

/**
 * What is true of one replicate between two year ends. The tables are not here: a process takes population, agenda, members and
 * village shares from the workspace it is bound to (population/bound.ts), which is that of the state it is given.
 */
export interface State {
  year: number;
  readonly baseYear: number;
  /** Years since the base year. */
  t: number;
  /**
   * Year (as `t`) after which permits and settlement may come to those whose condition begins to hold now: last year until the
   * moves are over, then this year. The schedule advances it.
   */
  sinceMoves: number;
  readonly city: CityData;
  readonly law: LawBook;
  readonly key: DrawKey;
  readonly ledger: Ledger;
  /** The chances by which waits are drawn. */
  readonly hazards: Hazards;
  readonly lifeTables: LifeTables;
  /** Who has children where, by year since the base year. */
  readonly motherhood: (t: number) => Motherhood;
  /** Households whose wishes are asked every year: the survey behind the shares willing, firm, aware and eligible. */
  readonly survey: Survey;
  /** What can run out, and how scarce it was last year. */
  readonly capacity: Capacity;
  /** How this place settles against what surveys and the nation say. */
  readonly settling: Settling;
  /** Constants solved once on the base year: the settlement anchors and the centring of peers and service gap. */
  anchors: Anchors;
  /** Donor households for in-migration, by area: rows of base households registered outside the city. */
  readonly donors: readonly Donors[];
  /** Whom those who come to study are like, by area. */
  readonly studentsLike: readonly StudentsLike[];
  /** Whom parents who come are like, by area. */
  readonly eldersLike: readonly EldersLike[];
  /** What drives the counties of this replicate away from the middle of their flows, by year. */
  readonly drivers: CountyDrivers;
  /** What counties have room for, where the scenario says so for one of them: [year after the base year][area]. */
  readonly counties: readonly (readonly CountyValues[])[];
  /** Values of this year in this replicate. */
  parameters: ParameterValues;
  /** Told what one household decides; changes nothing. */
  readonly watch?: Watch | undefined;
}

/** Quantities frozen on the base-year stock under the law as it really stands. */
interface Anchors {
  /** Constant of the settlement utility, solved for the share willing that surveys found, moved until as many are firm as in this place. */
  readonly settlementConstant: number;
  /** Threshold of the firm, solved for the share firm that surveys found. */
  readonly firmThreshold: number;
  /** Mean service gap of the base-year stock: the gap is measured from it. */
  readonly serviceGapMean: number;
  /** Share of all village members away, and of those in towns settled: peers are measured from them. */
  readonly awayMean: number;
  readonly settledMean: number;
  /** How moves are anchored on the flows of each county. */
  readonly moves: MovesAnchor;
}

/** Constants and flows of a replicate by area, of the base year: persons of the population simulated, a year. */
export interface MovesAnchor {
  /** Utility of leaving the county, and of its own town for villagers. */
  readonly leave: Float64Array;
  readonly town: Float64Array;
  /** How much more readily people look around than they usually do, 1 to `MOST_LOOKING`. */
  readonly look: Float64Array;
  /** Shares of those who look around that go there. */
  readonly leaveShare: Float64Array;
  readonly townShare: Float64Array;
  /** Arrivals of outsiders: [area * 2 + origin], the own province first. */
  readonly arrivals: Float64Array;
  /** Those who leave the county, and those who come to be townspeople of it, families included. */
  readonly leaving: Float64Array;
  readonly townward: Float64Array;
  readonly residents: Float64Array;
}

/** Shocks by year (from the base year on) and area. */
export interface CountyDrivers {
  /** Net migration a year per resident. */
  readonly net: readonly Float64Array[];
  /** Change of the urban share a year, 0..1. */
  readonly urban: readonly Float64Array[];
}

/** Base-year households of outsiders of one origin, from which those who come to an area are copied. */
export interface Donors {
  readonly households: Int32Array;
  /** Area they live in: the one they stand for, or another where nobody of the origin lives there. */
  readonly from: number;
  /** Mean persons a donor brings. */
  readonly householdSize: number;
}

/** Rows of the base population that those who come to study in an area are copied from, and of the dormitories of its towns. */
export interface StudentsLike {
  readonly rows: Int32Array;
  readonly dormitories: Int32Array;
}

/** Rows of the base population that parents who come to an area are copied from, and of the families they come to live with. */
export interface EldersLike {
  readonly rows: Int32Array;
  readonly families: Int32Array;
}

/** Scratch of a workspace: rows a step works on. As long as the person table; nothing in it outlives a step. */
export const scratchOf = boundTo(({ persons }) => new Int32Array(persons.capacity));
