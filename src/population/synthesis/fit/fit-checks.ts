import { AGES, type CityData } from '../../../scenario/city-data.ts';
import { educations, isInCity, NONE, sexes } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { sum } from '../plan/sum.ts';
import type { CensusHouseholds } from '../resident/census-households.ts';
import { SCHOOLING_AGE, SCHOOLING_YEARS } from '../trait/schooling.ts';
import { type AddCell, shareOf } from './add-cell.ts';

/** Age from which marriage is counted. */
const MARRIAGE_AGE = 15;

/** Cells of tables the synthesis was not given, or meets only in expectation: they judge it. */
export function checkRows(
  population: Population,
  households: CensusHouseholds,
  city: CityData,
  rate: number,
  add: AddCell,
): void {
  const addCount = shareOf(rate, add);
  const total = sum(households.size);
  city.areas.forEach((area, a) => {
    addCount('households_with_65_plus', area.code, 'households', area.householdsWith65Plus, households.with65Plus[a]);
  });
  city.tables.householdSizeShare.forEach((share, i) => {
    const category = i === 9 ? '10 and more' : `${i + 1}`;
    add('household_size_share', 'city', category, share, households.size[i] / (total || 1));
  });
  const persons = countPersons(population, city.areas.length);
  city.areas.forEach((area, a) => {
    add(
      'mean_years_of_schooling',
      area.code,
      'years',
      area.meanYearsSchooling,
      persons.years[a] / (persons.asked[a] || 1),
    );
    addCount(
      'residents_off_register_in_same_county',
      area.code,
      'persons',
      area.fromSameCounty,
      persons.offRegister[a],
    );
    if (city.censusYear === 2010) {
      const target = area.nonAgriculturalShare2010;
      const residents = rate * area.population || 1;
      add('non_agricultural_share', area.code, 'share', target, persons.nonAgricultural[a] / residents);
    }
  });
  marriedRows(persons, city, add);
  educationRows(population, city, add);
}

function marriedRows(persons: ReturnType<typeof countPersons>, city: CityData, add: AddCell): void {
  sexes.forEach((name, sex) => {
    let adults = 0;
    let married = 0;
    let expected = 0;
    for (let age = MARRIAGE_AGE; age < AGES; age++) {
      adults += persons.adults[sex][age];
      married += persons.married[sex][age];
      expected += persons.adults[sex][age] * city.tables.marriedShare[sex][age];
    }
    add('married_share_15_plus', 'city', name, expected / (adults || 1), married / (adults || 1));
  });
}

/** Levels of schooling of residents of 6 and over, by sex and side. */
function educationRows(population: Population, city: CityData, add: AddCell): void {
  const c = population.persons.columns;
  const count = new Float64Array(4 * educations.length);
  const all = new Float64Array(4);
  for (let i = 0; i < population.persons.rows; i++) {
    if (!isInCity(c.residenceArea[i]) || c.age[i] < SCHOOLING_AGE) continue;
    const group = c.residenceUrban[i] * 2 + c.sex[i];
    count[group * educations.length + c.education[i]]++;
    all[group]++;
  }
  for (const [side, place] of ['village', 'town'].entries()) {
    for (const [sex, name] of sexes.entries()) {
      const group = side * 2 + sex;
      for (const [code, level] of educations.entries()) {
        const share = city.tables.educationShare[side][sex][code];
        add(
          'education_share',
          'city',
          `${place} ${name} ${level}`,
          share,
          count[group * educations.length + code] / (all[group] || 1),
        );
      }
    }
  }
}

/** Counts of residents by area, and of all ages by sex over the city. */
function countPersons(population: Population, areas: number) {
  const c = population.persons.columns;
  const counts = {
    years: new Float64Array(areas),
    asked: new Int32Array(areas),
    offRegister: new Int32Array(areas),
    nonAgricultural: new Int32Array(areas),
    adults: [new Int32Array(AGES), new Int32Array(AGES)] as const,
    married: [new Int32Array(AGES), new Int32Array(AGES)] as const,
  };
  for (let i = 0; i < population.persons.rows; i++) {
    const area = c.residenceArea[i];
    if (!isInCity(area)) continue;
    if (c.age[i] >= SCHOOLING_AGE) {
      counts.asked[area]++;
      counts.years[area] += SCHOOLING_YEARS[c.education[i]];
    }
    if (c.registerArea[i] === area && c.registerUrban[i] !== c.residenceUrban[i]) counts.offRegister[area]++;
    counts.nonAgricultural[area] += c.nonAgricultural[i];
    counts.adults[c.sex[i]][c.age[i]]++;
    if (c.spouse[i] !== NONE) counts.married[c.sex[i]][c.age[i]]++;
  }
  return counts;
}
