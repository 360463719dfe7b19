import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { expect, it } from 'vitest';
import { pageOf } from './published/page.ts';
import type { Place } from './published/place.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const page = read('src/fiscal/published.md');
/** Cells of the rows of a section whose first cell names a place. */
const rowsOf = (section: string): string[][] =>
  page
    .split(/^## /m)
    .find((part) => part.startsWith(section))!
    .split('\n')
    .filter((line) => /^\| [A-Z]\w+ [\u4e00-\u9fff]/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
const numberOf = (cell: string): number => Number(cell.replaceAll(',', '').replace(/ .*/, ''));

it('holds the published amounts as the table has them, and quotients that are those of its own cells', () => {
  const allotments = csvParse(read('data/award-allotments.csv'));
  const rows = rowsOf('Award of');
  expect(rows).toHaveLength(8);
  const published = rows.filter(([, , , , , , , , amount]) => amount !== '');
  expect(published).toHaveLength(3);
  for (const [place, , , ours, , , , , amount, quotient] of published) {
    const row = allotments.find(({ area_zh }) => area_zh === place!.split(' ')[1])!;
    expect(numberOf(amount!) * 1e4, place).toBe(Number(row['value']));
    expect(numberOf(ours!) / numberOf(amount!), place).toBeCloseTo(Number(quotient), 2);
  }
  for (const column of [1, 2, 3, 4])
    expect(rowsOf('Shares inside').reduce((sum, row) => sum + Number.parseFloat(row[column]!), 0)).toBeCloseTo(100, 0);
});

it('eleven cities of Shanxi sum to what the province shares out', () => {
  const rows = csvParse(read('data/award-allotments.csv')).filter(({ area_code }) => area_code!.startsWith('14'));
  const [whole] = rows.filter(({ area_code }) => area_code === '140000');
  const cities = rows.filter(({ area_code }) => area_code !== '140000');
  expect(cities).toHaveLength(11);
  expect(cities.reduce((sum, { value }) => sum + Number(value), 0)).toBe(Number(whole!['value']));
});

it('says of itself what is implausible, by its figures', () => {
  const place = (code: string, mean: number, published: number | null): Place => ({
    ...{ name: code, code, folder: '', sample: 0.02, residents: 1e6, settlers: 1000, children: 1000, published },
    money: {
      settlersPart: 0.9 * mean,
      childrenPart: 0.1 * mean,
      mean,
      p10: 0.9 * mean,
      p90: mean,
      firstYear: 1,
      allYears: 2,
    },
    ...{ servedYearly: 5000, addedYearly: 500, lifetime: 1e5 },
    estimates: [{ author: 'CASS IUE', region: 'Central', value: 104_000, now: 130_000 }],
  });
  const told = (ours: number) =>
    pageOf({
      ...{ year: 2024, replicates: 2, envelope: 3e8, nation: { yuan: 4e10, residents: 1.4e9 } },
      places: [place('140100', ours, 2e8), place('140400', 1e8, 1e8)],
      shanxi: [
        { city: '140100', share: 0.5, settlersShare: 0.5, childrenShare: 0.5 },
        { city: '140400', share: 0.5, settlersShare: 0.5, childrenShare: 0.5 },
      ],
      province: { shanxi: { yuan: 9e8, residents: 3.5e7 }, fujian: { yuan: 1e9, residents: 4e7 } },
    });
  expect(told(2e8)).toContain('1.00 times the 30,000 published; none is off by more than a factor of two');
  expect(told(0.9e8)).toContain('off by more than a factor of two: Taiyuan.');
  expect(told(2e8)).toMatch(/the largest miss is \w+, -?16\.7 points/);
});
