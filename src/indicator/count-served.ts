import { agree, atLeast, equalTo, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { HouseholdKind, isInCity, NO_TOWN, NONE, Presence, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { AGES } from '../scenario/city-data.ts';
import { schoolStages, servedCounters, servedGroups, servedNames } from './names.ts';
import { placeOf, placesOf } from './places.ts';

const Group = { registered: 0, settled: 1, permit: 2, other: 3, village: 4 } as const;
const GROUPS = servedGroups.length;

/** Classes of activity the counters tell apart. */
const Class = { other: 0, formal: 1, student: 2, informal: 3, pensioner: 4 } as const;
const CLASSES = 5;
/** Contribution years that give an employee pension. */
const PENSION_YEARS = 15;
const PENSION_AGE = 60;

/** Integer counts of one year end, who is served by status. */
export interface ServedCounts {
  /** [area * servedNames.length + name]. */
  readonly byArea: Int32Array;
  readonly areas: number;
}

export const createServedCounts = (areas: number): ServedCounts => ({
  byArea: new Int32Array(areas * servedNames.length),
  areas,
});

/** Counts who is served: 1 residents in a histogram, without a branch; 2 dwellings of public rental; 3 the histogram read. */
export function countServed(counts: ServedCounts, population: Population): void {
  counts.byArea.fill(0);
  const residents = residentCounter(population)(population.persons.rows);
  dwellingCounter(population)(counts, population.households.rows);
  addUp(counts, residents);
}

/** The status of a resident; everyone has one. */
function groupOf(sameArea: boolean, registerUrban: number, town: number, settled: boolean, permit: boolean): number {
  if (!sameArea || registerUrban < town) return permit ? Group.permit : Group.other;
  if (registerUrban === 1 && settled) return Group.settled;
  return town === 1 ? Group.registered : Group.village;
}

/** Of a status by five bits, same area, town register, lives in town, settled, permit: the group, and whether in town. */
const statuses = Array.from({ length: 32 }, (_, bits) => {
  const bit = (n: number): number => (bits >> n) & 1;
  return { group: groupOf(bit(4) === 1, bit(3), bit(2), bit(1) === 1, bit(0) === 1), inTown: bit(2) === 1 };
});

/** Bits of the histogram: [place << 15 | status << 10 | class << 7 | age]. */
const HISTOGRAM = 1 << 22;

/** Residents of the city by place, status, class and age. A thread has one for its workspace (population/bound.ts). */
const residentCounter = boundTo(({ persons: { columns: c } }) => {
  const [presence, age] = [wordsOf(c.presence), wordsOf(c.age)];
  const [work, insuredYears] = [wordsOf(c.work), wordsOf(c.insuredYears)];
  const [residenceArea, residenceUrban] = [wordsOf(c.residenceArea), wordsOf(c.residenceUrban)];
  const [registerArea, registerUrban] = [wordsOf(c.registerArea), wordsOf(c.registerUrban)];
  const { settledYear, permitYear } = c;
  const residents = new Int32Array(HISTOGRAM);
  return (rows: number): Int32Array => {
    residents.fill(0);
    for (let w = 0; w << 2 < rows; w++) {
      const here = presence[w]! & withinRows(w, rows);
      const years = age[w]!;
      const doing = work[w]!;
      const area = residenceArea[w]!;
      const same = agree(registerArea[w]!, area);
      const status = (same << 4) | (registerUrban[w]! << 3) | (residenceUrban[w]! << 2);
      const formal = equalTo(doing, Work.formal);
      const pension = atLeast(years, PENSION_AGE) & atLeast(insuredYears[w]!, PENSION_YEARS);
      const others = ~(formal | pension);
      const student = equalTo(doing, Work.student) & others;
      const informal = (equalTo(doing, Work.informal) | equalTo(doing, Work.seeking)) & others;
      // the numbers of `Class`
      const activity = formal | (student << 1) | (informal * 3) | ((pension & ~formal) << 2);
      const livesAt = placesOf(area);
      const first = w << 2;
      add(first, here, livesAt, status, activity, years, 0);
      add(first + 1, here, livesAt, status, activity, years, 8);
      add(first + 2, here, livesAt, status, activity, years, 16);
      add(first + 3, here, livesAt, status, activity, years, 24);
    }
    return residents;
  };

  /** Adds person i, who is in one byte of the words. */
  function add(
    i: number,
    here: number,
    livesAt: number,
    status: number,
    activity: number,
    years: number,
    byte: number,
  ): void {
    const papers = (settledYear[i] === 0 ? 0 : 2) | (permitYear[i] === 0 ? 0 : 1);
    const place = ((livesAt >>> byte) & 0x7f) << 15;
    const traits = (((status >>> byte) & 28) | papers) << 10;
    const cell = place | traits | (((activity >>> byte) & 7) << 7) | ((years >>> byte) & 0x7f);
    residents[cell]! += (here >>> byte) & 1;
  }
});

/** Dwellings of public rental by the status of the family's reference person, where the family lives. */
const dwellingCounter = boundTo(({ persons, households }) => {
  const { kind, head, tenure, townArea, homeArea, homeUrban } = households.columns;
  const { presence, registerArea, registerUrban, settledYear, permitYear } = persons.columns;
  const first = servedCounters.indexOf('public_rental') * GROUPS;
  return ({ byArea }: ServedCounts, rows: number): void => {
    for (let h = 0; h < rows; h++) {
      if (tenure[h] !== Tenure.publicRental || kind[h] !== HouseholdKind.family) continue;
      const i = head[h]!;
      if (i === NONE || presence[i] === Presence.gone) continue;
      const area = isInCity(townArea[h]!) ? townArea[h]! : homeArea[h]!;
      if (!isInCity(area) || (townArea[h] === NO_TOWN && homeUrban[h] === 0)) continue;
      const group = groupOf(registerArea[i] === area, registerUrban[i]!, 1, settledYear[i] !== 0, permitYear[i] !== 0);
      byArea[area * servedNames.length + first + group]!++;
    }
  };
});

/** Number of the school stage, or -1. */
function stageOf(age: number, activity: number): number {
  if (age < 3 || age > 17) return -1;
  if (age < 6) return 0;
  if (age < 12) return 1;
  if (age < 15) return 2;
  return activity === Class.student ? 3 : -1;
}

/** Which counters somebody belongs to, by age and class, as the list of their numbers in `servedCounters`. */
const countersOf = Array.from({ length: AGES * CLASSES }, (_, cell) => {
  const [age, activity] = [Math.floor(cell / CLASSES), cell % CLASSES];
  const stage = stageOf(age, activity);
  const employee = activity === Class.formal || activity === Class.pensioner;
  const scheme = activity === Class.pensioner ? 'employee_pension' : employee ? 'employee_insured' : 'resident_insured';
  const names: (typeof servedCounters)[number][] = ['residents', scheme];
  const schooling = schoolStages[stage];
  if (schooling) names.push(schooling);
  if (age >= PENSION_AGE) names.push('elderly');
  if (age >= PENSION_AGE && !employee) names.push('resident_pension');
  if (activity === Class.informal) names.push('informal');
  return { stage, counters: names.map((name) => servedCounters.indexOf(name)) };
});

/** Adds the histogram up to counters by group, and those in town. */
function addUp({ byArea, areas }: ServedCounts, residents: Int32Array): void {
  const town = servedCounters.indexOf('townspeople');
  const townPupils = servedNames.indexOf('town_pupils.preschool');
  const children = servedNames.indexOf('award_children');
  for (let area = 0; area < areas; area++) {
    const row = area * servedNames.length;
    for (let bits = 0; bits < statuses.length; bits++) {
      const { group, inTown } = statuses[bits]!;
      const villageRegisterElsewhere = bits >> 3 === 0;
      for (let activity = 0; activity < CLASSES; activity++) {
        const first = (placeOf(area) << 15) | (bits << 10) | (activity << 7);
        for (let age = 0; age < AGES; age++) {
          const persons = residents[first | age]!;
          if (persons === 0) continue;
          const { stage, counters } = countersOf[age * CLASSES + activity]!;
          for (const counter of counters) byArea[row + counter * GROUPS + group]! += persons;
          if (!inTown) continue;
          byArea[row + town * GROUPS + group]! += persons;
          if (stage >= 0) byArea[row + townPupils + stage]! += persons;
          if (villageRegisterElsewhere && age >= 6 && age <= 14) byArea[row + children]! += persons;
        }
      }
    }
  }
}

/**
 * Writes the counts into the last places of each area's indicators, the city first.
 * @param out laid out [area][indicator] with the city first
 * @param width indicators an area has
 * @param weight persons one simulated person stands for
 * @param preschoolShare share of children of 3-5 in kindergarten
 */
export function measureServed(
  out: Float64Array,
  width: number,
  { byArea, areas }: ServedCounts,
  weight: number,
  preschoolShare: number,
): void {
  servedNames.forEach((name, n) => {
    const factor = name.includes('preschool') ? weight * preschoolShare : weight;
    let city = 0;
    for (let area = 0; area < areas; area++) {
      const persons = byArea[area * servedNames.length + n]!;
      city += persons;
      out[(area + 2) * width - servedNames.length + n] = factor * persons;
    }
    out[width - servedNames.length + n] = factor * city;
  });
}
