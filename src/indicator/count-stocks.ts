import { atLeast, below, differ, equalTo, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { AGES } from '../scenario/city-data.ts';
import { PYRAMID_GROUPS } from './names.ts';
import { OUTSIDE_PLACES, placeOf, placesOf } from './places.ts';

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
 * 1 two histograms over all persons, without a branch; 2 the few who are looked at one by one; 3 families; 4 the histograms read.
 * @param places where the members of each household live, as of now
 */
export function countStocks(counts: StockCounts, population: Population, places: HouseholdPlaces): void {
  const { byArea } = counts;
  byArea.fill(0);
  const { residents, registers } = personCounter(population)(population.persons.rows);
  permitCounter(population)(byArea, population.persons.rows);
  leftBehindCounter(population)(byArea, population.persons.rows);
  householdCounter(population)(byArea, population.households.rows, places);
  readResidents(counts, residents);
  readRegisters(counts, registers);
}

/** Members of each household at its home and in its town. */
interface HouseholdPlaces {
  readonly atHome: Uint16Array;
  readonly inTown: Uint16Array;
}

/** Contribution years that give an employee pension. */
const PENSION_YEARS = 15;
const PENSION_AGE = 60;

interface Histograms {
  /** Persons by residence and age: [place << 11 | urban << 10 | sex << 9 | mark << 8 | off the register << 7 | age]. */
  readonly residents: Int32Array;
  /** Persons by register and residence: [register << 12 | residence << 5 | urban << 4 | kind << 3 | work]. */
  readonly registers: Int32Array;
}

/** Fills both histograms. The mark says of those below 60 that they are students, of the others that they have no employee pension. */
const personCounter = boundTo(({ persons: { columns: c } }) => {
  const [presence, sex, age] = [wordsOf(c.presence), wordsOf(c.sex), wordsOf(c.age)];
  const [work, insuredYears, nonAgricultural] = [wordsOf(c.work), wordsOf(c.insuredYears), wordsOf(c.nonAgricultural)];
  const [residenceArea, residenceUrban] = [wordsOf(c.residenceArea), wordsOf(c.residenceUrban)];
  const [registerArea, registerUrban] = [wordsOf(c.registerArea), wordsOf(c.registerUrban)];
  const residents = new Int32Array(1 << 18);
  const registers = new Int32Array(1 << 19);
  return (rows: number): Histograms => {
    residents.fill(0);
    registers.fill(0);
    for (let w = 0; w << 2 < rows; w++) {
      const here = presence[w]! & withinRows(w, rows);
      const years = age[w]!;
      const doing = work[w]!;
      const area = residenceArea[w]!;
      const from = registerArea[w]!;
      const urban = residenceUrban[w]!;
      const urbanRegister = registerUrban[w]!;
      const pensionAge = atLeast(years, PENSION_AGE);
      const student = equalTo(doing, Work.student);
      const marked = (student & ~pensionAge) | (below(insuredYears[w]!, PENSION_YEARS) & pensionAge);
      const off = differ(from, area) | (urban & ~urbanRegister);
      const traits = (urban << 3) | (sex[w]! << 2) | (marked << 1) | off;
      const papers = (urbanRegister << 4) | (nonAgricultural[w]! << 3) | doing;
      const livesAt = placesOf(area);
      const belongsTo = placesOf(from);
      add(here, livesAt, belongsTo, traits, years, papers, 0);
      add(here, livesAt, belongsTo, traits, years, papers, 8);
      add(here, livesAt, belongsTo, traits, years, papers, 16);
      add(here, livesAt, belongsTo, traits, years, papers, 24);
    }
    return { residents, registers };
  };

  /** Adds the row in one byte of the words; a loop over the four would hide the columns from the compiler (population/bound.ts). */
  function add(
    here: number,
    livesAt: number,
    belongsTo: number,
    traits: number,
    years: number,
    papers: number,
    byte: number,
  ): void {
    const residence = (livesAt >>> byte) & 0x7f;
    const register = (belongsTo >>> byte) & 0x7f;
    const one = (here >>> byte) & 1;
    residents[(residence << 11) | (((traits >>> byte) & 15) << 7) | ((years >>> byte) & 0x7f)]! += one;
    registers[(register << 12) | (residence << 5) | ((papers >>> byte) & 31)]! += one;
  }
});

/** Families are counted where they live: at home, in their town, or in both. */
const householdCounter = boundTo(({ households: { columns } }) => {
  const { kind, homeArea, homeUrban, townArea, tenure } = columns;
  return (byArea: Int32Array, rows: number, { atHome, inTown }: HouseholdPlaces): void => {
    for (let h = 0; h < rows; h++) {
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
  };
});

/** Children of this age and older are not counted as left behind. */
const LEFT_BEHIND_AGE = 16;

/** Counts permit holders. */
const permitCounter = boundTo(({ persons: { columns } }) => {
  const { presence, permitYear, residenceArea } = columns;
  return (byArea: Int32Array, rows: number): void => {
    for (let i = 0; i < rows; i++) {
      if (permitYear[i] === 0 || presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) continue;
      byArea[residenceArea[i]! * WIDTH + Count.permits]!++;
    }
  };
});

/** Counts the children in villages one of whose parents lives elsewhere. */
const leftBehindCounter = boundTo((population) => {
  const { presence, age, residenceArea, residenceUrban, mother, father } = population.persons.columns;
  const [ages, urban] = [wordsOf(age), wordsOf(residenceUrban)];
  return (byArea: Int32Array, rows: number): void => {
    for (let w = 0; w << 2 < rows; w++) {
      const children = below(ages[w]!, LEFT_BEHIND_AGE) & ~urban[w]! & withinRows(w, rows);
      if (children === 0) continue;
      for (let i = w << 2; i < (w << 2) + 4; i++) {
        if (((children >>> ((i & 3) << 3)) & presence[i]!) === 0) continue;
        if (isAway(population, i, mother[i]!) || isAway(population, i, father[i]!))
          byArea[residenceArea[i]! * WIDTH + Count.leftBehind]!++;
      }
    }
  };
});

/** Whether a parent is alive and lives somewhere else than the child. */
function isAway(population: Population, child: number, parent: number): boolean {
  const c = population.persons.columns;
  if (parent === NONE || c.presence[parent] === Presence.gone) return false;
  return c.residenceArea[parent] !== c.residenceArea[child] || c.residenceUrban[parent] !== c.residenceUrban[child];
}

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
        const persons = residents[(placeOf(area) << 11) | (traits << 7) | age]!;
        if (persons === 0) continue;
        byArea[row + Count.resident]! += persons;
        if (urban === 1) byArea[row + Count.urbanResident]! += persons;
        if (age < 15) byArea[row + Count.under15]! += persons;
        if (age >= 60) byArea[row + Count.over60]! += persons;
        if (age >= PENSION_AGE && marked === 1) byArea[row + Count.pensioners]! += persons;
        const stage = STAGE_OF_AGE[age]!;
        if (stage > 0 && (stage !== Count.senior || marked === 1)) {
          byArea[row + stage]! += persons;
          if (off === 1) byArea[row + stage + 1]! += persons;
        }
        pyramid[sex * PYRAMID_GROUPS.length + Math.min(PYRAMID_GROUPS.length - 1, Math.floor(age / 5))]! += persons;
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
        const persons = registers[(register << 12) | (residence << 5) | papers]!;
        if (persons === 0) continue;
        if (from >= 0) {
          const row = from * WIDTH;
          byArea[row + Count.registered]! += persons;
          if (at < 0) byArea[row + Count.absent]! += persons;
          if (papers & 16) byArea[row + Count.urbanRegistered]! += persons;
          if (papers & 8) byArea[row + Count.nonAgricultural]! += persons;
        }
        if (at < 0) continue;
        const row = at * WIDTH;
        if ((papers & 7) === Work.formal) byArea[row + Count.insured]! += persons;
        if (register === nation) byArea[row + Count.fromNation]! += persons;
        else if (register === province || from !== at) byArea[row + Count.fromProvince]! += persons;
      }
    }
  }
}
