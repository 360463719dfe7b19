import { csvParse } from 'd3-dsv';
import { expect, it } from 'vitest';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import { dictionaryCsv } from '../../src/result/dictionary.ts';

it('has one line for each indicator of the result, in the order of the table', () => {
  const rows = csvParse(dictionaryCsv(indicatorNames));
  expect(rows.columns).toEqual(
    'indicator,name_zh,name_en,unit,kind,definition_zh,definition_en,dimensions,sample'.split(','),
  );
  expect(rows.map(({ indicator }) => indicator)).toEqual(indicatorNames);
  expect(rows.every((row) => row.unit && row.kind && row.definition_zh && row.definition_en)).toBe(true);
});

it('explains every part of a code in both languages', () => {
  const [row] = csvParse(dictionaryCsv(['by_status.senior.permit']));
  expect(row).toEqual({
    indicator: 'by_status.senior.permit',
    name_zh: '按户籍状态分的服务对象（高中阶段，持居住证）',
    name_en: 'Served, by register status (senior secondary, with a permit)',
    unit: 'persons',
    kind: 'stock',
    definition_zh: '年末一项服务的对象，按其户籍状态分',
    definition_en: 'Persons a service counts at the year end, by the status of their register',
    dimensions:
      'senior=15–17岁在校者 / those enrolled at 15-17; permit=人户分离，持居住证 / off their register with a residence permit',
    sample: '',
  });
});

it('leaves out what the result has not, and what nobody defines', () => {
  expect(csvParse(dictionaryCsv(['births', 'of_a_later_version'])).map(({ indicator }) => indicator)).toEqual([
    'births',
  ]);
});
