import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../../src/analysis/compare/household-types.ts';
import { outcomes, pairPeople } from '../../../src/analysis/compare/people.ts';
import { deadweight, settlerRows, winnerRows } from '../../../src/analysis/compare/people-tables.ts';
import { EndState, type PeopleOutcomes } from '../../../src/run/people-outcomes.ts';

const people = (settled: number[], state: number[], later: [number, number][] = []): PeopleOutcomes => ({
  settled: Uint8Array.from(settled),
  state: Uint8Array.from(state),
  later: Float64Array.from(later.map(([identity]) => identity)),
  laterSettled: Uint8Array.from(later.map(([, since]) => since)),
});
const kinds: Dimension = { name: 'standing', categories: ['village', 'town'], of: Uint8Array.from([0, 0, 1, 1, 1]) };
const BORN = 2 ** 32 + 3;
const CAME = 2 ** 31 + 5;

const base = people([0, 3, 4, 0, 2], [0, EndState.inTown, 0, EndState.permit, 0], [[CAME, 2]]);
const alternative = people(
  [5, 0, 2, 0, 4],
  [EndState.inTown, 0, 0, EndState.permit, 0],
  [
    [CAME, 2],
    [BORN, 7],
  ],
);
const pair = pairPeople([kinds], base, alternative, 10);

describe('people of two runs laid side by side', () => {
  it('settle in one, in the other or in both, sooner or later', () =>
    expect(pair.settlers).toEqual({ additional: 20, anyway: 30, lost: 10, sooner: 10, later: 10, yearsGained: 0 }));

  it('win and lose by household type, newcomers and newborn apart', () => {
    const rows = winnerRows([kinds], [pair], 10);
    const of = (outcome: string, category: string) => {
      const { persons, winners, losers, net } = rows.find(
        (row) => row.outcome === outcome && row.category === category,
      )!;
      return [persons, winners.mean, losers.mean, net.mean];
    };
    expect(of('settled', 'village')).toEqual([20, 10, 10, 0]);
    expect(of('settled', 'town')).toEqual([30, 0, 0, 0]);
    expect(of('settled', 'born-since')).toEqual([Number.NaN, 10, 0, 10]);
    expect(of('settled', 'came-since')).toEqual([Number.NaN, 0, 0, 0]);
    expect(of('in-town', 'village')).toEqual([20, 10, 10, 0]);
    expect(of('permit', 'town')).toEqual([30, 0, 0, 0]);
  });

  it('are the settlers a policy would have had without it: its deadweight', () => {
    expect(deadweight([pair]).ratio).toBeCloseTo(0.6, 12);
    expect(settlerRows([pair]).map(({ group, mean }) => [group, mean])).toContainEqual(['anyway', 30]);
  });

  it('have nothing to tell apart when the runs are the same', () => {
    const same = pairPeople([kinds], base, base, 10);
    expect(same.settlers).toEqual({ additional: 0, anyway: 40, lost: 0, sooner: 0, later: 0, yearsGained: 0 });
    expect(same.winners[0]).toEqual(new Float64Array(4 * outcomes.length));
  });
});
