import { systemProblem } from '../../language/system-problem.ts';
import { Failure } from '../../run/errors.ts';
import { folderName } from '../../run/folder-name.ts';
import { canonicalJson } from '../../run/hash.ts';
import type { SharedData } from '../../run/load-inputs.ts';
import { runMessages } from '../../run/messages.ts';
import { packageVersion } from '../../run/package.ts';
import { changesSince, changeText } from '../../run/record/changes.ts';
import { finishedOf } from '../../run/record/finished.ts';
import type { Store } from '../../run/store/store.ts';
import { within } from '../../run/store/within.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { planRegion, type RegionCommand, type RegionPlan } from './plan-region.ts';
import type { RegionEngine } from './run-region.ts';

/** What is noted in a store of a run of a province or the nation whose parts are made one by one. */
interface RegionNote extends RegionCommand {
  readonly region: string;
  readonly version: string;
}

const NOTE = 'region.json';

/** The folder of a store that holds the parts of a region run, noted as what they are. */
export async function openRegionStore(store: Store, { folder, region, ...plan }: RegionPlan): Promise<Store> {
  const { overrides, sample, closed } = plan;
  const note: RegionNote = {
    region: region.code,
    overrides,
    sample,
    close: closed,
    version: packageVersion,
  };
  const own = within(store, folder);
  await own.put(NOTE, new TextEncoder().encode(`${canonicalJson(note)}\n`)).catch((error) => {
    throw new Failure(runMessages.cannotWrite(own.place, systemProblem(error)), error);
  });
  return own;
}

/**
 * The region runs noted in a store, in order of their folders.
 * @throws InputError for one that was begun by another version of the package or cannot be read
 */
export async function storedRegions(
  store: Store,
  shared: SharedData,
): Promise<{ readonly plan: RegionPlan; readonly store: Store }[]> {
  const keys = await store.list('').catch((error) => {
    throw new Failure(runMessages.cannotRead(store.place, systemProblem(error)), error);
  });
  const folders = keys.filter((key) => key.endsWith(`/${NOTE}`)).map((key) => key.slice(0, -NOTE.length - 1));
  const found: { plan: RegionPlan; store: Store }[] = [];
  for (const folder of folders) {
    const own = within(store, folder);
    const note = noteOf(await own.get(NOTE));
    const file = `${own.place}/${NOTE}`;
    if (note === null) throw new InputError([{ file, ...said(runMessages.unreadableRecord()) }]);
    const changes = await changesSince({ version: note.version, files: [] });
    if (changes.length > 0) throw new InputError([said(runMessages.refused(own.place, changes.map(changeText)))]);
    const region = readRegions(shared.read).get(note.region);
    if (region === undefined) throw new InputError([{ file, ...said(runMessages.unreadableRecord()) }]);
    found.push({ plan: planRegion(shared, region, note), store: own });
  }
  return found;
}

function noteOf(bytes: Uint8Array | null): RegionNote | null {
  try {
    const note = JSON.parse(new TextDecoder().decode(bytes ?? undefined)) as Partial<RegionNote>;
    const { region, overrides, sample, close, version } = note;
    const isWhole =
      typeof region === 'string' &&
      typeof overrides?.replicates === 'number' &&
      typeof sample === 'number' &&
      typeof close === 'boolean' &&
      typeof version === 'string';
    return isWhole ? { region, overrides, sample, close, version } : null;
  } catch {
    return null;
  }
}

/** Takes what a store holds and computes nothing. @throws Failure naming the replicates that are missing */
export const storedPlaces = (store: Store, strict: boolean): RegionEngine['compute'] => {
  return async (inputs) => {
    const finished = finishedOf(store, folderName(inputs), inputs);
    const { replicates } = inputs.scenario;
    const read = await Promise.all(
      Array.from({ length: replicates }, (_, replicate) => finished.read(replicate, strict)),
    );
    const missing = read.flatMap((result, replicate) => (result === null ? [replicate] : []));
    if (missing.length > 0) throw new Failure(runMessages.incomplete(finished.place, missing, replicates));
    const base = await finished.readBase();
    if (base === null) throw new Failure(runMessages.noBase(finished.place));
    return { results: read.filter((result) => result !== null), base };
  };
};
