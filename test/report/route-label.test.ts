import { expect, it } from 'vitest';
import { routeNames } from '../../src/policy/law.ts';
import { routeLabel } from '../../src/report/route-label.ts';

it('every legal route has a name in Chinese and in English', () => {
  for (const route of routeNames) {
    expect(routeLabel({ route }, 'zh')).toMatch(/^[\u4e00-\u9fff（）]+$/);
    expect(routeLabel({ route }, 'en')).toMatch(/^[A-Z][a-z, ]+$/);
  }
});

it('a route has the name its document gives it, as it is written there', () => {
  const called = { zh: '表彰人员', en: 'honoured persons' };
  expect(routeLabel({ route: 'own-honour', called }, 'zh')).toBe('表彰人员');
  expect(routeLabel({ route: 'own-honour', called }, 'en')).toBe('honoured persons');
  expect(routeLabel({ route: 'kin', called }, 'en')).toBe('honoured persons');
});

it('a route nobody has named is shown as it is', () => {
  expect(routeLabel({ route: 'toString' }, 'en')).toBe('toString');
});
