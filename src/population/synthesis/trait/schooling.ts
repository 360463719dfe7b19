import { logistic } from '../../../math/logistic.ts';
import { solve } from '../../../math/solve.ts';
import { rake } from '../../../scenario/city/rake.ts';
import { AGES, type AreaCensus, type CityData, type CityTables } from '../../../scenario/city-data.ts';
import { Education, isInCity } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { sum } from '../plan/sum.ts';

/** Years of schooling of each level, for means: none, primary, junior and senior secondary, college. */
export const SCHOOLING_YEARS = [0, 6, 9, 12, 15.5] as const;

/** Youngest person the census asks for schooling. */
export const SCHOOLING_AGE = 6;
const JUNIOR_AGE = 12;
const SENIOR_AGE = 15;
const ADULT_AGE = 18;

/** Share of those of 15-17 in senior secondary school, village and town. Judgement on gross enrolment of the year. */
const SENIOR_SHARE = { 2010: [0.65, 0.85], 2020: [0.82, 0.93] } as const;

/** Most that minors make up of all persons with at least a level. Judgement. */
const MINORS_AT_MOST = 0.6;

/** Fall, a year of age, in the log-odds of having at least each level: the schooling of cohorts rose most at the bottom. */
const AGE_SLOPE = [0, 0.1, 0.065, 0.055, 0.07] as const;
const MIDDLE_AGE = 40;

/** Least and most of a side's adults with at least a level. */
const BOUNDS = [0.0005, 0.9995] as const;

/** Chance of at least each level by age, for one side and sex of an area: [level][age]. */
type LevelChances = readonly Float64Array[];

/**
 * Draws the highest level attended. Children are at the level of their age; adults follow an ordered logit falling with age, whose
 * thresholds meet the levels of each area by sex, raked to village and town by the city's pattern.
 */
export function drawSchooling(population: Population, city: CityData, source: DrawSource): void {
  const ages = residentAges(population, city.areas.length);
  const chances = city.areas.map((area, a) => chancesOf(area, city.tables, ages[a], city.censusYear));
  const c = population.persons.columns;
  for (let i = 0; i < population.persons.rows; i++) {
    if (c.age[i] < SENIOR_AGE) {
      c.education[i] = levelOfChild(c.age[i]);
      continue;
    }
    const resident = isInCity(c.residenceArea[i]);
    const area = resident ? c.residenceArea[i] : c.registerArea[i];
    const side = resident ? c.residenceUrban[i] : c.registerUrban[i];
    const levels = chances[area][side][c.sex[i]];
    const u = drawFor(source, i, SynthesisDecision.education);
    let level: number = Education.none;
    while (level < Education.college && u < levels[level + 1][c.age[i]]) level++;
    c.education[i] = level;
  }
}

function levelOfChild(age: number): number {
  if (age < SCHOOLING_AGE) return Education.none;
  return age < JUNIOR_AGE ? Education.primary : Education.junior;
}

/** Residents of each area: [area][side][sex][age]. */
function residentAges(population: Population, areas: number): Float64Array[][][] {
  const c = population.persons.columns;
  const ages = Array.from({ length: areas }, () => [0, 1].map(() => [0, 1].map(() => new Float64Array(AGES))));
  for (let i = 0; i < population.persons.rows; i++) {
    const area = c.residenceArea[i];
    if (isInCity(area)) ages[area][c.residenceUrban[i]][c.sex[i]][c.age[i]]++;
  }
  return ages;
}

/**
 * Chances of those below 18 of at least each level: everyone of 6 has primary, everyone of 12 to 14 junior secondary. From 15 on they
 * leave some of what was counted to the adults, which tells only where few have been to school.
 *
 * @param atLeast persons of 6 and over with at least each level
 */
function minorsOf(
  atLeast: readonly number[],
  ages: Float64Array,
  side: number,
  year: CityData['censusYear'],
): (age: number, level: number) => number {
  const pupils = sum(ages.subarray(JUNIOR_AGE, SENIOR_AGE));
  const youths = sum(ages.subarray(SENIOR_AGE, ADULT_AGE)) || 1;
  const most = (level: number): number => MINORS_AT_MOST * atLeast[level];
  const junior = Math.min(1, Math.max(0, (most(Education.junior) - pupils) / youths));
  const senior = Math.min(SENIOR_SHARE[year][side], junior, most(Education.senior) / youths);
  return (age, level) => {
    if (level <= Education.primary) return 1;
    if (level === Education.junior) return age >= SENIOR_AGE ? junior : age >= JUNIOR_AGE ? 1 : 0;
    return level === Education.senior && age >= SENIOR_AGE ? senior : 0;
  };
}

/** Chances of one area, [side][sex]. A side where nobody lives has those of the levels of the whole area. */
function chancesOf(
  area: AreaCensus,
  { schoolingBySide }: CityTables,
  ages: readonly (readonly Float64Array[])[],
  year: CityData['censusYear'],
): LevelChances[][] {
  const asked = ages.map((sexes) => sexes.map((persons) => sum(persons.subarray(SCHOOLING_AGE))));
  const bySex = [0, 1].map((sex) => {
    const persons = asked[0][sex] + asked[1][sex];
    const levels = Array.from(area.schoolingShare[sex], (share) => share * persons);
    const sides = [Array.from(schoolingBySide[0]), Array.from(schoolingBySide[1])];
    return rake(sides, [asked[0][sex], asked[1][sex]], levels);
  });
  return [0, 1].map((side) =>
    [0, 1].map((sex) => {
      const empty = asked[side][sex] === 0;
      const from = empty ? 1 - side : side;
      return levelChances(bySex[sex][from], ages[from][sex], side, year);
    }),
  );
}

/**
 * Chances of one side and sex. Level by level a threshold is solved at which the adults make up what minors leave of the persons with
 * at least that level; nobody has more chance of a level than of the one below.
 *
 * @param persons persons of 6 and over by level
 * @param ages all residents of the side and sex by age
 */
function levelChances(
  persons: readonly number[],
  ages: Float64Array,
  side: number,
  year: CityData['censusYear'],
): LevelChances {
  const atLeast = persons.map((_, level) => sum(persons.slice(level)));
  const chanceOfMinor = minorsOf(atLeast, ages, side, year);
  const adults = sum(ages.subarray(ADULT_AGE));
  const [least, most] = BOUNDS;
  const chances = [new Float64Array(AGES).fill(1)];
  for (let level = 1; level < SCHOOLING_YEARS.length; level++) {
    let target = atLeast[level];
    for (let age = SCHOOLING_AGE; age < ADULT_AGE; age++) target -= ages[age] * chanceOfMinor(age, level);
    const wanted = Math.min(most, Math.max(least, target / (adults || 1))) * adults;
    const below = chances[level - 1];
    const at = (threshold: number, age: number): number =>
      Math.min(below[age], logistic(threshold - AGE_SLOPE[level] * (age - MIDDLE_AGE)));
    const threshold = solve((x) => {
      let reached = 0;
      for (let age = ADULT_AGE; age < AGES; age++) if (ages[age] > 0) reached += ages[age] * at(x, age);
      return reached - wanted;
    });
    chances.push(
      Float64Array.from({ length: AGES }, (_, age) =>
        age < ADULT_AGE ? chanceOfMinor(age, level) : at(threshold, age),
      ),
    );
  }
  return chances;
}
