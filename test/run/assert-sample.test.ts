import { expect, test } from 'vitest';
import { loadInputs } from '../../src/run/load-inputs.ts';

const load = (sample: number) => loadInputs({ scenario: 'scenarios/sanmenxia.yaml', overrides: {}, sample }, 'en');

test('a sample that is hardly anybody is refused with the least that will do, which does', () => {
  const refusal = (): string => {
    try {
      load(1e-9);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(refusal()).toMatch(/^--sample must be at least [\d.e-]+ for Sanmenxia \(100 persons\), got 1e-9$/);
  const least = Number(/at least ([\d.e-]+)/.exec(refusal())?.[1]);
  expect(load(least).command.sample).toBe(least);
  expect(() => load(least * 0.9)).toThrow('must be at least');
});
