import { describe, expect, it } from 'vitest';
import { pairedFanChart } from '../../src/report/chart/paired-fan.ts';
import { differs, sinceStart, tenths, withInterval } from '../../src/report/finding.ts';

const spread = (p05: number, mean: number, p95: number) => ({ p05, mean, p95 });

describe('a share as people say it', () => {
  it.each([
    [spread(58.9, 60.2, 61.2), '约六成', 'about six in ten'],
    [spread(61, 66, 72), '六成到七成', 'six to seven in ten'],
    [spread(93, 96, 97), '九成以上', 'more than nine in ten'],
    [spread(86, 92, 97), '八成以上', 'more than eight in ten'],
    [spread(96, 98, 99), '几乎全部', 'nearly all'],
    [spread(1, 2, 4), '不到一成', 'fewer than one in ten'],
    [spread(3, 9, 16), '不到三成', 'fewer than three in ten'],
  ])('%o', (share, zh, en) => {
    expect([tenths(share, 'zh'), tenths(share, 'en')]).toEqual([zh, en]);
  });
});

describe('a level', () => {
  it('has its interval in brackets, the unit once', () => {
    expect(withInterval(spread(58.94, 60.2, 61.2), 'percent', 'zh')).toBe('60.2%（90%区间58.9–61.2）');
    expect(withInterval(spread(58.94, 60.2, 61.2), 'percent', 'en')).toBe('60.2 % (90 % interval 58.9–61.2)');
    expect(withInterval(spread(9000, 12_340, 15_000), 'persons', 'zh')).toBe('12,300（90%区间9,000–15,000）');
    expect(withInterval(spread(9_062_345, 9_500_000, 10_040_000), 'persons', 'en')).toBe(
      '9.5 million (90 % interval 9.06 million–10 million)',
    );
    expect(withInterval(spread(-1, 2, 4), 'percentage points', 'en')).toBe('2.0 points (90 % interval −1.0 to 4.0)');
  });

  it('of one replicate claims no interval', () => {
    expect(withInterval(spread(60.2, 60.2, 60.2), 'percent', 'zh')).toBe('60.2%');
  });

  it('is higher or lower than at the start only where the interval leaves it out', () => {
    const told = (p05: number, p95: number) => sinceStart(spread(p05, 61, p95), 60, 2020, 'en');
    expect(told(60.5, 62)).toBe('more than the 60.0 % of 2020');
    expect(told(55, 59.9)).toBe('less than the 60.0 % of 2020');
    expect(told(59, 62)).toBe('not to be told from the 60.0 % of 2020');
    expect(told(60, 60)).toBe('as in 2020');
    expect(sinceStart(spread(59, 61, 62), 60, 2020, 'zh')).toBe('与2020年的60.0%分不出高低');
  });
});

describe('a difference', () => {
  const points = (mean: number, low: number, high: number) => ({ mean, low, high, unit: 'percent' });

  it('is told with its interval where that leaves out zero', () => {
    expect(differs(points(0.82, 0.6, 1.04), 'zh')).toBe('高0.82个百分点（90%区间0.60–1.04）');
    expect(differs(points(0.82, 0.6, 1.04), 'en')).toBe('higher by 0.82 points (90 % interval 0.60–1.04)');
    expect(differs(points(-2.4, -3.1, -1.2), 'en')).toBe('lower by 2.4 points (90 % interval 1.2–3.1)');
    expect(differs({ mean: 128_000, low: 90_000, high: 160_000, unit: 'persons' }, 'zh')).toBe(
      '多12.8万（90%区间9万–16万）',
    );
  });

  it('is none that can be told where the interval holds zero', () => {
    expect(differs(points(0.1, -0.2, 0.4), 'zh')).toBe('看不出高低（90%区间−0.20至0.40）');
    expect(differs(points(0.1, 0, 0.4), 'en')).toBe('no different as far as can be told (90 % interval 0.00–0.40)');
  });

  it('is said to be none where nothing differs', () => {
    expect(differs(points(0, 0, 0), 'zh')).toBe('完全相同');
    expect(differs(points(0, Number.NaN, Number.NaN), 'en')).toBe('exactly as high');
  });

  it('of one replicate says so and claims no interval', () => {
    expect(differs(points(0.82, Number.NaN, Number.NaN), 'zh')).toBe('高0.82个百分点（只有一次模拟，没有区间）');
    expect(differs(points(-0.82, Number.NaN, Number.NaN), 'en')).toBe(
      'lower by 0.82 points (one replicate, no interval)',
    );
  });

  it('of money is written as money', () => {
    const format = (size: number) => `${size / 1e8}亿元`;
    expect(differs({ mean: 2e8, low: 1e8, high: 3e8, unit: 'yuan', format }, 'zh')).toBe(
      '多2亿元（90%区间1亿元–3亿元）',
    );
  });
});

describe('the title of a paired chart', () => {
  const points = (mean: number, low: number, high: number) =>
    [2030, 2035].map((year) => ({
      year,
      mean,
      low,
      high,
      p05: Math.min(low || mean, mean),
      p95: Math.max(high || mean, mean),
    }));
  const told = (alternative: string, mean: number, low: number, high: number) => ({
    ...{
      alternative: { zh: alternative, en: alternative },
      indicator: 'registered_urbanization_rate',
      unit: 'percent',
    },
    ...{ counted: 'year' as const, points: points(mean, low, high) },
  });
  const base = { zh: '基准', en: 'the base' };
  const titleOf = (all: Parameters<typeof pairedFanChart>[0], lang: 'zh' | 'en') =>
    (pairedFanChart(all, base, lang) as unknown as { title: { text: string[]; subtitle: string[] } }).title;

  it('tells what the alternative adds by the last year, and the topic beneath', () => {
    const { text, subtitle } = titleOf([told('甲', 0.82, 0.6, 1.04)], 'zh');
    expect(text.join('')).toBe('2035年户籍人口城镇化率高0.82个百分点（90%区间0.60–1.04）');
    expect(subtitle[0]).toBe('两个情景之差（逐次重复配对）');
  });

  it('names the alternatives where there are several', () => {
    const { text } = titleOf([told('A', 0.82, 0.6, 1.04), told('B', 0.1, -0.4, 0.4)], 'en');
    expect(text.join(' ')).toMatch(/^A: .* higher by 0\.82 points .*; B: .* no different as far as can be told/);
  });

  it('says of what is added up that it is, with a colon behind whatever label', () => {
    const settled = { ...told('A', 12_345, 8200, 15_000), indicator: 'settled_persons', unit: 'persons' };
    const of = (counted: 'year' | 'cumulative', lang: 'zh' | 'en') =>
      titleOf([{ ...settled, counted }], lang).text.join(lang === 'zh' ? '' : ' ');
    expect(of('cumulative', 'en')).toBe('Persons who settled up to 2035: more by 12,300 (90 % interval 8,200–15,000)');
    expect(of('cumulative', 'zh')).toBe('到2035年累计落户人数多12,300（90%区间8,200–15,000）');
    expect(of('year', 'en')).toMatch(/^Persons who settled in 2035: more by /);
  });

  it('of one replicate has no interval', () => {
    const { text } = titleOf([told('A', 1.5, Number.NaN, Number.NaN)], 'en');
    expect(text.join(' ')).toContain('higher by 1.5 points (one replicate, no interval)');
  });
});
