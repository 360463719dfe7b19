import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tasksOf } from '../../src/run/shard.ts';

test('shards of equal length, give or take one, hold every replicate of every run once, in order', () => {
  const lists = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 40 }), (replicates, count) => {
      const shards = Array.from({ length: count }, (_, index) => tasksOf({ index, count }, replicates));
      const all = replicates.flatMap((each, run) =>
        Array.from({ length: each }, (_, replicate) => ({ run, replicate })),
      );
      expect(shards.flat()).toEqual(all);
      const lengths = shards.map((tasks) => tasks.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }),
  );
});
