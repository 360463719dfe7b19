import { expect, it } from 'vitest';
import { routeNames } from '../../src/policy/law.ts';
import { routeLabel } from '../../src/report/route-label.ts';

it('every legal route has a name in Chinese and in English', () => {
  for (const route of routeNames) {
    expect(routeLabel(route, 'zh')).toMatch(/^[\u4e00-\u9fff（）]+$/);
    expect(routeLabel(route, 'en')).toMatch(/^[A-Z][a-z, ]+$/);
  }
});

it('a route nobody has named is shown as it is', () => {
  expect(routeLabel('toString', 'en')).toBe('toString');
});
