import type { ReplicateResult } from '../../indicator/result.ts';
import type { RecordedCommand } from '../../run/command.ts';
import type { InputFile } from '../../run/input-file.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { BaseAccount } from '../../run/record/finished.ts';
import type { Member } from '../../run/region-members.ts';
import { type Shard, tasksOf } from '../../run/shard.ts';
import { type Closure, closing, type MigrationAccount, migrationAccounts, openAccount } from './closure.ts';
import type { PlaceResults } from './join.ts';
import type { RegionPlan } from './plan-region.ts';

/** Replicates the factors on arrivals are found with, and times they are run: arrivals of one year are departures of later ones. */
const PILOT_REPLICATES = 2;
const PASSES = 2;

/** What a region's places are computed by: threads of this machine, a cluster, or what a store holds already. */
export interface RegionEngine {
  /** Places that are worked on at a time; memory holds as many. */
  readonly atOnce: number;
  /** Inputs of a command; loaded when its turn comes. */
  readonly load: (command: RecordedCommand) => Inputs;
  /** All replicates of a place in order, or those asked for, kept where a resumed run finds them; and the size of its base population. */
  readonly compute: (inputs: Inputs, replicates?: readonly number[]) => Promise<Computed>;
  /** Called before each place and after the last. */
  readonly onPlace?: ((step: RegionStep) => void) | undefined;
}

/** What an engine makes of a place. */
interface Computed {
  readonly results: readonly ReplicateResult[];
  readonly base: Pick<BaseAccount, 'rows'>;
}

/** Where a region run is: finding the factors (pass 1, 2) or at the run itself (pass 0), and the work done, in residents times replicates. */
interface RegionStep {
  readonly pass: number;
  readonly done: number;
  readonly total: number;
}

/** Counts the work of a region run as its places end. */
class Work {
  #done = 0;
  readonly #total: number;
  readonly #engine: RegionEngine;

  /** @param replicates of the run itself */
  constructor({ members, closed }: RegionPlan, replicates: number, engine: RegionEngine) {
    const all = closed ? replicates + PASSES * Math.min(PILOT_REPLICATES, replicates) : replicates;
    this.#total = all * members.reduce((sum, { residents }) => sum + residents, 0);
    this.#engine = engine;
  }

  begin(pass: number): void {
    this.#engine.onPlace?.({ pass, done: this.#done, total: this.#total });
  }

  end(pass: number, { residents }: Member, replicates: number): void {
    this.#done += residents * replicates;
    this.begin(pass);
  }
}

/** All places of a region run, as they are joined. */
export interface RegionResults {
  readonly places: readonly PlaceResults[];
  /** What each place was run by, in the order of the places. */
  readonly runs: readonly PlaceRun[];
  /** Files that any of them read, each once, in order of path. */
  readonly files: readonly InputFile[];
  readonly closure: Closure;
  /** The account of moves under the factors, and as it was without them; null where the account was left open. */
  readonly accounts: readonly MigrationAccount[];
  readonly before: readonly MigrationAccount[] | null;
}

interface PlaceRun {
  readonly code: string;
  readonly scenario: string;
  readonly baseYear: number;
  readonly hash: string;
  /** Residents of the base year. */
  readonly residents: number;
  /** Persons and households of its base population, as many as its sample has. */
  readonly rows: BaseAccount['rows'];
}

interface FoundFactors {
  readonly closure: Closure;
  /** The account without factors; null where it is left open. */
  readonly before: readonly MigrationAccount[] | null;
}

/**
 * Runs every place of a province or the nation.
 *
 *   1 where the account of moves is to be closed: a few replicates of every place, twice -> factors on arrivals
 *   2 all replicates of every place under these factors
 */
export async function runRegion(plan: RegionPlan, engine: RegionEngine): Promise<RegionResults> {
  const work = new Work(plan, plan.overrides.replicates, engine);
  const { closure, before } = await findFactors(plan, engine, work);
  const computed = await runPlaces(plan.members, engine, work, { closure, pass: 0 });
  const places = computed.map(({ place }) => place);
  const files = new Map(computed.flatMap((each) => each.files.map((file) => [file.path, file])));
  return {
    places,
    runs: computed.map(({ run }) => run),
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    closure,
    accounts: migrationAccounts(places),
    before,
  };
}

/**
 * Runs one part of a region run, for others to join: its share of the replicates, after the factors every part needs. Parts that run at
 * the same time begin with different places, and take over what another has finished meanwhile.
 */
export async function runRegionPart(plan: RegionPlan, engine: RegionEngine, shard: Shard): Promise<void> {
  const { members, overrides } = plan;
  const work = new Work(plan, overrides.replicates / shard.count, engine);
  const { closure } = await findFactors(plan, engine, work, Math.floor((shard.index * members.length) / shard.count));
  const tasks = tasksOf(
    shard,
    members.map(() => overrides.replicates),
  );
  const parts = members
    .map((member, run) => ({ member, only: tasks.filter((task) => task.run === run).map((task) => task.replicate) }))
    .filter(({ only }) => only.length > 0);
  work.begin(0);
  for (const { member, only } of parts) {
    await engine.compute(engine.load(underClosure(member, closure, false)), only);
    work.end(0, member, only.length);
  }
}

/** @param first number of the place to begin with */
async function findFactors(
  { members, closed }: RegionPlan,
  engine: RegionEngine,
  work: Work,
  first = 0,
): Promise<FoundFactors> {
  let closure = openAccount;
  let before: MigrationAccount[] | null = null;
  for (let pass = 1; closed && pass <= PASSES; pass++) {
    const computed = await runPlaces(members, engine, work, { closure, pass, first });
    const accounts = migrationAccounts(computed.map(({ place }) => place));
    before ??= accounts;
    closure = closing(accounts, closure);
  }
  return { closure, before };
}

interface ComputedPlace {
  readonly place: PlaceResults;
  readonly run: PlaceRun;
  readonly files: readonly InputFile[];
}

/**
 * All places, as many at a time as the engine takes; in the order of the members, wherever it was begun. The largest come first: the tables
 * of a thread are made for them once, and the last places to end are short.
 */
async function runPlaces(
  members: readonly Member[],
  engine: RegionEngine,
  work: Work,
  { closure, pass, first = 0 }: { readonly closure: Closure; readonly pass: number; readonly first?: number },
): Promise<ComputedPlace[]> {
  const computed: ComputedPlace[] = [];
  const bySize = members.map((_, i) => i).sort((a, b) => members[b].residents - members[a].residents);
  const waiting = [...bySize.slice(first), ...bySize.slice(0, first)];
  work.begin(pass);
  const lane = async (): Promise<void> => {
    for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) {
      try {
        computed[i] = await runPlace(members[i], engine, closure, pass > 0);
        work.end(pass, members[i], computed[i].place.results.length);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: engine.atOnce }, lane));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
  return computed;
}

async function runPlace(
  member: Member,
  engine: RegionEngine,
  closure: Closure,
  pilot: boolean,
): Promise<ComputedPlace> {
  const inputs = engine.load(underClosure(member, closure, pilot));
  const { results, base } = await engine.compute(inputs);
  const { code } = member.place;
  const { command, scenario, hash, files } = inputs;
  const { residents, province } = member;
  return {
    place: { code, province, results },
    run: { code, scenario: command.scenario, baseYear: scenario.baseYear, hash, residents, rows: base.rows },
    files,
  };
}

/** A place's command with the factors of its province and of the nation. */
function underClosure({ command, province }: Member, closure: Closure, pilot: boolean): RecordedCommand {
  const arrivals = { province: closure.provinces[province] ?? {}, nation: closure.nation };
  const isOpen = Object.keys(arrivals.province).length === 0 && Object.keys(arrivals.nation).length === 0;
  const { replicates = PILOT_REPLICATES } = command.overrides;
  const overrides = pilot
    ? { ...command.overrides, replicates: Math.min(PILOT_REPLICATES, replicates) }
    : command.overrides;
  return { ...command, overrides, ...(isOpen ? {} : { arrivals }) };
}
