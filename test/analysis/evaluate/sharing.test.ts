import { describe, expect, it } from 'vitest';
import { openSharing, type Planned } from '../../../src/analysis/evaluate/sharing.ts';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import type { Snapshot } from '../../../src/kernel/snapshot.ts';
import type { SnapshotResult } from '../../../src/run/job.ts';

const result = { years: [2020, 2021, 2022, 2023] } as unknown as ReplicateResult;
const snapshotOf = (year: number, bytes = 10): Snapshot =>
  ({ year, tables: [new ArrayBuffer(bytes)] }) as unknown as Snapshot;

/** Simulates what is planned, in turn, and tells how. */
async function told(planned: readonly Planned[]): Promise<string[]> {
  const how: string[] = [];
  for (const each of planned)
    await each.simulate(async ({ begin, snapshotAfter }) => {
      how.push(begin ? `from ${begin.year}` : snapshotAfter === undefined ? 'alone' : `keeps ${snapshotAfter}`);
      return snapshotAfter === undefined
        ? result
        : ({ ...result, snapshot: snapshotOf(snapshotAfter) } satisfies SnapshotResult);
    });
  return how;
}

const [a, b, c] = ['sx', 'sxa', 'sxb'].map((end) => ['s', 'sx', `${end} 2`, `${end} 3`]);
const foreign = ['t', 'tx', 't 2', 't 3'];

describe('sharing years', () => {
  it('simulates what scenarios have in common once a replicate, and what has nothing in common from the start', async () => {
    const batch = [a, b, c, foreign].flatMap((course) => [0, 1].map((replicate) => ({ course, replicate })));
    const planned = openSharing(false, 2020).plan(batch);
    expect(planned.map(({ years }) => years)).toEqual([3, 3, 2, 2, 2, 2, 3, 3]);
    const rest = ['from 2021', 'from 2021', 'from 2021', 'from 2021', 'alone', 'alone'];
    expect(await told(planned)).toEqual(['keeps 2021', 'keeps 2021', ...rest]);
  });

  it('plans nothing where everything is at hand', () => {
    expect(openSharing(true, 2020).plan([])).toEqual([]);
  });

  it('goes on in a later batch from what lasts, and not from what was given up', async () => {
    const later = [{ course: c, replicate: 0 }];
    const first = [a, b].map((course) => ({ course, replicate: 0 }));
    for (const [lasting, how] of [
      [true, 'from 2021'],
      [false, 'alone'],
    ] as const) {
      const sharing = openSharing(lasting, 2020);
      await told(sharing.plan(first));
      expect(await told(sharing.plan(later))).toEqual([how]);
    }
  });

  it('begins at the start where there is no room for a snapshot, and where the first failed', async () => {
    const batch = [a, b].map((course) => ({ course, replicate: 0 }));
    expect(await told(openSharing(false, 2020, 5).plan(batch))).toEqual(['keeps 2021', 'alone']);
    const [first, second] = openSharing(false, 2020).plan(batch);
    await expect(first.simulate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await told([second])).toEqual(['alone']);
  });
});
