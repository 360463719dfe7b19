import { mean } from 'simple-statistics';
import { expect, it } from 'vitest';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { vitalTables } from '../../src/scenario/city/vital-tables.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { numberAt, readTable, textAt } from '../../src/scenario/tables.ts';

it('tables give provinces the life expectancy of 2020 off the nation’s as printed, and births per woman near print', () => {
  const printed = (code: string, indicator: string): number => {
    const table = readTable(readData, `observations/${code}.csv`, ['area_code', 'year', 'indicator', 'value']);
    const row = table.rows.find(
      (each) =>
        textAt(each, 'area_code') === code &&
        textAt(each, 'year') === '2020' &&
        textAt(each, 'indicator') === indicator,
    )!;
    return numberAt(table, row, 'value');
  };
  const provinces = [...readRegions(readData).keys()].filter((code) => /^(?!00|7|8)\d\d0000$/.test(code));
  expect(provinces).toHaveLength(31);
  const of = provinces.map((code) => {
    const tables = vitalTables(readData, code, code);
    const y = 2020 - tables.firstYear;
    const years = (expectancy(tables.qx[y][0]) + expectancy(tables.qx[y][1])) / 2;
    const births = tables.asfr[y].reduce((sum, rate) => sum + rate, 0);
    return { years: years - printed(code, 'e0'), births: Math.abs(Math.log(births / printed(code, 'tfr'))) };
  });
  // counted deaths make all live longer than printed: the same everywhere
  const common = mean(of.map(({ years }) => years));
  expect(common).toBeGreaterThan(0.6);
  expect(common).toBeLessThan(1.1);
  expect(mean(of.map(({ years }) => Math.abs(years - common)))).toBeLessThan(0.2);
  expect(mean(of.map(({ births }) => births))).toBeLessThan(0.08);
});

/** Period life expectancy at birth: deaths in the middle of a year, those of infants near birth, two years beyond 100. */
function expectancy(qx: Float64Array): number {
  let [alive, years] = [1, 0];
  qx.forEach((q, age) => {
    const deaths = alive * (age === qx.length - 1 ? 1 : q);
    years += alive - deaths + (age === 0 ? 0.1 : age === qx.length - 1 ? 2 : 0.5) * deaths;
    alive -= deaths;
  });
  return years;
}
