import type { ReplicateResult } from '../../indicator/result.ts';
import { baseRequest, makeBase } from '../../run/base.ts';
import { allocateControl } from '../../run/control.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Base, ReplicateJob } from '../../run/job.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { contextOf } from '../../run/run-context.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { workInLanes } from '../lanes.ts';
import { askedOf, measuredOf, type Scaled } from './measured.ts';

/** Base populations members take in turn where figures tell nothing of them. */
const SHARED_BASES = 10;

/** Members of an ensemble: a row of numbers by name, and the replicate whose chance each has. */
export interface Ensemble {
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly luck: readonly number[];
  /** Whether the names hold some of base populations, so that each member has its own. */
  readonly ownBases: boolean;
}

/** Figures of finished members, kept so that a fit that was stopped goes on. */
export interface Kept {
  get(key: string): readonly number[] | null;
  put(key: string, figures: readonly number[]): void;
}

/**
 * What every member of an ensemble says of the figures, on their scales, member by member.
 * @throws JobFailed, Interrupted; what was finished by then is kept
 */
export async function simulateMembers(
  session: Session,
  inputs: Inputs,
  scaled: readonly Scaled[],
  ensemble: Ensemble,
  { kept, ...watch }: Watch & { readonly kept: Kept },
): Promise<number[][]> {
  const { names, rows, luck, ownBases } = ensemble;
  const { seed, baseYear, endYear } = inputs.scenario;
  const keys = rows.map((row, m) => sha256(canonicalJson([names, row.map((z) => z.toFixed(9)), luck[m], ownBases])));
  const found = keys.map((key) => kept.get(key));
  const tasks = rows.flatMap((_, m) => (found[m] === null ? [m] : []));
  const conditioning = { calibration: 'members', until: endYear, names, centre: rows[0].map(() => 0), rows, luck };
  const scenario = { ...inputs.scenario, conditioning, replicates: rows.length };
  const hash = sha256(canonicalJson([inputs.hash, names, rows, luck]));
  const control = allocateControl(rows.length);
  const asked = askedOf(scaled);
  const shared = new Map<number, Promise<Base>>();
  const baseFor = (m: number): Promise<Base> => {
    const part = luck[m] % SHARED_BASES;
    const own = { ...inputs, scenario: { ...inputs.scenario, seed } };
    const make = (given: Record<string, number> | undefined) =>
      makeBase(
        session,
        baseRequest({ ...own, scenario: { ...own.scenario, ...(given === undefined ? {} : { given }) } }, part),
        watch.signal,
      );
    if (ownBases) return make(Object.fromEntries(names.map((name, n) => [name, rows[m][n]])));
    const there = shared.get(part) ?? make(undefined);
    shared.set(part, there);
    return there;
  };
  await workInLanes(
    session,
    {
      tasks,
      control,
      years: tasks.length * (endYear - baseYear),
      atATime: session.pool.workers + 1,
      work: async (m) => {
        const base = await baseFor(m);
        const context = {
          ...contextOf({ ...inputs, scenario, hash }, base, false),
          reference: inputs.hash,
          control,
          asked,
        };
        const job: ReplicateJob = { kind: 'replicate', context, replicate: m };
        const result = await session.pool.run<ReplicateResult>(job, `${scenario.id}, member ${m}`);
        found[m] = measuredOf(scaled, result);
        kept.put(keys[m], found[m]);
      },
    },
    watch,
  );
  return found.map((figures) => [...figures!]);
}
