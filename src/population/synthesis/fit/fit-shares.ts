import { type CityData, INDUSTRIES } from '../../../scenario/city-data.ts';
import { Education, isInCity, NONE, Work } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { sum } from '../plan/sum.ts';
import type { CensusHouseholds } from '../resident/census-households.ts';
import { SCHOOLING_AGE } from '../trait/schooling.ts';
import type { AddCell } from './add-cell.ts';
import type { MarriedResidents } from './married-residents.ts';

/** Age from which marital state and work are counted. */
const ADULT_AGE = 15;

const AGRICULTURE = INDUSTRIES.indexOf('agriculture');
const levels = Object.keys(Education);
const sexes = ['male', 'female'] as const;

/**
 * Cells of the shares each area is drawn by, met within the error of drawing; and of two which nothing is fitted to: pupils and
 * students, and the married whose spouse has been made too and found (the others have theirs elsewhere).
 *
 * @param add takes the former
 * @param check takes the latter
 */
export function shareRows(
  population: Population,
  married: MarriedResidents,
  households: CensusHouseholds,
  city: CityData,
  add: AddCell,
  check: AddCell,
): void {
  const counts = countPersons(population, city.areas.length);
  city.areas.forEach((area, a) => {
    const { schooling, adults, withSpouse, work } = counts[a];
    for (const [sex, name] of sexes.entries()) {
      const asked = sum(schooling[sex]) || 1;
      levels.forEach((level, code) => {
        const target = area.schoolingShare[sex][code];
        add('schooling_share', area.code, `${name} ${level}`, target, schooling[sex][code] / asked);
      });
      const persons = adults[sex] || 1;
      add('married_share_15_plus', area.code, name, area.marriedShare[sex], married[a][sex] / persons);
      check('spouse_made_share_15_plus', area.code, name, area.marriedShare[sex], withSpouse[sex] / persons);
    }
    const employed = atWork(work);
    const all = sum(adults) || 1;
    add('at_work_share_15_plus', area.code, 'share', area.work.employed, employed / all);
    add(
      'farming_share_of_workers',
      area.code,
      'share',
      area.work.industry[AGRICULTURE],
      work[Work.farm] / (employed || 1),
    );
    if (area.work.retired !== undefined)
      add('retired_share_15_plus', area.code, 'share', area.work.retired, work[Work.retired] / all);
    if (area.work.students !== undefined)
      check('students_share_15_plus', area.code, 'share', area.work.students, work[Work.student] / all);
    const families = households.households[a] || 1;
    add('renting_share_of_households', area.code, 'share', area.rentingShare, households.renting[a] / families);
  });
}

const atWork = (work: Int32Array): number =>
  work[Work.farm] + work[Work.informal] + work[Work.formal] + work[Work.selfEmployed];

function countPersons(population: Population, areas: number) {
  const c = population.persons.columns;
  const counts = Array.from({ length: areas }, () => ({
    schooling: [new Int32Array(levels.length), new Int32Array(levels.length)],
    adults: new Int32Array(2),
    withSpouse: new Int32Array(2),
    work: new Int32Array(8),
  }));
  for (let i = 0; i < population.persons.rows; i++) {
    const area = c.residenceArea[i];
    if (!isInCity(area)) continue;
    const { schooling, adults, withSpouse, work } = counts[area];
    const sex = c.sex[i];
    if (c.age[i] >= SCHOOLING_AGE) schooling[sex][c.education[i]]++;
    if (c.age[i] < ADULT_AGE) continue;
    adults[sex]++;
    if (c.spouse[i] !== NONE) withSpouse[sex]++;
    work[c.work[i]]++;
  }
  return counts;
}
