import { describe, expect, it } from 'vitest';
import { allocatePopulation } from '../../src/population/population.ts';
import { openSurvey } from '../../src/process/settlement/survey.ts';

/** Families of one villager each in the town of the first area. */
function families(count: number) {
  const population = allocatePopulation({ persons: count, households: count, villages: 1 });
  population.persons.rows = count;
  population.households.rows = count;
  for (let h = 0; h < count; h++) {
    population.persons.columns.household[h] = h;
    population.persons.columns.residenceUrban[h] = 1;
  }
  return population;
}

describe('the survey', () => {
  it('asks everybody where few are in the pool', () => {
    expect(openSurvey(families(2500)).rate).toBe(1);
  });

  it('asks 2,500 in a small sample, a quarter of a larger one, 10,000 in a city', () => {
    expect(openSurvey(families(5000)).rate).toBe(0.5);
    expect(openSurvey(families(20_000)).rate).toBe(0.25);
    expect(openSurvey(families(100_000)).rate).toBe(0.1);
  });
});
