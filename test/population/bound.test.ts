import { expect, it } from 'vitest';
import { boundTo } from '../../src/population/bound.ts';
import { allocatePopulation } from '../../src/population/population.ts';

it('a pass is made once for a workspace, and one for each', () => {
  let made = 0;
  const pass = boundTo(({ persons }) => {
    made++;
    return () => persons.capacity;
  });
  const [small, large] = [2, 5].map((persons) => allocatePopulation({ persons, households: 1, villages: 1 }));
  expect([pass(small)(), pass(large)(), pass(small)()]).toEqual([2, 5, 2]);
  expect(made).toBe(2);
});
