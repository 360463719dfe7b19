import type { ReplicateResult } from '../../indicator/result.ts';
import type { Snapshot } from '../../kernel/snapshot.ts';
import type { ReplicateJob, SnapshotResult } from '../../run/job.ts';
import type { Course } from './course.ts';

/** A replicate to be simulated. */
interface Branch {
  readonly course: Course;
  readonly replicate: number;
}

/** How a replicate is simulated. */
export interface Planned {
  /** Replicates with the same name have their first years in common; null: with none. */
  readonly trunk: string | null;
  /** Years simulated for this one. */
  readonly years: number;
  /** Simulates it, from where another one left it where that is possible. */
  readonly simulate: <T extends ReplicateResult>(simulate: (where: Where) => Promise<T | SnapshotResult>) => Promise<T>;
}

type Where = Pick<ReplicateJob, 'begin' | 'snapshotAfter'>;

/** Simulates the years that replicates of several scenarios have in common once. */
interface Sharing {
  /** Plans a batch. Of those with a trunk in common the first has to be begun first; the others wait for it. */
  readonly plan: (batch: readonly Branch[]) => Planned[];
}

/** What is kept in memory of all trunks at most; replicates beyond it begin at the start. */
const MOST_BYTES = 400e6;
/** Opening a replicate takes about as long as this many years. */
const OPENING = 2;

/**
 * @param lasting whether later batches are likely to need the same trunks again; else each is given up after its last use
 * @param baseYear of all replicates
 */
export function openSharing(lasting: boolean, baseYear: number, mostBytes = MOST_BYTES): Sharing {
  const trunks = new Map<string, Promise<Snapshot | null>>();
  let bytes = 0;
  const keep = (snapshot: Snapshot): Snapshot | null => {
    if (bytes + sizeOf(snapshot) > mostBytes) return null;
    bytes += sizeOf(snapshot);
    return snapshot;
  };
  const giveUp = async (name: string): Promise<void> => {
    const snapshot = await trunks.get(name);
    if (snapshot) bytes -= sizeOf(snapshot);
    trunks.delete(name);
  };

  function plan(batch: readonly Branch[]): Planned[] {
    if (batch.length === 0) return [];
    const t = yearInCommon(batch, (name) => trunks.has(name));
    const names = batch.map((branch) => (t === null ? null : trunkOf(branch, t)));
    const uses = countsOf(names);
    for (const name of [...trunks.keys()]) if (!uses.has(name)) void giveUp(name);
    return batch.map(({ course }, n): Planned => {
      const [name, years] = [names[n], course.length - 1];
      if (name === null || (uses.get(name) === 1 && !trunks.has(name)))
        return { trunk: null, years, simulate: async (simulate) => without(await simulate({})) };
      if (trunks.has(name))
        return { trunk: name, years: years - t!, simulate: (simulate) => goOn(name, uses, simulate) };
      let leave: (snapshot: Snapshot | null) => void = () => {};
      const left = new Promise<Snapshot | null>((resolve) => {
        leave = resolve;
      });
      trunks.set(name, left);
      return {
        trunk: name,
        years,
        async simulate(simulate) {
          try {
            const result = await simulate({ snapshotAfter: baseYear + t! });
            leave('snapshot' in result ? keep(result.snapshot) : null);
            return without(result);
          } finally {
            leave(null); // where it failed
            used(name, uses);
          }
        },
      };
    });
  }

  async function goOn<T extends ReplicateResult>(
    name: string,
    uses: Map<string, number>,
    simulate: (where: Where) => Promise<T | SnapshotResult>,
  ): Promise<T> {
    const begin = (await trunks.get(name)) ?? undefined;
    try {
      return without(await simulate({ begin }));
    } finally {
      used(name, uses);
    }
  }

  function used(name: string, uses: Map<string, number>): void {
    const left = uses.get(name)! - 1;
    uses.set(name, left);
    if (left === 0 && !lasting) void giveUp(name);
  }

  return { plan };
}

const trunkOf = ({ course, replicate }: Branch, t: number): string => `${replicate} ${course[t]}`;

function countsOf(names: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The year, counted from the base year, up to which sharing saves most of a batch; null where nothing is in common. */
function yearInCommon(batch: readonly Branch[], isKnown: (name: string) => boolean): number | null {
  let best: number | null = null;
  let most = 0;
  const years = Math.min(...batch.map(({ course }) => course.length)) - 1;
  for (let t = 0; t < years; t++) {
    let saved = 0;
    for (const [name, uses] of countsOf(batch.map((branch) => trunkOf(branch, t))))
      saved += (uses - (isKnown(name) ? 0 : 1)) * (OPENING + t);
    if (saved > most) [best, most] = [t, saved];
  }
  return best;
}

const sizeOf = ({ tables }: Snapshot): number => tables.reduce((sum, { byteLength }) => sum + byteLength, 0);

function without<T extends ReplicateResult>(result: T | SnapshotResult): T {
  const { snapshot: _, ...rest } = result as T & Partial<SnapshotResult>;
  return rest as unknown as T;
}
