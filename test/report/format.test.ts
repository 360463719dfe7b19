import { describe, expect, it } from 'vitest';
import { change, percent, persons, yearTicks } from '../../src/report/format.ts';

describe('numbers for readers', () => {
  it('rates have one decimal', () => {
    expect(percent(86.16, 'en')).toBe('86.2 %');
    expect(percent(86.16, 'zh')).toBe('86.2%');
  });

  it('persons have three significant digits, in Chinese by 万', () => {
    expect([7.6, 999.6, 8231, 67_589, 2_709_378].map((n) => persons(n, 'en'))).toEqual([
      ...['8', '1,000', '8,230', '67,600', '2,710,000'],
    ]);
    expect([8231, 67_589, 2_709_378, -12_345].map((n) => persons(n, 'zh'))).toEqual([
      ...['8,230', '6.76万', '271万', '-1.23万'],
    ]);
  });

  it('changes carry their sign, and nothing is said of a change from nobody', () => {
    expect([change(100, 112, 'en'), change(100, 54, 'zh'), change(100, 100, 'en'), change(0, 5, 'en')]).toEqual([
      ...['+12 %', '−46%', '±0 %', ''],
    ]);
  });
});

describe('years on an axis', () => {
  it('hold the first and the last, and do not crowd them', () => {
    expect(yearTicks(2020, 2024)).toEqual([2020, 2021, 2022, 2023, 2024]);
    expect(yearTicks(2020, 2035)).toEqual([2020, 2025, 2030, 2035]);
    expect(yearTicks(2021, 2034)).toEqual([2021, 2025, 2030, 2034]);
    expect(yearTicks(2010, 2036)).toEqual([2010, 2015, 2020, 2025, 2030, 2036]);
    expect(yearTicks(2020, 2020)).toEqual([2020]);
  });
});
