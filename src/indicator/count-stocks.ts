import { HouseholdKind, isInCity, NO_TOWN, NONE, Presence, Tenure, Work } from '../population/codes.ts';
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
} as const;
const WIDTH = 23;

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
  /** Persons by register: [(area * 2 + urban) * 2 + kind]. */
  readonly register: Int32Array;
  readonly homeSeen: Uint8Array;
  readonly townSeen: Uint8Array;
}

export function createStockCounts(areas: number, householdCapacity: number): StockCounts {
  return {
    byArea: new Int32Array(areas * WIDTH),
    width: WIDTH,
    pyramid: new Int32Array(2 * PYRAMID_GROUPS.length),
    residence: new Int32Array(AREA_CODES * 4 * AGES),
    register: new Int32Array(AREA_CODES * 4),
    homeSeen: new Uint8Array(householdCapacity),
    townSeen: new Uint8Array(householdCapacity),
  };
}

/** Counts everyone present: residents in their area of residence, registers in theirs. One pass over persons. */
export function countStocks(counts: StockCounts, population: Population): void {
  const { byArea, residence, register, homeSeen, townSeen } = counts;
  byArea.fill(0);
  residence.fill(0);
  register.fill(0);
  homeSeen.fill(0, 0, population.households.rows);
  townSeen.fill(0, 0, population.households.rows);
  countPersons(counts, population);
  readHistograms(counts);
}

function countPersons(counts: StockCounts, population: Population): void {
  const { persons, households } = population;
  const { presence, sex, age, work, household, permitYear, insuredYears } = persons.columns;
  const { registerArea, registerUrban, nonAgricultural, residenceArea, residenceUrban } = persons.columns;
  const { homeArea, homeUrban, kind, tenure, townArea } = households.columns;
  const { byArea, residence, register, homeSeen, townSeen } = counts;
  const rows = persons.rows;
  for (let i = 0; i < rows; i++) {
    if (presence[i] === Presence.gone) continue;
    const area = residenceArea[i]!;
    const urban = residenceUrban[i]!;
    const years = age[i]!;
    register[(registerArea[i]! * 2 + registerUrban[i]!) * 2 + nonAgricultural[i]!]!++;
    residence[((area * 2 + urban) * 2 + sex[i]!) * AGES + years]!++;
    if (!isInCity(area)) {
      if (isInCity(registerArea[i]!)) byArea[registerArea[i]! * WIDTH + Count.absent]!++;
      continue;
    }
    const row = area * WIDTH;
    if (permitYear[i] !== 0) byArea[row + Count.permits]!++;
    if (work[i] === Work.formal) byArea[row + Count.insured]!++;
    if (years < 18) countChild(byArea, row, population, i, years);
    else if (years >= 60 && insuredYears[i]! < PENSION_YEARS) byArea[row + Count.pensioners]!++;
    const h = household[i]!;
    if (kind[h] !== HouseholdKind.family) continue;
    byArea[row + Count.familyPersons]!++;
    const seen = area === homeArea[h] && urban === homeUrban[h] ? homeSeen : townSeen;
    if (seen[h] === 1) continue;
    seen[h] = 1;
    byArea[row + Count.households]!++;
    // the dwelling is where the members in town live, or the home of a family that has nobody elsewhere
    if (tenure[h] === Tenure.publicRental && (seen === townSeen || townArea[h] === NO_TOWN)) {
      byArea[row + Count.publicRental]! += urban;
    }
  }
}

/** Contribution years that give an employee pension. */
const PENSION_YEARS = 15;

/** Pupils by age (3-5, 6-11, 12-14, enrolled at 15-17) who live off their register; children left behind in villages. */
function countChild(byArea: Int32Array, row: number, population: Population, i: number, age: number): void {
  const c = population.persons.columns;
  if (
    c.residenceUrban[i] === 0 &&
    age < 16 &&
    (isAway(population, i, c.mother[i]!) || isAway(population, i, c.father[i]!))
  ) {
    byArea[row + Count.leftBehind]!++;
  }
  if (age < 3 || (age >= 15 && c.work[i] !== Work.student)) return;
  const stage = age < 6 ? Count.preschool : age < 12 ? Count.primary : age < 15 ? Count.junior : Count.senior;
  byArea[row + stage]!++;
  const offRegister =
    c.registerArea[i] !== c.residenceArea[i] || (c.residenceUrban[i] === 1 && c.registerUrban[i] === 0);
  if (offRegister) byArea[row + stage + 1]!++;
}

/** Whether a parent is alive and lives somewhere else than the child. */
function isAway(population: Population, child: number, parent: number): boolean {
  const c = population.persons.columns;
  if (parent === NONE || c.presence[parent] === Presence.gone) return false;
  return c.residenceArea[parent] !== c.residenceArea[child] || c.residenceUrban[parent] !== c.residenceUrban[child];
}

/** Adds up the histograms: residents by side and age, registers by side and kind, the pyramid of the city. */
function readHistograms({ byArea, residence, register, pyramid }: StockCounts): void {
  pyramid.fill(0);
  for (let area = 0; area * WIDTH < byArea.length; area++) {
    const row = area * WIDTH;
    for (let side = 0; side < 2; side++) {
      const [agricultural, nonAgricultural] = [register[(area * 2 + side) * 2]!, register[(area * 2 + side) * 2 + 1]!];
      byArea[row + Count.registered]! += agricultural + nonAgricultural;
      byArea[row + Count.nonAgricultural]! += nonAgricultural;
      if (side === 1) byArea[row + Count.urbanRegistered]! += agricultural + nonAgricultural;
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
