import { logistic } from '../../../math/logistic.ts';
import { AGES, type CityData } from '../../../scenario/city-data.ts';
import { Education, isInCity } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { solve } from '../plan/solve.ts';
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

/** Fall, a year of age, in the log-odds of having at least each level: the schooling of cohorts rose most at the bottom. */
const AGE_SLOPE = [0, 0.1, 0.065, 0.055, 0.07] as const;
const MIDDLE_AGE = 40;

/** Largest move of an area's log-odds away from the city's tables. */
const MOST_SHIFT = 2.5;

/** Chance of at least each level: [side][sex][level][age], for one area. */
type LevelChances = readonly (readonly (readonly Float64Array[])[])[];

/**
 * Draws the highest level attended. Children are at the level of their age; adults follow an ordered logit falling with
 * age whose thresholds meet the table by side and sex, and a shift by area that meets its mean years of schooling.
 */
export function drawSchooling(population: Population, city: CityData, source: DrawSource): void {
  const ages = residentAges(population, city.areas.length);
  const thresholds = [0, 1].map((side) => [0, 1].map((sex) => thresholdsOf(city, ages, side, sex)));
  const chances = city.areas.map((area, a) => {
    const shift = areaShift(area.meanYearsSchooling, ages[a], thresholds, city.censusYear);
    return chancesAt(thresholds, shift, city.censusYear);
  });
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

/** Level of those below 18 as chances of at least junior and senior secondary; everyone of 6 has at least primary. */
function chanceOfMinor(age: number, level: number, side: number, year: CityData['censusYear']): number {
  if (level <= Education.primary) return 1;
  if (level === Education.junior) return age >= JUNIOR_AGE ? 1 : 0;
  return level === Education.senior && age >= SENIOR_AGE ? SENIOR_SHARE[year][side] : 0;
}

/** Thresholds of one side and sex at which the adults make up what minors leave of the table's shares. */
function thresholdsOf(city: CityData, ages: Float64Array[][][], side: number, sex: number): number[] {
  const all = new Float64Array(AGES);
  for (const area of ages) {
    for (let age = 0; age < AGES; age++) all[age] += area[side][sex][age];
  }
  const adults = sum(all.subarray(ADULT_AGE)) || 1;
  const asked = sum(all.subarray(SCHOOLING_AGE));
  const share = city.tables.educationShare[side][sex];
  return SCHOOLING_YEARS.map((_, level) => {
    if (level === 0) return Number.POSITIVE_INFINITY;
    let target = sum(share.subarray(level)) * asked;
    for (let age = SCHOOLING_AGE; age < ADULT_AGE; age++) {
      target -= all[age] * chanceOfMinor(age, level, side, city.censusYear);
    }
    const wanted = Math.min(0.995, Math.max(0.002, target / adults)) * adults;
    return solve((threshold) => {
      let reached = 0;
      for (let age = ADULT_AGE; age < AGES; age++) {
        reached += all[age] * logistic(threshold - AGE_SLOPE[level] * (age - MIDDLE_AGE));
      }
      return reached - wanted;
    });
  });
}

function chancesAt(thresholds: number[][][], shift: number, year: CityData['censusYear']): LevelChances {
  return thresholds.map((sexes, side) =>
    sexes.map((levels) => {
      const chances = levels.map(() => new Float64Array(AGES).fill(1));
      for (let age = 0; age < AGES; age++) {
        for (let level = 1; level < levels.length; level++) {
          const alone = chanceOfLevel(age, level, levels[level] + shift, side, year);
          chances[level][age] = Math.min(alone, chances[level - 1][age]);
        }
      }
      return chances;
    }),
  );
}

/** Chance of at least a level, were there no lower ones. */
function chanceOfLevel(
  age: number,
  level: number,
  threshold: number,
  side: number,
  year: CityData['censusYear'],
): number {
  if (age < ADULT_AGE) return chanceOfMinor(age, level, side, year);
  return logistic(threshold - AGE_SLOPE[level] * (age - MIDDLE_AGE));
}

/** Shift of an area's thresholds that gives its residents of 6 and over the counted mean years; 0 without a count. */
function areaShift(
  meanYears: number,
  ages: Float64Array[][],
  thresholds: number[][][],
  year: CityData['censusYear'],
): number {
  if (!(meanYears > 0)) return 0;
  const difference = (shift: number): number => {
    let persons = 0;
    let years = 0;
    for (let side = 0; side < 2; side++) {
      for (let sex = 0; sex < 2; sex++) {
        for (let age = SCHOOLING_AGE; age < AGES; age++) {
          const count = ages[side][sex][age];
          if (count === 0) continue;
          persons += count;
          let chance = 1;
          for (let level = 1; level < SCHOOLING_YEARS.length; level++) {
            chance = Math.min(chance, chanceOfLevel(age, level, thresholds[side][sex][level] + shift, side, year));
            years += count * chance * (SCHOOLING_YEARS[level] - SCHOOLING_YEARS[level - 1]);
          }
        }
      }
    }
    return persons > 0 ? years / persons - meanYears : 0;
  };
  return Math.min(MOST_SHIFT, Math.max(-MOST_SHIFT, solve(difference)));
}
