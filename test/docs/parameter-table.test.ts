import { expect, it } from 'vitest';
import { nameKey } from '../../src/random/name-key.ts';
import { parameterTable } from '../../src/scenario/parameter-table.ts';
import { parameterNames, parameterSpecs } from '../../src/scenario/parameters.ts';

it('the documented parameters are those of the code (vitest -u writes them anew)', async () => {
  await expect(parameterTable()).toMatchFileSnapshot('../../src/process/parameters.md');
});

it('every default lies in its range, and every range in the limits of its unit', () => {
  for (const name of parameterNames) {
    const { value, range, limits } = parameterSpecs[name];
    if (range) {
      expect(range[0], name).toBeLessThanOrEqual(value);
      expect(range[1], name).toBeGreaterThanOrEqual(value);
      expect(range[0], name).toBeGreaterThanOrEqual(limits[0]);
      expect(range[1], name).toBeLessThanOrEqual(limits[1]);
    }
  }
});

it('no two parameters share the key of their draws', () => {
  expect(new Set(parameterNames.map(nameKey)).size).toBe(parameterNames.length);
});

it('every default gives its reason in both languages', () => {
  for (const name of parameterNames) {
    const { zh, en } = parameterSpecs[name].source;
    expect(zh, name).toMatch(/\p{Script=Han}/u);
    expect(en, name).toMatch(/^[^\p{Script=Han}]+$/u);
  }
});
