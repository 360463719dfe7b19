import { describe, expect, it, test } from 'vitest';
import { marginOf, parseTarget, type Target } from '../../../src/analysis/seek/target.ts';

const city = { areas: [{ code: '150402' }, { code: '150403' }] } as unknown as Parameters<typeof parseTarget>[2];
const parse = (text: string, area = 'city') => parseTarget(text, area, city);

describe('a target', () => {
  it('is at least a value, or at most one', () => {
    const rate = { indicator: 'registered_urbanization_rate', area: 'city', value: 36.5 };
    expect(parse('registered_urbanization_rate=36.5')).toEqual({ ...rate, sense: 'at-least' });
    expect(parse(' registered_urbanization_rate >= 36.5')).toEqual({ ...rate, sense: 'at-least' });
    expect(parse('rate_gap<=18', '150402')).toEqual({
      indicator: 'rate_gap',
      area: '150402',
      sense: 'at-most',
      value: 18,
    });
  });

  it('is passed by a margin, at most as at least', () => {
    expect(marginOf(parse('rate_gap<=18') as Target, 17)).toBe(1);
    expect(marginOf(parse('rate_gap=18') as Target, 17)).toBe(-1);
  });
});

test.each([
  [
    'registered_urbanization_rate',
    '--target must be INDICATOR=VALUE (at least) or INDICATOR<=VALUE (at most), got registered_urbanization_rate',
  ],
  ['rate_gap=much', '--target must be INDICATOR=VALUE (at least) or INDICATOR<=VALUE (at most), got rate_gap=much'],
  [
    '户籍人口城镇化率＝３３％',
    '--target must be INDICATOR=VALUE (at least) or INDICATOR<=VALUE (at most), got 户籍人口城镇化率＝３３％; did you mean registered_urbanization_rate=33?',
  ],
  [
    'settled_persons≤5万人',
    '--target must be INDICATOR=VALUE (at least) or INDICATOR<=VALUE (at most), got settled_persons≤5万人; did you mean settled_persons<=50000?',
  ],
  [
    'registered_urbanisation_rate=40',
    '--target must name an indicator of indicators.csv, got registered_urbanisation_rate; did you mean registered_urbanization_rate?',
  ],
  ['registered_urbanization_rate=140', '--target registered_urbanization_rate must be from 0 to 100, got 140'],
])('%s is refused', (text, told) => {
  expect(parse(text)).toMatchObject({ en: told });
});

test('an area the city does not have is refused', () => {
  expect(parse('rate_gap=18', '150999')).toMatchObject({
    en: '--area must be one of city, 150402, 150403, got 150999',
  });
});
