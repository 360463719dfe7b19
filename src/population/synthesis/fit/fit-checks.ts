import type { CityData } from '../../../scenario/city-data.ts';
import { isInCity } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { sum } from '../plan/sum.ts';
import type { CensusHouseholds } from '../resident/census-households.ts';
import { nonAgriculturalOf } from '../trait/kind-of-register.ts';
import { SCHOOLING_AGE, SCHOOLING_YEARS } from '../trait/schooling.ts';
import { type AddCell, shareOf } from './add-cell.ts';

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
  city.areas.forEach((area, a) => {
    area.householdsBy65Plus.forEach((target, i) => {
      addCount('households_by_65_plus', area.code, ['one', 'two and more'][i], target, households.by65Plus[a][i]);
    });
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
      const registered = rate * area.registered || 1;
      add(
        'non_agricultural_share',
        area.code,
        'share',
        nonAgriculturalOf(city, area),
        persons.nonAgricultural[a] / registered,
      );
    }
  });
}

/** Counts of residents by area, and of the registered of non-agricultural hukou. */
function countPersons(population: Population, areas: number) {
  const c = population.persons.columns;
  const counts = {
    years: new Float64Array(areas),
    asked: new Int32Array(areas),
    offRegister: new Int32Array(areas),
    nonAgricultural: new Int32Array(areas),
  };
  for (let i = 0; i < population.persons.rows; i++) {
    const area = c.residenceArea[i];
    if (isInCity(c.registerArea[i])) counts.nonAgricultural[c.registerArea[i]] += c.nonAgricultural[i];
    if (!isInCity(area)) continue;
    if (c.age[i] >= SCHOOLING_AGE) {
      counts.asked[area]++;
      counts.years[area] += SCHOOLING_YEARS[c.education[i]];
    }
    if (c.registerArea[i] === area && c.registerUrban[i] !== c.residenceUrban[i]) counts.offRegister[area]++;
  }
  return counts;
}
