import { boundTo } from '../population/bound.ts';
import {
  HouseholdKind,
  isInCity,
  NO_TOWN,
  NONE,
  Presence,
  SchoolStage,
  type SchoolStageName,
  schoolStages,
  Tenure,
} from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { AGES } from '../scenario/city-data.ts';
import { type ServedCounter, type ServedGroup, servedCounters, servedGroups } from './names.ts';
import { placeOf } from './places.ts';
import { CLASSES, Class, PENSION_AGE, type Tally } from './tally.ts';

const Group = { registered: 0, settled: 1, permit: 2, other: 3, village: 4 } as const satisfies Record<
  ServedGroup,
  number
>;
const GROUPS = servedGroups.length;

/** Cells of an area: counters by group, pupils living in towns, and the children the award counts among them. */
const TOWN_PUPILS = servedCounters.length * GROUPS;
export const AWARD_CHILDREN = TOWN_PUPILS + schoolStages.length;
export const SERVED_WIDTH = AWARD_CHILDREN + 1;
export const servedCell = (counter: ServedCounter, group: ServedGroup): number =>
  servedCounters.indexOf(counter) * GROUPS + Group[group];
export const townPupilCell = (stage: SchoolStageName): number => TOWN_PUPILS + schoolStages.indexOf(stage);

/** Integer counts of one year end, who is served by status. */
export interface ServedCounts {
  /** [area * SERVED_WIDTH + cell]. */
  readonly byArea: Int32Array;
  readonly areas: number;
}

export const createServedCounts = (areas: number): ServedCounts => ({
  byArea: new Int32Array(areas * SERVED_WIDTH),
  areas,
});

/**
 * Counts who is served.
 * @param tally of the population, as it is
 */
export function countServed(counts: ServedCounts, population: Population, tally: Tally): void {
  counts.byArea.fill(0);
  addUp(counts, tally.served);
  addDwellings(counts, dwellingCounter(population)());
}

/** The status of a resident; everyone has one. */
export function groupOf(
  sameArea: boolean,
  registerUrban: number,
  town: number,
  settled: boolean,
  permit: boolean,
): number {
  if (!sameArea || registerUrban < town) return permit ? Group.permit : Group.other;
  if (registerUrban === 1 && settled) return Group.settled;
  return town === 1 ? Group.registered : Group.village;
}

/** Of a status by its bits (`Tally.served`): the group, and whether in town. */
const statuses = Array.from({ length: 32 }, (_, bits) => {
  const bit = (n: number): number => (bits >> n) & 1;
  return { group: groupOf(bit(4) === 1, bit(3), bit(2), bit(1) === 1, bit(0) === 1), inTown: bit(2) === 1 };
});

/** Dwellings of public rental by the status of the family's reference person, where the family lives: [area * GROUPS + group]. */
const dwellingCounter = boundTo((workspace) => {
  const { kind, head, tenure, townArea, homeArea, homeUrban } = workspace.households.columns;
  const { presence, registerArea, registerUrban, settledYear, permitYear } = workspace.persons.columns;
  const dwellings = new Int32Array(256 * GROUPS);

  return (): Int32Array => {
    dwellings.fill(0);
    scan(workspace.households.rows);
    return dwellings;
  };

  function scan(rows: number): void {
    for (let h = 0; h < rows; h++)
      if (tenure[h] === Tenure.publicRental && kind[h] === HouseholdKind.family) add(h, head[h]);
  }

  function add(h: number, lead: number): void {
    if (lead === NONE || presence[lead] === Presence.gone) return;
    const town = townArea[h];
    const area = isInCity(town) ? town : homeArea[h];
    if (!isInCity(area) || (town === NO_TOWN && homeUrban[h] === 0)) return;
    const settled = settledYear[lead] !== 0;
    const permit = permitYear[lead] !== 0;
    dwellings[area * GROUPS + groupOf(registerArea[lead] === area, registerUrban[lead], 1, settled, permit)]++;
  }
});

/** `SchoolStage`, or -1. */
function stageOf(age: number, activity: number): number {
  if (age < 3 || age > 17) return -1;
  if (age < 6) return SchoolStage.preschool;
  if (age < 12) return SchoolStage.primary;
  if (age < 15) return SchoolStage.junior;
  return activity === Class.student ? SchoolStage.senior : -1;
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
  for (let area = 0; area < areas; area++) {
    const row = area * SERVED_WIDTH;
    for (let bits = 0; bits < statuses.length; bits++) {
      const { group, inTown } = statuses[bits];
      const villageRegisterElsewhere = bits >> 3 === 0;
      for (let activity = 0; activity < CLASSES; activity++) {
        const first = (placeOf(area) << 15) | (bits << 10) | (activity << 7);
        for (let age = 0; age < AGES; age++) {
          const persons = residents[first | age];
          if (persons === 0) continue;
          const { stage, counters } = countersOf[age * CLASSES + activity];
          for (const counter of counters) byArea[row + counter * GROUPS + group] += persons;
          if (!inTown) continue;
          byArea[row + town * GROUPS + group] += persons;
          if (stage >= 0) byArea[row + TOWN_PUPILS + stage] += persons;
          if (villageRegisterElsewhere && age >= 6 && age <= 14) byArea[row + AWARD_CHILDREN] += persons;
        }
      }
    }
  }
}

function addDwellings({ byArea, areas }: ServedCounts, dwellings: Int32Array): void {
  const first = servedCounters.indexOf('public_rental') * GROUPS;
  for (let area = 0; area < areas; area++)
    for (let group = 0; group < GROUPS; group++)
      byArea[area * SERVED_WIDTH + first + group] += dwellings[area * GROUPS + group];
}
