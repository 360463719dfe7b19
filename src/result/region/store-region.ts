import { z } from 'zod';
import { systemProblem } from '../../language/system-problem.ts';
import { clusterKey, type Signature, signatureOf, signatureShape, worthOf } from '../../run/cluster-key.ts';
import { Failure } from '../../run/errors.ts';
import { folderName } from '../../run/folder-name.ts';
import { canonicalJson } from '../../run/hash.ts';
import type { SharedData } from '../../run/load-inputs.ts';
import { runMessages } from '../../run/messages.ts';
import { packageVersion } from '../../run/package.ts';
import { changesSince, changeText } from '../../run/record/changes.ts';
import { commandShape } from '../../run/record/command-shape.ts';
import { finishedOf, refuseForged } from '../../run/record/finished.ts';
import { jsonIn } from '../../run/record/json.ts';
import { versionShape } from '../../run/record/shapes.ts';
import { worthMessage } from '../../run/record/worth-message.ts';
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

type SignedNote = RegionNote & { readonly signature?: Signature | undefined };

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
  const signature = signatureOf(note, clusterKey());
  const written = canonicalJson(signature === null ? note : { ...note, signature });
  await own.put(NOTE, new TextEncoder().encode(`${written}\n`)).catch((error) => {
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
    const { signature, ...content } = note;
    const unsound = worthMessage(worthOf(content, signature, clusterKey()));
    if (unsound !== null) throw new InputError([{ file, ...said(unsound) }]);
    const changes = await changesSince({ version: note.version, files: [] });
    if (changes.length > 0) throw new InputError([said(runMessages.refused(own.place, changes.map(changeText)))]);
    const region = readRegions(shared.read).get(note.region);
    if (region === undefined) throw new InputError([{ file, ...said(runMessages.unreadableRecord()) }]);
    const plan = planRegion(shared, region, content);
    if (plan.folder !== folder) throw new InputError([{ file, ...said(runMessages.notItsFolder(plan.folder)) }]);
    found.push({ plan, store: own });
  }
  return found;
}

const noteShape = z.strictObject({
  region: z.string().regex(/^\d{6}$/),
  overrides: commandShape.shape.overrides.required({ replicates: true }),
  sample: commandShape.shape.sample,
  close: z.boolean(),
  version: versionShape,
  signature: signatureShape.optional(),
});

/** A note as it was written; null for anything else. */
const noteOf = (bytes: Uint8Array | null): SignedNote | null =>
  bytes === null ? null : (jsonIn(bytes, noteShape) as SignedNote | null);

/** Takes what a store holds and computes nothing. @throws Failure naming the replicates that are missing */
export const storedPlaces = (store: Store, strict: boolean): RegionEngine['compute'] => {
  return async (inputs) => {
    const finished = finishedOf(store, folderName(inputs), inputs);
    const { replicates } = inputs.scenario;
    const read = await Promise.all(
      Array.from({ length: replicates }, (_, replicate) => finished.read(replicate, strict)),
    );
    const missing = read.flatMap((result, replicate) => (result === null ? [replicate] : []));
    if (missing.length > 0) await refuseForged(finished);
    if (missing.length > 0) throw new Failure(runMessages.incomplete(finished.place, missing, replicates));
    const base = await finished.readBase();
    if (base === null) throw new Failure(runMessages.noBase(finished.place));
    return { results: read.filter((result) => result !== null), base };
  };
};
