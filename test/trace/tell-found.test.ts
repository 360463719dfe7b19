import { expect, test } from 'vitest';
import { languages } from '../../src/language/language.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { FoundHousehold } from '../../src/trace/find.ts';
import { findings } from '../../src/trace/findings.ts';
import { foundText } from '../../src/trace/tell-found.ts';

const city = loadCityData(readData, '150400', 2020);
const household = {
  household: 17,
  year: 2024,
  area: '150402',
  persons: 2,
  by: { route: 'kin', document: 'chifeng-2016', clause: '2.1.2' },
  stage: 'primary',
} as unknown as FoundHousehold;

test.each(findings)('what is found by %s is a line in either language, with year and place', (find) => {
  for (const lang of languages) {
    const [head, line, ...rest] = foundText(find, { total: 3, households: [household] }, city, lang).split('\n');
    expect(head).toMatch(lang === 'zh' ? /共 3 户，列出 1 户$/ : /3 households, 1 listed$/);
    expect(line).toContain('17');
    expect(line).toContain('2024');
    expect(line).toMatch(lang === 'zh' ? /红山区/ : /Hongshan/);
    expect(rest).toEqual([]);
  }
});

test('a household that settled is told with its route and clause', () => {
  const told = foundText('settled', { total: 1, households: [household] }, city, 'en');
  expect(told).toContain('2 members settled');
  expect(told).toContain('joining kin');
  expect(told).toContain('2.1.2');
});
