import { describe, expect, it } from 'vitest';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import { explainEligibility } from '../../src/policy/explain-eligibility.ts';
import { householdSchema, parseHousehold } from '../../src/policy/household.ts';
import { Education, Work } from '../../src/population/codes.ts';
import { PersonApplicant } from '../../src/process/settlement/applicant.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { documents } from '../policy/documents.ts';
import { closedPopulation, stateOf } from '../support/closed-population.ts';

const city = loadCityData(readData, '411200', 2020);
const law = compileLawBook(documents, {
  documents: ['sanmenxia-2019'],
  without: [],
  add: [],
  areas: [{ code: '411202' }],
}).on(0, 2021, 183);

/** A man of 23 in a town of the city. */
function person(facts: { readonly work: number; readonly education: number }): PersonApplicant {
  const population = closedPopulation((sex, age) => (sex === 0 && age === 23 ? 1 : 0), 1);
  population.persons.columns.work[0] = facts.work;
  population.persons.columns.education[0] = facts.education;
  return new PersonApplicant(population, stateOf(population, city, 2020, 1)).of(0, 183);
}

const openTo = (applicant: PersonApplicant): string[] =>
  law.routes.filter((route) => route.open(applicant)).map(({ document, clause }) => `${document}:${clause}`);

describe('work of an applicant', () => {
  it.each(Object.entries(Work))('%s has a name the law knows', (_, code) => {
    const { work } = person({ work: code, education: Education.none });
    expect(householdSchema.parse({ work }).work).toBe(work);
  });

  it('may be looking for work: a graduate settles before having a job', () => {
    const graduate = { work: Work.seeking, education: Education.college };
    expect(openTo(person(graduate))).toContain('sanmenxia-2019:2.1');
    expect(openTo(person({ ...graduate, education: Education.junior }))).not.toContain('sanmenxia-2019:2.1');
  });

  it('is written in a household file by the same name', () => {
    const [{ applicant }] = parseHousehold('work: seeking\neducation: college\n', 'h.yaml').members;
    const open = explainEligibility(law, applicant).routes.filter((route) => route.open);
    expect(open.map(({ clause }) => clause)).toEqual(['2.1']);
  });
});
