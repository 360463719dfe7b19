import { logistic, logit } from '../../../math/logistic.ts';
import { solve } from '../../../math/solve.ts';
import { AGE_GROUP_START, AGES, type AreaCensus, type CityTables } from '../../../scenario/city-data.ts';

/** Age from which the census asks for marital state. */
const MARRIAGE_AGE = 15;

/** Shares nearer to 0 or 1 than this stay what they are. */
const CERTAIN = 1e-9;

/** The city's tables with the share married of one area: the city's profile by age, its log-odds shifted by sex. */
export function tablesOfArea(area: AreaCensus, tables: CityTables): CityTables {
  const [men, women] = [0, 1].map((sex) => {
    const persons = singleAges(area, tables, sex);
    return shiftTo(tables.marriedShare[sex], persons, area.marriedShare[sex]);
  });
  return { ...tables, marriedShare: [men, women] };
}

/** Residents of one sex by single age, in fractions. */
function singleAges(area: AreaCensus, tables: CityTables, sex: number): Float64Array {
  const persons = new Float64Array(AGES);
  AGE_GROUP_START.forEach((first, group) => {
    const end = AGE_GROUP_START[group + 1] ?? AGES;
    for (let age = first; age < end; age++) {
      persons[age] = area.residents[group * 2 + sex] * tables.singleAgeShare[sex][age];
    }
  });
  return persons;
}

/** The profile with one shift of log-odds that gives persons of 15 and over the given mean. */
function shiftTo(profile: Float64Array, persons: Float64Array, mean: number): Float64Array {
  const logOdds = profile.map((share) => (share < CERTAIN || share > 1 - CERTAIN ? Number.NaN : logit(share)));
  const at = (shift: number, age: number): number =>
    Number.isNaN(logOdds[age]) ? profile[age] : logistic(logOdds[age] + shift);
  const shift = solve((x) => {
    let difference = 0;
    for (let age = MARRIAGE_AGE; age < AGES; age++) difference += persons[age] * (at(x, age) - mean);
    return difference;
  });
  return profile.map((_, age) => at(shift, age));
}
