import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersOf } from '../../../src/analysis/attribute/orders.ts';
import {
  coalitionsOf,
  type Outcome,
  pairInteractions,
  shapley,
  shapleyOfOrders,
} from '../../../src/analysis/attribute/shapley.ts';

const game =
  (value: (members: readonly number[]) => number): Outcome =>
  (coalition) =>
    Float64Array.of(value([0, 1, 2, 3, 4, 5, 6, 7].filter((i) => coalition & (1 << i))));
const numbers = (vectors: readonly Float64Array[]): number[] => vectors.map(([value]) => value);
const table =
  (values: readonly number[]): Outcome =>
  (coalition) =>
    Float64Array.of(values[coalition]);
const anyGame = (groups: number) =>
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 ** groups, maxLength: 2 ** groups });

describe('Shapley values', () => {
  it('of the glove game: one left glove, two right ones (4/6, 1/6, 1/6)', () => {
    const pairs = game((members) => (members.includes(0) && members.length > 1 ? 1 : 0));
    const values = numbers(shapley(3, pairs));
    expect(values[0]).toBeCloseTo(4 / 6, 14);
    expect(values[1]).toBeCloseTo(1 / 6, 14);
    expect(values[2]).toBe(values[1]);
  });

  it('of the airport game: each stretch of the runway is shared by those who need it', () => {
    const needs = [1, 3, 4];
    const longest = game((members) => Math.max(0, ...members.map((i) => needs[i])));
    const values = numbers(shapley(3, longest));
    [1 / 3, 1 / 3 + 2 / 2, 1 / 3 + 2 / 2 + 1].forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 12);
    });
  });

  it('add up to the whole effect, with the effects alone and the interactions of pairs as well', () =>
    fc.assert(
      fc.property(anyGame(4), (values) => {
        const outcome = table(values);
        const whole = values[15] - values[0];
        const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
        const alone = [1, 2, 4, 8].map((coalition) => values[coalition] - values[0]);
        const pairs = pairInteractions(4, outcome).map(({ values: [value] }) => value);
        expect(sum(numbers(shapley(4, outcome)))).toBeCloseTo(whole, 5);
        expect(sum([...alone, ...pairs])).toBeCloseTo(whole, 5);
      }),
    ));

  it('are zero, exactly, for a group that changes nothing', () =>
    fc.assert(
      fc.property(anyGame(3), (values) => {
        // the fourth group changes nothing
        const outcome = table([...values, ...values]);
        expect(shapley(4, outcome)[3]).toEqual(Float64Array.of(0));
        for (const { j, values: pair } of pairInteractions(4, outcome))
          if (j === 3) expect(pair[0] + 0).toBeCloseTo(0, 6);
      }),
    ));

  it('are the effects alone, and those of leaving one out, where groups do not interact', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 }), (worth) => {
        const sum = game((members) => 7 + members.reduce((total, i) => total + worth[i], 0));
        const all = 31;
        shapley(5, sum).forEach(([value], i) => {
          expect(value).toBeCloseTo(worth[i], 9);
          expect(sum(all)[0] - sum(all & ~(1 << i))[0]).toBe(worth[i]);
        });
        for (const { values } of pairInteractions(5, sum)) expect(values[0]).toBeCloseTo(0, 9);
      }),
    ));

  it('are equal for two groups that do the same', () => {
    // either of 1 and 2 is enough for 10; 0 adds 3, and 1 more with them
    const twins = game((members) => {
      const either = members.includes(1) || members.includes(2);
      return (either ? 10 : 0) + (members.includes(0) ? 3 + (either ? 1 : 0) : 0);
    });
    const [other, first, second] = numbers(shapley(3, twins));
    expect(first).toBeCloseTo(second, 14);
    // 0 joins after one of the two in two orders of three
    expect(other).toBeCloseTo(3 + 2 / 3, 12);
    expect(first + second).toBeCloseTo(10 + 1 / 3, 12);
  });
});

describe('Shapley values from some orders', () => {
  it('are exact when all orders are taken', () => {
    const outcome = table([0, 1, 4, 2, 7, 9, 3, 20]);
    const all = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const exact = numbers(shapley(3, outcome));
    numbers(shapleyOfOrders(3, all, outcome)).forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i], 12);
    });
  });

  it('add up to the whole effect whatever the orders', () => {
    const outcome = table([0, 1, 4, 2, 7, 9, 3, 20]);
    const values = numbers(shapleyOfOrders(3, ordersOf(3, 4, 'luohu', 1), outcome));
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(20, 12);
  });

  it('are of the seed and the replicate, each order with its reverse, and ask for the coalitions on them', () => {
    const orders = ordersOf(9, 4, 'luohu', 3);
    expect(ordersOf(9, 4, 'luohu', 3)).toEqual(orders);
    expect(ordersOf(9, 4, 'luohu', 4)).not.toEqual(orders);
    expect(orders[1]).toEqual([...orders[0]].reverse());
    expect(coalitionsOf([[1, 0]])).toEqual([0, 2, 3]);
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
