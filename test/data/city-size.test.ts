import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCitySizes } from '../../src/run/city-sizes.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { citySizesText } from './city-sizes.ts';

test('the sizes of cities stand in data/ as `npm run city-sizes` makes them of the censuses', () => {
  expect(readFileSync(new URL('../../data/city-size.csv', import.meta.url), 'utf8') === citySizesText(readData)).toBe(
    true,
  );
});

test('prefectures with a census of 2020 have a size of it, and of 2010 by the districts it has since', () => {
  const sizes = readCitySizes(readData);
  // Yuanbaoshan, Hongshan and Songshan, as printed
  expect(sizes[2010].get('150400')).toBe(902285);
  // a county city then, a district since: Bijie
  expect(sizes[2010].get('520500')).toBe(421342);
  // no divisions at all: Dongguan
  expect(sizes[2020].get('441900')).toBe(9644871);
  // nothing but counties: Yushu
  expect(sizes[2020].get('632700')).toBe(0);
  expect(sizes[2020].size).toBeGreaterThanOrEqual(290);
});
