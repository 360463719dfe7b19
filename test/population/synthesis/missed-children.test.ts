import { expect, it } from 'vitest';
import { survivalOf } from '../../../src/analysis/county/closed-ages.ts';
import { withMissedChildren } from '../../../src/population/synthesis/plan/missed-children.ts';
import { readCensus } from '../../../src/scenario/city/census-unit.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import { numberAt, readTable, textAt } from '../../../src/scenario/tables.ts';
import { loadCity, makeCity, parametersWith } from './city.ts';

const parameters = parametersWith();
const missed = parameters['base.missedChildren'];

/** Cells of 0-4: infants and 1-4, boys and girls. */
const youngest = [0, 1, 2, 3];

/** The nation's children of 0-4 in 2010, boys and girls. */
function childrenOf2010(): readonly [number, number] {
  const table = readTable(readData, 'single-age.csv', ['year', 'sex', 'age', 'population']);
  const rows = table.rows.filter((row) => textAt(row, 'year') === '2010' && numberAt(table, row, 'age') < 5);
  const sum = (sex: string): number =>
    rows.filter((row) => textAt(row, 'sex') === sex).reduce((all, row) => all + numberAt(table, row, 'population'), 0);
  return [sum('M'), sum('F')];
}

it('the share missed is what the census of 2020 has beyond those alive', () => {
  const before = childrenOf2010();
  const later = readCensus(readData, 2020, '000000').get('000000')!.residents.slice(6, 8);
  // whichever province's mortality: 99.3 % of children live on for ten years
  const alive = survivalOf(readData, '410000', 2010);
  const expected = before.map((persons, sex) => persons * alive[sex as 0 | 1][0]);
  const over = later.reduce((all, persons) => all + persons, 0) / (expected[0] + expected[1]) - 1;
  expect(missed).toBeCloseTo(over, 2);
  const city = loadCity('150400', 2010);
  const found = withMissedChildren(city, parameters);
  for (const sex of [0, 1]) {
    const of = ({ areas }: typeof city): number =>
      areas.reduce((all, { residents }) => all + residents[sex] + residents[2 + sex], 0);
    expect(of(found) / of(city)).toBeCloseTo(later[sex] / expected[sex], 2);
  }
});

it('children found live and are registered with those counted, everybody else stays as counted', {
  timeout: 60_000,
}, () => {
  const city = loadCity('411200', 2010);
  const found = withMissedChildren(city, parameters);
  found.areas.forEach((area, a) => {
    const counted = city.areas[a];
    const more = area.population - counted.population;
    expect(more).toBe(youngest.reduce((all, cell) => all + area.residents[cell] - counted.residents[cell], 0));
    expect(Array.from(area.residents.slice(4))).toEqual(Array.from(counted.residents.slice(4)));
    expect([area.registered - counted.registered, area.familyPersons - counted.familyPersons]).toEqual([more, more]);
    expect(area.urban / area.population).toBeCloseTo(counted.urban / counted.population, 4);
  });
  const { population } = makeCity('411200', 2010);
  const { residenceArea, age } = population.persons.columns;
  let children = 0;
  for (let i = 0; i < population.persons.rows; i++) {
    if (residenceArea[i] < city.areas.length && age[i] < 5) children++;
  }
  const expected = found.areas.reduce(
    (all, { residents }) => all + youngest.reduce((sum, c) => sum + residents[c], 0),
    0,
  );
  expect(children).toBe(expected);
});

it('the census of 2020 is taken as it stands', () => {
  const city = loadCity('411200', 2020);
  expect(withMissedChildren(city, parameters)).toBe(city);
});
