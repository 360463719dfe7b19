import { expect, test } from 'vitest';
import yargs from 'yargs';
import { runOptions } from '../../src/cli/run/options.ts';
import { planSchema } from '../../src/run/plan/schema.ts';
import { commandLineSource, overrideNames, overridesOf } from '../../src/scenario/command-line.ts';

test('whatever can be said against a scenario is an option of run and a key of a plan', async () => {
  const help = await runOptions('en')(yargs([])).getHelp();
  for (const name of overrideNames) {
    expect(help).toContain(`--${name} `);
    expect(planSchema.shape).toHaveProperty(name);
  }
});

test('what is not said is no override, nor is what is no override', () => {
  expect(overridesOf({ seed: null, to: undefined, replicates: 3, ...{ sample: 0.1 } })).toEqual({ replicates: 3 });
});

test('overrides stand where the scenario has them, and lead back to their options', () => {
  const { value, place } = commandLineSource({ from: 2010, without: ['baotou-2024'] });
  expect(value).toEqual({ baseYear: 2010, policy: { without: ['baotou-2024'] } });
  expect(place(['baseYear'], 'value')).toEqual({ path: '--from' });
  expect(place(['policy', 'without', 0], 'value')).toEqual({ path: '--without' });
});
