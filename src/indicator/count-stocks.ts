import { boundTo } from '../population/bound.ts';
import { HouseholdKind, Outside, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { membersOf } from '../process/members.ts';
import { AGES } from '../scenario/city-data.ts';
import { PYRAMID_GROUPS } from './names.ts';
import { OUTSIDE_PLACES, placeOf } from './places.ts';
import { PENSION_AGE, type Tally } from './tally.ts';

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
  under10: 25,
} as const;
const WIDTH = 26;

/** Integer counts of one year end. */
export interface StockCounts {
  /** [area * width + Count]. */
  readonly byArea: Int32Array;
  readonly width: number;
  /** Residents of the city: [sex * 18 + group]. */
  readonly pyramid: Int32Array;
}

export function createStockCounts(areas: number): StockCounts {
  return {
    byArea: new Int32Array(areas * WIDTH),
    width: WIDTH,
    pyramid: new Int32Array(2 * PYRAMID_GROUPS.length),
  };
}

/**
 * Counts everyone present: residents in their area of residence, registers in theirs.
 * @param tally of the population, as it is
 */
export function countStocks(counts: StockCounts, population: Population, tally: Tally): void {
  const areas = counts.byArea.length / WIDTH;
  counts.byArea.set(familyCounter(population)().subarray(0, counts.byArea.length));
  for (let area = 0; area < areas; area++) counts.byArea[area * WIDTH + Count.leftBehind] = tally.leftBehind[area];
  readResidents(counts, tally.residents);
  readRegisters(counts, tally.registers);
  readPermits(counts, tally.served);
}

/** Families are counted where they live: at home, in their town, or in both. By [area * WIDTH + column], for every area code. */
const familyCounter = boundTo((workspace) => {
  const { kind, homeArea, homeUrban, townArea, tenure } = workspace.households.columns;
  const { atHome, inTown } = membersOf(workspace);
  const byArea = new Int32Array(256 * WIDTH);

  return (): Int32Array => {
    byArea.fill(0);
    scan(workspace.households.rows);
    return byArea;
  };

  function scan(rows: number): void {
    for (let h = 0; h < rows; h++) {
      if (kind[h] !== HouseholdKind.family) continue;
      const home = homeArea[h] * WIDTH;
      const town = townArea[h] * WIDTH;
      if (atHome[h] > 0) {
        byArea[home + Count.households]++;
        byArea[home + Count.familyPersons] += atHome[h];
      }
      if (inTown[h] > 0) {
        byArea[town + Count.households]++;
        byArea[town + Count.familyPersons] += inTown[h];
      }
      // the dwelling is where the members in town live, or the home of a family that has nobody elsewhere
      if (tenure[h] !== Tenure.publicRental) continue;
      if (inTown[h] > 0) byArea[town + Count.publicRental]++;
      else if (atHome[h] > 0) byArea[home + Count.publicRental] += homeUrban[h];
    }
  }
});

/** Column of the stage somebody of an age attends; those of 15-17 only as students; 0 for none. */
const STAGE_OF_AGE = Uint8Array.from({ length: AGES }, (_, age) => {
  if (age < 3 || age > 17) return 0;
  return age < 6 ? Count.preschool : age < 12 ? Count.primary : age < 15 ? Count.junior : Count.senior;
});

/** Adds up residents by side, age, schooling and pension, and the pyramid of the city. */
function readResidents({ byArea, pyramid }: StockCounts, residents: Int32Array): void {
  pyramid.fill(0);
  for (let area = 0; area * WIDTH < byArea.length; area++) {
    const row = area * WIDTH;
    for (let traits = 0; traits < 16; traits++) {
      const [urban, sex, marked, off] = [traits >> 3, (traits >> 2) & 1, (traits >> 1) & 1, traits & 1];
      for (let age = 0; age < AGES; age++) {
        const persons = residents[(placeOf(area) << 11) | (traits << 7) | age];
        if (persons === 0) continue;
        byArea[row + Count.resident] += persons;
        if (urban === 1) byArea[row + Count.urbanResident] += persons;
        if (age < 10) byArea[row + Count.under10] += persons;
        if (age < 15) byArea[row + Count.under15] += persons;
        if (age >= 60) byArea[row + Count.over60] += persons;
        if (age >= PENSION_AGE && marked === 1) byArea[row + Count.pensioners] += persons;
        const stage = STAGE_OF_AGE[age];
        if (stage > 0 && (stage !== Count.senior || marked === 1)) {
          byArea[row + stage] += persons;
          if (off === 1) byArea[row + stage + 1] += persons;
        }
        pyramid[sex * PYRAMID_GROUPS.length + Math.min(PYRAMID_GROUPS.length - 1, Math.floor(age / 5))] += persons;
      }
    }
  }
}

/** Adds up registers by side and kind, residents by where they are registered, and insured workers. */
function readRegisters({ byArea }: StockCounts, registers: Int32Array): void {
  const areas = byArea.length / WIDTH;
  const [province, nation] = [placeOf(Outside.province), placeOf(Outside.nation)];
  for (let register = 0; register < areas + OUTSIDE_PLACES; register++) {
    for (let residence = 0; residence < areas + OUTSIDE_PLACES; residence++) {
      const [at, from] = [residence - OUTSIDE_PLACES, register - OUTSIDE_PLACES];
      for (let papers = 0; papers < 32; papers++) {
        const persons = registers[(register << 12) | (residence << 5) | papers];
        if (persons === 0) continue;
        if (from >= 0) {
          const row = from * WIDTH;
          byArea[row + Count.registered] += persons;
          if (at < 0) byArea[row + Count.absent] += persons;
          if (papers & 16) byArea[row + Count.urbanRegistered] += persons;
          if (papers & 8) byArea[row + Count.nonAgricultural] += persons;
        }
        if (at < 0) continue;
        const row = at * WIDTH;
        if ((papers & 7) === Work.formal) byArea[row + Count.insured] += persons;
        if (register === nation) byArea[row + Count.fromNation] += persons;
        else if (register === province || from !== at) byArea[row + Count.fromProvince] += persons;
      }
    }
  }
}

/** Adds up the holders of a residence permit. */
function readPermits({ byArea }: StockCounts, served: Int32Array): void {
  for (let area = 0; area * WIDTH < byArea.length; area++) {
    let holders = 0;
    const first = placeOf(area) << 15;
    for (let status = 1; status < 32; status += 2)
      for (let cell = 0; cell < 1 << 10; cell++) holders += served[first | (status << 10) | cell];
    byArea[area * WIDTH + Count.permits] = holders;
  }
}
