import { expect, test } from 'vitest';
import { numberMeant, shareMeant } from '../../src/language/number-meant.ts';

test.each([
  ['5亿', 500_000_000],
  ['5亿元', 500_000_000],
  ['1.2万', 12_000],
  ['3万亿', 3e12],
  ['1,200', 1200],
  ['１２００', 1200],
  ['12,345,678', 12_345_678],
  ['1.5 million', 1_500_000],
  ['33%', 33],
  ['－0.5', -0.5],
])('%s is %d', (text, value) => {
  expect(numberMeant(text)?.value).toBe(value);
});

test('per cent are hundredths of a share', () => {
  expect([shareMeant('33%'), shareMeant('３３％'), shareMeant('0.33')]).toEqual([0.33, 0.33, 0.33]);
});

test.each(['', 'much', '1,20', '3-4', '5亿左右', '一百'])('%s is no one number', (text) => {
  expect(numberMeant(text)).toBeNull();
});
