import { describe, expect, it } from 'vitest';
import { countReasons, reasonOf, reasonRows, settlersOf } from '../../../src/analysis/attribute/reasons.ts';
import type { PeopleOutcomes } from '../../../src/run/people-outcomes.ts';

const groups = ['school', 'housing'];
const settled = (baseline: number, whole: number, school: number, housing: number, unlimited: number) => ({
  baseline,
  whole,
  alone: [school, housing],
  unlimited,
});

describe('why somebody settles', () => {
  it.each([
    [settled(2, 3, 0, 0, 3), 'anyway'],
    [settled(0, 3, 4, 0, 3), 'because:school'],
    [settled(0, 3, 0, 4, 3), 'because:housing'],
    [settled(0, 3, 5, 4, 0), 'several'],
    [settled(0, 3, 0, 0, 3), 'jointly'],
    [settled(2, 0, 2, 0, 4), 'displaced'],
    [settled(2, 0, 2, 2, 0), 'put-off'],
    [settled(0, 0, 0, 0, 6), 'kept-out'],
    [settled(0, 0, 3, 0, 0), null],
  ])('%j: %s', (runs, reason) => expect(reasonOf(runs, groups)).toBe(reason));
});

describe('settlers of a replicate', () => {
  const people = (settled: number[], later: [number, number][] = []): PeopleOutcomes => ({
    settled: Uint8Array.from(settled),
    state: new Uint8Array(settled.length),
    later: Float64Array.from(later.map(([identity]) => identity)),
    laterSettled: Uint8Array.from(later.map(([, since]) => since)),
  });
  const runs = {
    baseline: people([1, 0, 0, 0]),
    whole: people([1, 2, 0, 3], [[77, 4]]),
    alone: [people([1, 2, 0, 0], [[77, 4]]), people([1, 0, 0, 0])],
    unlimited: people([1, 2, 5, 3], [[77, 4]]),
  };
  const settlers = settlersOf(runs, groups);

  it('are found in every run, those who came later too', () =>
    expect(settlers.map(({ row, identity, reason }) => [row, identity, reason])).toEqual([
      [0, 0, 'anyway'],
      [1, 1, 'because:school'],
      [2, 2, 'kept-out'],
      [3, 3, 'jointly'],
      [-1, 77, 'because:school'],
    ]));

  it('are counted by person and by household; a household settles when a member does', () => {
    // 0 and 1 are one household, 2 and 3 another
    const counts = countReasons(settlers, [8, 8, 9, 9], groups, 50);
    const rows = reasonRows([counts], groups).map(({ reason, persons, households }) => [
      reason,
      persons.mean,
      households.mean,
    ]);
    expect(rows).toEqual([
      ['anyway', 50, 50],
      ['because:school', 100, 0],
      ['because:housing', 0, 0],
      ['several', 0, 0],
      ['jointly', 50, 50],
      ['displaced', 0, 0],
      ['put-off', 0, 0],
      ['kept-out', 50, 0],
    ]);
  });
});
