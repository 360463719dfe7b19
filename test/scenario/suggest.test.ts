import { expect, test } from 'vitest';
import { suggest } from '../../src/scenario/suggest.ts';

const names = ['income.town', 'income.village', 'settlement.actHazard', 'seed'];

test.each([
  ['a letter too many', 'income.townn', 'income.town'],
  ['two letters swapped', 'income.tonw', 'income.town'],
  ['other case', 'Settlement.acthazard', 'settlement.actHazard'],
  ['a prefix left out', 'actHazard', 'settlement.actHazard'],
])('%s', (_, word, meant) => {
  expect(suggest(word, names)).toBe(meant);
});

test('nothing is near a word of its own', () => {
  expect(suggest('rainfall', names)).toBeUndefined();
  expect(suggest('', names)).toBeUndefined();
});
