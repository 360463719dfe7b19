import { boundTo } from '../population/bound.ts';
import { HouseholdKind, isInCity, NO_TOWN, NONE, Presence, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { AGES } from '../scenario/city-data.ts';
import { schoolStages, servedCounters, servedGroups, servedNames } from './names.ts';

const Group = { registered: 0, settled: 1, permit: 2, other: 3, village: 4 } as const;
const GROUPS = servedGroups.length;

/** Classes of activity the counters tell apart. */
const Class = { other: 0, formal: 1, student: 2, informal: 3, pensioner: 4 } as const;
const CLASSES = 5;
const WORKS = Object.keys(Work).length;
/** Contribution years that give an employee pension. */
const PENSION_YEARS = 15;
const PENSION_AGE = 60;

/** Integer counts of one year end, who is served by status. */
export interface ServedCounts {
  /** [area * servedNames.length + name]. */
  readonly byArea: Int32Array;
  /** Residents: [(((area * groups + group) * 2 + town) * ages + age) * classes + class]. */
  readonly residents: Int32Array;
  readonly areas: number;
}

export const createServedCounts = (areas: number): ServedCounts => ({
  byArea: new Int32Array(areas * servedNames.length),
  residents: new Int32Array(areas * GROUPS * 2 * AGES * CLASSES),
  areas,
});

/** Counts the residents by status, age and activity in one pass, and what the services need from these counts. */
export function countServed(counts: ServedCounts, population: Population): void {
  counts.byArea.fill(0);
  counts.residents.fill(0);
  residentCounter(population)(counts, population.persons.rows);
  countDwellings(counts, population);
  addUp(counts);
}

/** The status of a resident; everyone has one. */
function groupOf(sameArea: boolean, registerUrban: number, town: number, settled: boolean, permit: boolean): number {
  if (!sameArea || registerUrban < town) return permit ? Group.permit : Group.other;
  if (registerUrban === 1 && settled) return Group.settled;
  return town === 1 ? Group.registered : Group.village;
}

/** `groupOf` and the side of residence by five bits: same area, town register, lives in town, settled, permit. */
const placeOfBits = Uint8Array.from({ length: 32 }, (_, bits) => {
  const bit = (n: number): number => (bits >> n) & 1;
  return groupOf(bit(4) === 1, bit(3), bit(2), bit(1) === 1, bit(0) === 1) * 2 + bit(2);
});

/** Class by what somebody does and whether they have an employee pension: [work * 2 + pension]. */
const classOfWork = Uint8Array.from({ length: 2 * WORKS }, (_, cell) => {
  const work = cell >> 1;
  if (work === Work.formal) return Class.formal;
  if (cell % 2 === 1) return Class.pensioner;
  if (work === Work.student) return Class.student;
  return work === Work.informal || work === Work.seeking ? Class.informal : Class.other;
});

/** One pass over the persons; a thread has one for its workspace (population/bound.ts). */
const residentCounter = boundTo(({ persons: { columns } }) => {
  const { presence, age, work, insuredYears, residenceArea, residenceUrban, registerArea, registerUrban } = columns;
  const { settledYear, permitYear } = columns;
  const children = servedNames.indexOf('award_children');
  return ({ byArea, residents }: ServedCounts, rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const area = residenceArea[i]!;
      if (presence[i] === Presence.gone || !isInCity(area)) continue;
      const town = residenceUrban[i]!;
      const register = registerUrban[i]!;
      const same = registerArea[i] === area ? 1 : 0;
      const papers = ((settledYear[i] === 0 ? 0 : 1) << 1) | (permitYear[i] === 0 ? 0 : 1);
      const place = placeOfBits[(same << 4) | (register << 3) | (town << 2) | papers]!;
      const years = age[i]!;
      const pension = years >= PENSION_AGE && insuredYears[i]! >= PENSION_YEARS ? 1 : 0;
      const activity = classOfWork[(work[i]! << 1) | pension]!;
      residents[((area * GROUPS * 2 + place) * AGES + years) * CLASSES + activity]!++;
      if ((same | register) === 0 && town === 1 && years >= 6 && years <= 14)
        byArea[area * servedNames.length + children]!++;
    }
  };
});

/** Dwellings of public rental by the status of the family's reference person, where the family lives. */
function countDwellings({ byArea }: ServedCounts, { persons, households }: Population): void {
  const { kind, head, tenure, townArea, homeArea, homeUrban } = households.columns;
  const { presence, registerArea, registerUrban, settledYear, permitYear } = persons.columns;
  const first = servedCounters.indexOf('public_rental') * GROUPS;
  for (let h = 0; h < households.rows; h++) {
    if (tenure[h] !== Tenure.publicRental || kind[h] !== HouseholdKind.family) continue;
    const i = head[h]!;
    if (i === NONE || presence[i] === Presence.gone) continue;
    const area = isInCity(townArea[h]!) ? townArea[h]! : homeArea[h]!;
    if (!isInCity(area) || (townArea[h] === NO_TOWN && homeUrban[h] === 0)) continue;
    const group = groupOf(registerArea[i] === area, registerUrban[i]!, 1, settledYear[i] !== 0, permitYear[i] !== 0);
    byArea[area * servedNames.length + first + group]!++;
  }
}

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

function addUp({ byArea, residents, areas }: ServedCounts): void {
  const town = servedCounters.indexOf('townspeople');
  const townPupils = servedNames.indexOf('town_pupils.preschool');
  const perGroup = 2 * AGES * CLASSES;
  for (let area = 0; area < areas; area++) {
    const row = area * servedNames.length;
    for (let cell = 0; cell < GROUPS * perGroup; cell++) {
      const persons = residents[area * GROUPS * perGroup + cell]!;
      if (persons === 0) continue;
      const group = Math.floor(cell / perGroup);
      const inTown = Math.floor(cell / (AGES * CLASSES)) % 2 === 1;
      const { stage, counters } = countersOf[cell % (AGES * CLASSES)]!;
      for (const counter of counters) byArea[row + counter * GROUPS + group]! += persons;
      if (!inTown) continue;
      byArea[row + town * GROUPS + group]! += persons;
      if (stage >= 0) byArea[row + townPupils + stage]! += persons;
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
