import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../src/people/column/column.ts';
import { compileTable, tablesFor } from '../../src/people/table/compile-table.ts';
import { openMicrodata, tabulate } from '../../src/result/tabulate.ts';
import { partName } from '../../src/run/microdata/choice.ts';
import { shippedTables } from '../../src/run/microdata/shipped.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { TableFile, TablesFile } from '../../src/scenario/table-shape.ts';
import { observedRun } from './observed-run.ts';

const own: TablesFile = {
  children: { filter: 'age < 15 and homestead', rows: ['lives_with'], columns: ['sex'] },
  land: { population: '户', filter: '户类别 == 家庭户', rows: ['成员所在'], measure: { quantile: 'land_mu', at: 0.5 } },
  moves: {
    population: 'events',
    filter: 'event in [move, out-migration]',
    rows: ['from_place'],
    columns: ['to_place'],
  },
  elderly: { measure: { share: 'age >= 60' }, guard: 100 },
  workers: {
    filter: 'work != none',
    rows: [{ column: 'age', bands: [15, 30, 60] }],
    measure: { mean: 'insured_years / age' },
  },
  land_sum: { population: 'households', measure: { sum: 'land_mu' }, years: [2021, 2022] },
  ways: { measure: { transition: 'career' }, area: 'register_area', filter: 'rural_origin' },
};

type Run = Awaited<ReturnType<typeof observedRun>>;
let run: Run;

beforeAll(async () => {
  run = await observedRun('scenarios/sanmenxia.yaml', 0.01, 2022, { ...shippedTables(readData), ...own });
}, 300_000);
afterAll(() => rmSync(run.folder, { recursive: true }));

const placeOf = ({ town: { city }, result }: Run): Place => ({ areas: city.areas, routes: result.routes });

/** A number of the result. */
function cell({ result }: Run, name: string, year: number, area = 'city'): number {
  const { indicators, areas, years, values } = result;
  return values[
    (years.indexOf(year) * areas.length + areas.indexOf(area)) * indicators.length + indicators.indexOf(name)
  ];
}

describe('tables counted while a replicate runs', () => {
  it('are those counted from the people it has written out, to the last bit', async () => {
    for (const population of ['persons', 'households', 'events'])
      renameSync(path.join(run.folder, partName(1, population)), path.join(run.folder, `${population}.parquet`));
    const people = await openMicrodata(run.folder);
    const tables = tablesFor({ ...shippedTables(readData), ...own }, people.place);
    const written = { baseYear: 2020, endYear: 2022, years: run.years, only: [1], weight: run.weight };
    const [counted] = await tabulate(people, tables, written);
    const { indicators, areas, years, values } = run.result;
    const first = indicators.length - counted.indicators.length;
    expect(indicators.slice(first)).toEqual(counted.indicators);
    const cells = years.length * areas.length;
    const live = Array.from({ length: cells }, (_, at) =>
      values.subarray(at * indicators.length + first, (at + 1) * indicators.length),
    );
    const width = counted.indicators.length;
    const read = Array.from({ length: cells }, (_, at) => counted.values.subarray(at * width, (at + 1) * width));
    expect(live).toEqual(read);
    expect(live.flatMap((each) => [...each]).filter((value) => value > 0).length).toBeGreaterThan(1000);
  }, 120_000);

  it('tell what the rows say: a count, a share, a median, a mean of those with a value', () => {
    const { persons, households, weight } = run;
    const inCity = new Set<unknown>(run.town.city.areas.map(({ code }) => code));
    const residents = persons.filter((row) => row['year'] === 2022 && inCity.has(row['residence_area']));
    const old = residents.filter((row) => Number(row['age']) >= 60).length;
    expect(cell(run, 'table.percent.elderly', 2022)).toBe((100 * old) / residents.length);
    expect(cell(run, 'table.persons.elderly:count', 2022)).toBe(weight * residents.length);
    const homes = new Map(households.filter((row) => row['year'] === 2022).map((row) => [row['household_id'], row]));
    const girls = residents.filter(
      (row) =>
        Number(row['age']) < 15 &&
        homes.get(row['household_id'])?.['homestead'] === true &&
        row['lives_with'] === 'mother' &&
        row['sex'] === 'female',
    );
    expect(girls.length).toBeGreaterThan(0);
    expect(cell(run, 'table.persons.children.mother.female', 2022)).toBe(weight * girls.length);
    const land = [...homes.values()]
      .filter(
        (row) => row['household_kind'] === 'family' && row['whereabouts'] === 'home' && inCity.has(row['home_area']),
      )
      .map((row) => Number(row['land_mu']))
      .sort((a, b) => a - b);
    const middle = (land[Math.floor((land.length - 1) / 2)] + land[Math.ceil((land.length - 1) / 2)]) / 2;
    expect(cell(run, 'table.mu.land.home', 2022)).toBeCloseTo(middle, 9);
  });

  it('follow the same persons from year to year', () => {
    const at = (year: number) =>
      new Map(run.persons.filter((row) => row['year'] === year).map((row) => [row['person_id'], row]));
    const [before, after] = [at(2021), at(2022)];
    const inCity = new Set<unknown>(run.town.city.areas.map(({ code }) => code));
    const ways = new Map<string, number>();
    for (const [id, row] of before) {
      if (row['rural_origin'] !== true || !inCity.has(row['register_area'])) continue;
      const way = `${row['career']}.${after.get(id)?.['career'] ?? 'gone'}`;
      ways.set(way, (ways.get(way) ?? 0) + 1);
    }
    expect([...ways.keys()]).toEqual(expect.arrayContaining(['village.village', 'village.gone', 'village.town']));
    for (const [way, persons] of ways) expect(cell(run, `table.persons.ways.${way}`, 2022)).toBe(run.weight * persons);
    expect(cell(run, 'table.persons.ways.village.village', 2020)).toBeNaN();
  });

  it('add up over areas, and leave the years alone that were not asked for', () => {
    const sum = run.town.city.areas.reduce((total, { code }) => total + cell(run, 'table.mu.land_sum', 2022, code), 0);
    expect(cell(run, 'table.mu.land_sum', 2022)).toBeCloseTo(sum, 3);
    expect(cell(run, 'table.mu.land_sum', 2020)).toBeNaN();
  });

  it('change no indicator', async () => {
    const alone = await observedRun('scenarios/sanmenxia.yaml', 0.01, 2022);
    const { indicators, areas, years } = alone.result;
    const width = run.result.indicators.length;
    for (let at = 0; at < years.length * areas.length; at++)
      expect(run.result.values.subarray(at * width, at * width + indicators.length)).toEqual(
        alone.result.values.subarray(at * indicators.length, (at + 1) * indicators.length),
      );
    rmSync(alone.folder, { recursive: true });
  }, 120_000);
});

describe('a mistake in a table is told in both languages, at its path', () => {
  const told = (table: TableFile, name = 'a') =>
    compileTable(name, table, placeOf(run), { first: 2020, last: 2022 }).mistakes.map(
      ({ path: at, text }) => `${at.join('.')} ${text.en} | ${text.zh}`,
    );

  it.each<[string, TableFile, string]>([
    [
      'an unknown column',
      { filter: 'agee > 3' },
      'filter must be a column of persons (luohu columns lists them), got "agee"; did you mean age | 应为人的列（luohu columns 列出），实际为 "agee"；是否想写 age',
    ],
    [
      'a division by nothing',
      { filter: 'age / 0 > 3' },
      'filter must divide by something other than zero, got "age / 0" | 应除以不为零的数，实际为 "age / 0"',
    ],
    [
      'a number beside a category',
      { filter: 'age == sex' },
      'filter must compare two things of one sort, got "age" and "sex" | 应比较同类的两项，实际为 "age" 与 "sex"',
    ],
    [
      'an unknown category',
      { filter: 'sex == mal' },
      'filter must be a category of sex (luohu columns sex lists them), got "mal"; did you mean male | 应为 sex 的类别（luohu columns sex 列出），实际为 "mal"；是否想写 male',
    ],
    [
      'an order of categories',
      { filter: 'sex > male' },
      'filter must compare the category sex by == or !=, got > | 应以 == 或 != 比较类别 sex，实际为 >',
    ],
    [
      'a number where a condition is wanted',
      { filter: 'age + 1' },
      'filter must have a condition at "age + 1", got a number | 应在 "age + 1" 处为是非，实际为数字',
    ],
    [
      'an expression that ends early',
      { filter: 'age > (3' },
      'filter must be a whole expression, got one that ends early: "age > (3" | 应为完整的式子，实际在末尾中断："age > (3"',
    ],
    [
      'two measures',
      { measure: { sum: 'age', mean: 'age' } },
      'measure must be one measure, got sum and mean | 应为一种度量，实际为 sum、mean',
    ],
    [
      'a number without bands',
      { rows: ['age'] },
      'rows.0 must give bands for the number age: {column: age, bands: [0, 10, 20]}, got none | 应为数字列 age 给出分段：{column: age, bands: [0, 10, 20]}，实际没有',
    ],
    [
      'an identity',
      { columns: ['person_id'] },
      'columns.0 must be a category or a number, got the identity person_id | 应为类别或数字，实际为标识 person_id',
    ],
    ['no area', { area: 'sex' }, 'area must be a column of areas, got sex | 应为县区的列，实际为 sex'],
    [
      'a year outside',
      { years: [2019] },
      'years.0 must lie between 2020 and 2022, got 2019 | 应在 2020 到 2022 之间，实际为 2019',
    ],
    [
      'a transition of events',
      { population: 'events', measure: { transition: 'event' } },
      'measure.transition must be of persons or households, got events | 应用于人或户，实际用于事件',
    ],
    [
      'too many cells',
      { rows: ['age_group', 'education', 'work'], columns: ['sex', 'register_tier'] },
      ' must have at most 2000 cells, got 7200 | 应不超过 2000 格，实际有 7200 格',
    ],
  ])('%s', (_, table, line) => {
    expect(told(table)).toEqual([line]);
  });

  it('every mistake is told, not the first alone', () => {
    expect(told({ filter: 'agee > 3', area: 'sex', rows: ['age'] })).toHaveLength(3);
    expect(told({}, 'Not A Name')).toHaveLength(1);
  });
});
