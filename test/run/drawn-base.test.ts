import { expect, test } from 'vitest';
import { baseRequest } from '../../src/run/base.ts';
import { drawnBase, middleBase } from '../../src/run/drawn-base.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { wholeShare } from '../../src/scenario/city/register-level.ts';

const inputsOf = (city: string, sample: number) =>
  loadInputs({ scenario: `scenarios/${city}.yaml`, overrides: {}, sample }, 'en');
const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};
const parts = Array.from({ length: 50 }, (_, part) => part);

test('each base population draws the town registers of its areas: widely where nothing was printed, narrowly where it was', () => {
  const sharesOf = (city: string) => {
    const inputs = inputsOf(city, 0.02);
    return parts.map((part) => wholeShare({ ...inputs.city, ...drawnBase(inputs, part).city }).value);
  };
  const [chifeng, qingyang] = [sharesOf('chifeng'), sharesOf('qingyang')];
  expect(deviation(chifeng)).toBeGreaterThan(0.001);
  expect(deviation(chifeng)).toBeLessThan(0.004);
  expect(deviation(qingyang)).toBeGreaterThan(0.02);
  expect(deviation(qingyang)).toBeLessThan(0.05);
});

test('the share from inside the city is drawn within its range', () => {
  const inputs = inputsOf('baotou', 0.02);
  const values = parts.map((part) => drawnBase(inputs, part).parameters['base.insideShare']);
  expect(Math.min(...values)).toBeGreaterThan(0.2);
  expect(Math.max(...values)).toBeLessThan(0.73);
  expect(deviation(values)).toBeGreaterThan(0.05);
});

test('a whole city, an analysis and a run without uncertainty take the middle', () => {
  const sampled = inputsOf('sanmenxia', 0.02);
  const whole = inputsOf('sanmenxia', 1);
  const shares = (request: { city: typeof whole.city }) =>
    request.city.areas.map(({ townRegister }) => townRegister.share);
  const middle = shares(middleBase(whole));
  expect(shares(baseRequest(whole, 0))).toEqual(middle);
  expect(shares(baseRequest(sampled))).toEqual(middle);
  expect(shares(baseRequest(sampled, 0))).not.toEqual(middle);
  expect(shares(drawnBase({ ...sampled, scenario: { ...sampled.scenario, uncertainty: 'fixed' } }, 0))).toEqual(middle);
});
