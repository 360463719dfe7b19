import { describe, expect, it } from 'vitest';
import { costInWords } from '../../src/cli/seek/cost-in-words.ts';
import { yuan } from '../../src/report/fiscal/money.ts';
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

  it('the ends of a range are told in one unit, the larger where the smaller end has one of it, or a tenth beside ten', () => {
    const range = (lang: 'zh' | 'en', ...ends: number[]) => ends.map((end) => persons(end, lang, ends)).join(' to ');
    expect(range('en', 9_062_345, 10_040_000)).toBe('9.06 million to 10 million');
    expect(range('en', 12_345, 14_100_000)).toBe('12,300 to 14,100,000');
    expect(range('en', 0, 14_100_000)).toBe('0 to 14.1 million');
    expect(range('en', -1_040_000, 14_100_000)).toBe('-1.04 million to 14.1 million');
    expect(range('en', 8231, 9_990_000)).toBe('8,230 to 9,990,000');
    expect(range('zh', 98_700_000, 102_000_000)).toBe('9,870万 to 10,200万');
    expect(range('zh', 5_000_000, 120_000_000)).toBe('500万 to 12,000万');
    expect(range('zh', 50_000_000, 1.2e9)).toBe('0.5亿 to 12亿');
    expect(range('zh', 8231, 12_345)).toBe('8,230 to 12,300');
    expect(range('zh', 8231, 152_345)).toBe('0.823万 to 15.2万');
    expect(range('zh', 820, 12_345)).toBe('820 to 12,300');
  });

  it('the ends of a range of money as well', () => {
    const range = (lang: 'zh' | 'en', ...ends: number[]) => ends.map((end) => yuan(end, lang, ends)).join(' to ');
    expect(range('en', 9.1e8, 1.02e9)).toBe('910 million yuan to 1,020 million yuan');
    expect(range('en', 3e7, 1.02e9)).toBe('30 million yuan to 1,020 million yuan');
    expect(range('zh', 9.1e7, 1.02e8)).toBe('9,100万元 to 10,200万元');
    expect([yuan(0, 'zh'), yuan(0, 'en'), persons(0, 'zh')]).toEqual(['0万元', '0 million yuan', '0']);
    expect(costInWords(9.1e8, [9.1e8, 1.02e9])).toEqual({ zh: '9.1 亿元', en: '910 million yuan' });
    expect(costInWords(9.1e8, [9.1e8, 1.02e10])).toEqual({ zh: '9.1 亿元', en: '0.91 billion yuan' });
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
