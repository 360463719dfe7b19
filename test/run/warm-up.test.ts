import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/kernel/cancelled.ts';
import { warmUp } from '../../src/run/warm-up.ts';
import { replicateInput, sampledCity, simulate } from '../support/sanmenxia.ts';

describe('the warm-up of a thread', () => {
  const town = sampledCity('scenarios/sanmenxia.yaml', 0.01);
  const scenario = { ...town.scenario, endYear: town.scenario.baseYear + 3 };
  const input = replicateInput(town, { scenario });

  it('leaves nothing behind that a replicate could see, and the base population as it was', () => {
    const identity = town.base.persons.columns.identity.slice();
    const before = simulate(town, { scenario, replicate: 2 });
    let years = 0;
    expect(warmUp(input, () => years++ >= 0, 0)).toBe(true);
    expect(years).toBe(30 * 3);
    expect(simulate(town, { scenario, replicate: 2, workspace: input.workspace })).toEqual(before);
    expect(town.base.persons.columns.identity).toEqual(identity);
  });

  it('runs for large populations only, and stops when told to', () => {
    expect(warmUp(input, () => true)).toBe(false);
    expect(() => warmUp(input, () => false, 0)).toThrow(Cancelled);
  });
});
