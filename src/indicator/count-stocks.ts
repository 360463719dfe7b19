import { HouseholdKind, isInCity, NONE, Outside, Presence, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { AGES } from '../scenario/city-data.ts';
import { PYRAMID_GROUPS } from './names.ts';

/** Counters of one area; a row of `StockCounts.byArea`. */
export const Count = {
  resident: 0,
  urbanResident: 1,
  registered: 2,
  urbanRegistered: 3,
  nonAgricultural: 4,
  absent: 5,
  households: 6,
  familyPersons: 7,
  under15: 8,
  over60: 9,
  preschool: 10,
  preschoolAccompanying: 11,
  primary: 12,
  primaryAccompanying: 13,
  junior: 14,
  juniorAccompanying: 15,
  senior: 16,
  seniorAccompanying: 17,
  leftBehind: 18,
  permits: 19,
  insured: 20,
  pensioners: 21,
  publicRental: 22,
  fromProvince: 23,
  fromNation: 24,
} as const;
const WIDTH = 25;

/** Area codes go up to Outside.nation: the histograms have a row for each, so that counting needs no branch. */
const AREA_CODES = 252;

/** Integer counts of one year end. */
export interface StockCounts {
  /** [area * width + Count]. */
  readonly byArea: Int32Array;
  readonly width: number;
  /** Residents of the city: [sex * 18 + group]. */
  readonly pyramid: Int32Array;
  /** Persons by residence: [((area * 2 + urban) * 2 + sex) * 101 + age]. */
  readonly residence: Int32Array;
  /** Persons by register: [((area * 2 + urban) * 2 + kind) * 2 + whether they live in the city]. */
  readonly register: Int32Array;
  /** Persons by residence and where they are registered: [area * 3 + 0 there, 1 elsewhere in the province, 2 in another one]. */
  readonly origin: Int32Array;
}

export function createStockCounts(areas: number): StockCounts {
  return {
    byArea: new Int32Array(areas * WIDTH),
    width: WIDTH,
    pyramid: new Int32Array(2 * PYRAMID_GROUPS.length),
    residence: new Int32Array(AREA_CODES * 4 * AGES),
    register: new Int32Array(AREA_CODES * 8),
    origin: new Int32Array(AREA_CODES * 3),
  };
}

/**
 * Counts everyone present: residents in their area of residence, registers in theirs. Small passes, each over few columns.
 * @param places where the members of each household live, as of now
 */
export function countStocks(counts: StockCounts, population: Population, places: HouseholdPlaces): void {
  const { byArea, residence, register, origin } = counts;
  byArea.fill(0);
  residence.fill(0);
  register.fill(0);
  origin.fill(0);
  countPersons(counts, population);
  countHouseholds(byArea, population, places);
  countActivities(byArea, population);
  readHistograms(counts);
}

/** Members of each household at its home and in its town. */
interface HouseholdPlaces {
  readonly atHome: Uint16Array;
  readonly inTown: Uint16Array;
}

function countPersons({ residence, register, origin }: StockCounts, { persons }: Population): void {
  const { presence, sex, age, registerArea, registerUrban, nonAgricultural, residenceArea, residenceUrban } =
    persons.columns;
  const inCity = Uint8Array.from({ length: 256 }, (_, area) => (isInCity(area) ? 1 : 0));
  for (let i = 0; i < persons.rows; i++) {
    const here = presence[i]!;
    const area = residenceArea[i]!;
    const from = registerArea[i]!;
    const kind = (from * 2 + registerUrban[i]!) * 2 + nonAgricultural[i]!;
    register[kind * 2 + inCity[area]!]! += here;
    origin[area * 3 + (from === area ? 0 : from === Outside.nation ? 2 : 1)]! += here;
    residence[((area * 2 + residenceUrban[i]!) * 2 + sex[i]!) * AGES + age[i]!]! += here;
  }
}

/** Families are counted where they live: at home, in their town, or in both. */
function countHouseholds(byArea: Int32Array, { households }: Population, { atHome, inTown }: HouseholdPlaces): void {
  const { kind, homeArea, homeUrban, townArea, tenure } = households.columns;
  for (let h = 0; h < households.rows; h++) {
    if (kind[h] !== HouseholdKind.family) continue;
    const home = homeArea[h]! * WIDTH;
    if (atHome[h]! > 0) {
      byArea[home + Count.households]!++;
      byArea[home + Count.familyPersons]! += atHome[h]!;
    }
    if (inTown[h]! > 0) {
      byArea[townArea[h]! * WIDTH + Count.households]!++;
      byArea[townArea[h]! * WIDTH + Count.familyPersons]! += inTown[h]!;
    }
    // the dwelling is where the members in town live, or the home of a family that has nobody elsewhere
    if (tenure[h] !== Tenure.publicRental) continue;
    if (inTown[h]! > 0) byArea[townArea[h]! * WIDTH + Count.publicRental]!++;
    else if (atHome[h]! > 0) byArea[home + Count.publicRental]! += homeUrban[h]!;
  }
}

/** Contribution years that give an employee pension. */
const PENSION_YEARS = 15;
/** Column of the stage a child of an age attends, below senior secondary; 0 for none. */
const STAGE_OF_AGE = Uint8Array.from({ length: AGES }, (_, age) => {
  if (age < 3 || age > 14) return 0;
  return age < 6 ? Count.preschool : age < 12 ? Count.primary : Count.junior;
});
/** 1 for the ages that are looked at more closely: children, and people of pension age. */
const CLOSE_LOOK_AGE = Uint8Array.from({ length: AGES }, (_, age) => (age < 16 || age >= 60 ? 1 : 0));
/** 1 for insured workers and students. */
const CLOSE_LOOK_WORK = Uint8Array.from(Object.values(Work), (work) =>
  work === Work.formal || work === Work.student ? 1 : 0,
);

/** Permit holders, insured employees, people without an employee pension, pupils, and children left behind: few of everybody. */
function countActivities(byArea: Int32Array, population: Population): void {
  const { rows, columns: c } = population.persons;
  const { presence, age, work, insuredYears, permitYear, residenceArea } = c;
  for (let i = 0; i < rows; i++) {
    if ((CLOSE_LOOK_AGE[age[i]!]! | CLOSE_LOOK_WORK[work[i]!]!) === 0 && permitYear[i] === 0) continue;
    if (presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) continue;
    const row = residenceArea[i]! * WIDTH;
    if (permitYear[i] !== 0) byArea[row + Count.permits]!++;
    if (work[i] === Work.formal) byArea[row + Count.insured]!++;
    if (age[i]! >= 60 && insuredYears[i]! < PENSION_YEARS) byArea[row + Count.pensioners]!++;
    if (age[i]! < 18) countChild(byArea, row, population, i);
  }
}

/** Pupils by age (3-5, 6-11, 12-14, enrolled at 15-17), those of them who live off their register, and children left behind. */
function countChild(byArea: Int32Array, row: number, population: Population, i: number): void {
  const c = population.persons.columns;
  const age = c.age[i]!;
  const inVillage = c.residenceUrban[i] === 0;
  const stage = age < 15 ? STAGE_OF_AGE[age]! : c.work[i] === Work.student ? Count.senior : 0;
  if (stage > 0) {
    byArea[row + stage]!++;
    if (c.registerArea[i] !== c.residenceArea[i] || (!inVillage && c.registerUrban[i] === 0))
      byArea[row + stage + 1]!++;
  }
  if (inVillage && age < 16 && (isAway(population, i, c.mother[i]!) || isAway(population, i, c.father[i]!)))
    byArea[row + Count.leftBehind]!++;
}

/** Whether a parent is alive and lives somewhere else than the child. */
function isAway(population: Population, child: number, parent: number): boolean {
  const c = population.persons.columns;
  if (parent === NONE || c.presence[parent] === Presence.gone) return false;
  return c.residenceArea[parent] !== c.residenceArea[child] || c.residenceUrban[parent] !== c.residenceUrban[child];
}

/** Adds up the histograms: residents by side and age, registers by side and kind, the pyramid of the city. */
function readHistograms({ byArea, residence, register, origin, pyramid }: StockCounts): void {
  pyramid.fill(0);
  for (let area = 0; area * WIDTH < byArea.length; area++) {
    const row = area * WIDTH;
    byArea[row + Count.fromProvince] = origin[area * 3 + 1]!;
    byArea[row + Count.fromNation] = origin[area * 3 + 2]!;
    for (let side = 0; side < 2; side++) {
      for (let kind = 0; kind < 2; kind++) {
        const cell = ((area * 2 + side) * 2 + kind) * 2;
        const persons = register[cell]! + register[cell + 1]!;
        byArea[row + Count.absent]! += register[cell]!;
        byArea[row + Count.registered]! += persons;
        if (kind === 1) byArea[row + Count.nonAgricultural]! += persons;
        if (side === 1) byArea[row + Count.urbanRegistered]! += persons;
      }
      for (let sex = 0; sex < 2; sex++) {
        for (let age = 0; age < AGES; age++) {
          const persons = residence[((area * 2 + side) * 2 + sex) * AGES + age]!;
          byArea[row + Count.resident]! += persons;
          if (side === 1) byArea[row + Count.urbanResident]! += persons;
          if (age < 15) byArea[row + Count.under15]! += persons;
          if (age >= 60) byArea[row + Count.over60]! += persons;
          pyramid[sex * PYRAMID_GROUPS.length + Math.min(PYRAMID_GROUPS.length - 1, Math.floor(age / 5))]! += persons;
        }
      }
    }
  }
}
