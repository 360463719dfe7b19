import { HouseholdKind, isInCity, NONE, Presence, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
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

/** Integer counts of one year end. */
export interface StockCounts {
  /** [area * width + Count]. */
  readonly byArea: Int32Array;
  readonly width: number;
  /** Residents of the city: [sex * 18 + group]. */
  readonly pyramid: Int32Array;
  readonly homeSeen: Uint8Array;
  readonly townSeen: Uint8Array;
}

export function createStockCounts(areas: number, householdCapacity: number): StockCounts {
  return {
    byArea: new Int32Array(areas * WIDTH),
    width: WIDTH,
    pyramid: new Int32Array(2 * PYRAMID_GROUPS.length),
    homeSeen: new Uint8Array(householdCapacity),
    townSeen: new Uint8Array(householdCapacity),
  };
}

/** Counts everyone present: residents in their area of residence, registers in theirs. One pass over persons. */
export function countStocks(counts: StockCounts, population: Population): void {
  const { persons, households } = population;
  const { presence, sex, age, work, household, permitYear, insuredYears } = persons.columns;
  const { registerArea, registerUrban, nonAgricultural, residenceArea, residenceUrban } = persons.columns;
  const { homeArea, homeUrban, kind } = households.columns;
  const { byArea, pyramid, homeSeen, townSeen } = counts;
  const rows = persons.rows;
  byArea.fill(0);
  pyramid.fill(0);
  homeSeen.fill(0, 0, households.rows);
  townSeen.fill(0, 0, households.rows);
  for (let i = 0; i < rows; i++) {
    if (presence[i] === Presence.gone) continue;
    const area = residenceArea[i]!;
    const register = registerArea[i]!;
    if (isInCity(register)) {
      const row = register * WIDTH;
      byArea[row + Count.registered]!++;
      byArea[row + Count.urbanRegistered]! += registerUrban[i]!;
      byArea[row + Count.nonAgricultural]! += nonAgricultural[i]!;
      if (!isInCity(area)) byArea[row + Count.absent]!++;
    }
    if (!isInCity(area)) continue;
    const row = area * WIDTH;
    const years = age[i]!;
    const urban = residenceUrban[i]!;
    byArea[row + Count.resident]!++;
    byArea[row + Count.urbanResident]! += urban;
    pyramid[sex[i]! * PYRAMID_GROUPS.length + Math.min(17, (years / 5) | 0)]!++;
    if (permitYear[i] !== 0) byArea[row + Count.permits]!++;
    if (work[i] === Work.formal) byArea[row + Count.insured]!++;
    if (years >= 60) {
      byArea[row + Count.over60]!++;
      if (insuredYears[i]! < 15) byArea[row + Count.pensioners]!++;
    } else if (years < 18) {
      countChild(byArea, row, population, i, years);
    }
    const h = household[i]!;
    if (kind[h] !== HouseholdKind.family) continue;
    byArea[row + Count.familyPersons]!++;
    const seen = area === homeArea[h] && urban === homeUrban[h] ? homeSeen : townSeen;
    if (seen[h] === 0) {
      seen[h] = 1;
      byArea[row + Count.households]!++;
      if (urban === 1 && households.columns.tenure[h] === Tenure.publicRental) byArea[row + Count.publicRental]!++;
    }
  }
}

/** School stage by age (3-5, 6-11, 12-14, enrolled at 15-17), accompanying children apart; children left behind in villages. */
function countChild(byArea: Int32Array, row: number, population: Population, i: number, age: number): void {
  const c = population.persons.columns;
  if (age < 15) byArea[row + Count.under15]!++;
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
