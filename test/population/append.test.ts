import { expect, it } from 'vitest';
import { appendHousehold, appendPerson, NO_ROUTE } from '../../src/population/append.ts';
import { allocatePopulation } from '../../src/population/population.ts';

it('a new row resets every column, whatever a former replicate left there', () => {
  const { persons, households } = allocatePopulation({ persons: 1, households: 1, villages: 1 });
  for (const column of [...Object.values(persons.columns), ...Object.values(households.columns)]) column[0] = 77;
  appendPerson(persons);
  appendHousehold(households);
  const person = Object.fromEntries(Object.entries(persons.columns).map(([name, column]) => [name, column[0]]));
  const special = { presence: 1, mother: -1, father: -1, spouse: -1, settledRoute: NO_ROUTE };
  expect(person).toEqual({ ...Object.fromEntries(Object.keys(person).map((name) => [name, 0])), ...special });
  const household = Object.fromEntries(Object.entries(households.columns).map(([name, column]) => [name, column[0]]));
  expect(household).toEqual({
    ...Object.fromEntries(Object.keys(household).map((name) => [name, 0])),
    village: -1,
    head: -1,
    townArea: 255,
  });
  expect(() => appendPerson(persons)).toThrow('full at 1 rows');
  expect(() => appendHousehold(households)).toThrow('full at 1 rows');
});
