import type { ReplicateResult } from '../../indicator/result.ts';
import type { RecordedCommand } from '../../run/command.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Member } from '../../run/region-members.ts';
import { type Closure, closing, type MigrationAccount, migrationAccounts, openAccount } from './closure.ts';
import type { PlaceResults } from './join.ts';

/** Replicates the factors on arrivals are found with, and times they are run: arrivals of one year are departures of later ones. */
const PILOT_REPLICATES = 2;
const PASSES = 2;

/** What a region's places are computed by: threads of this machine, or a cluster. */
interface RegionEngine {
  /** Inputs of a command; loaded when its turn comes, so that memory holds one place at a time. */
  readonly load: (command: RecordedCommand) => Inputs;
  /** All replicates of a place, in order; kept where a resumed run finds them. */
  readonly compute: (inputs: Inputs) => Promise<readonly ReplicateResult[]>;
  /** Called before each place. */
  readonly onPlace?: ((member: Member, step: RegionStep) => void) | undefined;
}

/** Where a region run is: finding the factors (pass 1, 2) or the run itself (pass 0), and the place's number. */
interface RegionStep {
  readonly pass: number;
  readonly place: number;
  readonly places: number;
}

/** All places of a region run, as they are joined. */
export interface RegionResults {
  readonly places: readonly PlaceResults[];
  /** Inputs of each place without its tables, in the order of the places. */
  readonly runs: readonly PlaceRun[];
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
}

/**
 * Runs every place of a province or the nation.
 *
 *   1 a few replicates of every place, twice: factors on arrivals that close the account of moves between places
 *   2 all replicates of every place under these factors
 *
 * @param close whether to do step 1
 */
export async function runRegion(
  members: readonly Member[],
  engine: RegionEngine,
  close: boolean,
): Promise<RegionResults> {
  let closure = openAccount;
  let before: MigrationAccount[] | null = null;
  for (let pass = 1; close && pass <= PASSES; pass++) {
    const accounts = migrationAccounts((await runPlaces(members, engine, closure, pass)).places);
    before ??= accounts;
    closure = closing(accounts, closure);
  }
  const { places, runs } = await runPlaces(members, engine, closure, 0);
  return { places, runs, closure, accounts: migrationAccounts(places), before };
}

async function runPlaces(
  members: readonly Member[],
  engine: RegionEngine,
  closure: Closure,
  pass: number,
): Promise<{ places: PlaceResults[]; runs: PlaceRun[] }> {
  const places: PlaceResults[] = [];
  const runs: PlaceRun[] = [];
  for (const [place, member] of members.entries()) {
    engine.onPlace?.(member, { pass, place, places: members.length });
    const inputs = engine.load(underClosure(member, closure, pass > 0));
    const results = await engine.compute(inputs);
    const { code } = member.place;
    places.push({ code, province: member.province, results });
    runs.push({
      code,
      scenario: inputs.command.scenario,
      baseYear: inputs.scenario.baseYear,
      hash: inputs.hash,
      residents: inputs.city.areas.reduce((sum, { population }) => sum + population, 0),
    });
  }
  return { places, runs };
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
