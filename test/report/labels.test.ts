import { expect, it } from 'vitest';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import { routeNames } from '../../src/policy/law.ts';
import { indicatorLabel, routeLabel } from '../../src/report/labels.ts';

it('every legal route has a name in Chinese and in English', () => {
  for (const route of routeNames) {
    expect(routeLabel(route, 'zh')).toMatch(/^[\u4e00-\u9fff（）]+$/);
    expect(routeLabel(route, 'en')).toMatch(/^[A-Z][a-z, ]+$/);
  }
});

it('every indicator of a run has a name in Chinese and in English', () => {
  for (const indicator of indicatorNames) {
    expect(indicatorLabel(indicator, 'zh')).toMatch(/^[\u4e00-\u9fff（）()，\d+-]+$/);
    expect(indicatorLabel(indicator, 'en')).toMatch(/^[A-Z][^_]+$/);
  }
});

it('a dotted indicator is named by its stem and its parts', () => {
  expect(indicatorLabel('pupils.primary', 'zh')).toBe('小学在校生');
  expect(indicatorLabel('pupils.primary.accompanying', 'en')).toBe('Pupils (primary, accompanying)');
  expect(indicatorLabel('residents_by_age.male.20-24', 'zh')).toBe('常住人口（男，20-24）');
});

it('what has no name is shown as it is', () => {
  expect(indicatorLabel('constructor', 'en')).toBe('constructor');
  expect(indicatorLabel('new_thing.x', 'zh')).toBe('new_thing（x）');
  expect(routeLabel('toString', 'en')).toBe('toString');
});
