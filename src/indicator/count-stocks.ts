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
  countPermits(byArea, population);
  countWork(byArea, population);
  countChildren(byArea, population);
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

function countPermits(byArea: Int32Array, { persons }: Population): void {
  const { presence, permitYear, residenceArea } = persons.columns;
  for (let i = 0; i < persons.rows; i++) {
    if (permitYear[i] !== 0 && presence[i] === Presence.present && isInCity(residenceArea[i]!))
      byArea[residenceArea[i]! * WIDTH + Count.permits]!++;
  }
}

/** Contribution years that give an employee pension. */
const PENSION_YEARS = 15;

/** Insured employees, senior students, and people of 60 and over without an employee pension. */
function countWork(byArea: Int32Array, { persons }: Population): void {
  const { presence, age, work, insuredYears, residenceArea } = persons.columns;
  const { registerArea, registerUrban, residenceUrban } = persons.columns;
  for (let i = 0; i < persons.rows; i++) {
    const old = age[i]! >= 60;
    if (work[i] !== Work.formal && work[i] !== Work.student && !old) continue;
    if (presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) continue;
    const row = residenceArea[i]! * WIDTH;
    if (work[i] === Work.formal) byArea[row + Count.insured]!++;
    if (old && insuredYears[i]! < PENSION_YEARS) byArea[row + Count.pensioners]!++;
    if (work[i] !== Work.student || age[i]! >= 18) continue;
    byArea[row + Count.senior]!++;
    if (registerArea[i] !== residenceArea[i] || (residenceUrban[i] === 1 && registerUrban[i] === 0))
      byArea[row + Count.seniorAccompanying]!++;
  }
}

/** Column of the stage a child of an age attends, below senior secondary; 0 for none. */
const STAGE_OF_AGE = Uint8Array.from({ length: AGES }, (_, age) => {
  if (age < 3 || age > 14) return 0;
  return age < 6 ? Count.preschool : age < 12 ? Count.primary : Count.junior;
});

/** Pupils by age (3-5, 6-11, 12-14), those of them who live off their register, and children left behind in villages. */
function countChildren(byArea: Int32Array, population: Population): void {
  const { rows, columns: c } = population.persons;
  const { presence, age, mother, father, residenceArea, residenceUrban, registerArea, registerUrban } = c;
  for (let i = 0; i < rows; i++) {
    if (age[i]! > 15 || presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) continue;
    const row = residenceArea[i]! * WIDTH;
    const stage = STAGE_OF_AGE[age[i]!]!;
    if (stage > 0) {
      byArea[row + stage]!++;
      if (registerArea[i] !== residenceArea[i] || (residenceUrban[i] === 1 && registerUrban[i] === 0))
        byArea[row + stage + 1]!++;
    }
    if (residenceUrban[i] === 0 && (isAway(population, i, mother[i]!) || isAway(population, i, father[i]!)))
      byArea[row + Count.leftBehind]!++;
  }
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
