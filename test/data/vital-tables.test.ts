import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { vitalTableTexts } from '../../src/analysis/vital/tables.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { numberAt, readTable, textAt } from '../../src/scenario/tables.ts';

const data = new URL('../../data/', import.meta.url);
let made: Readonly<Record<string, string>>;
beforeAll(() => {
  made = vitalTableTexts(readData);
}, 120_000);

describe('the tables of births and deaths', () => {
  it('stand in data/ as `npm run vitals` makes them', () => {
    for (const [name, text] of Object.entries(made))
      expect(text === readFileSync(new URL(name, data), 'utf8'), name).toBe(true);
  });

  it('know nothing of the children of 2020 where a run starts from 2010', () => {
    const later = /^2020,/;
    const without = (name: string): string => {
      const text = readData(name);
      if (!/^census\/[1-9]/.test(name)) return text;
      const [head, ...lines] = text.split('\n');
      const column = head.split(',').indexOf('M_1-4');
      const spoilt = lines.map((line) => {
        if (!later.test(line)) return line;
        const cells = line.split(',');
        cells[column] = String(2 * Number(cells[column]));
        return cells.join(',');
      });
      return [head, ...spoilt].join('\n');
    };
    const factors = (text: string, base: string) => {
      const table = readTable(() => text, 'fertility-factor.csv', ['code', 'base', 'factor']);
      const rows = table.rows.filter((row) => textAt(row, 'base') === base);
      return rows.map((row) => numberAt(table, row, 'factor'));
    };
    const other = vitalTableTexts(without)['fertility-factor.csv'];
    expect(factors(other, '2010')).toEqual(factors(made['fertility-factor.csv'], '2010'));
    expect(factors(other, '2020')).not.toEqual(factors(made['fertility-factor.csv'], '2020'));
  }, 120_000);
});
