import { mkdir, rm } from 'node:fs/promises';
import type { Language } from '../../language/language.ts';
import type { Seconds } from '../../result/manifest.ts';
import type { RegionEngine } from '../../result/region/run-region.ts';
import { collectOnCluster } from '../../result/run-on-cluster.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { Failure } from '../../run/errors.ts';
import { folderName } from '../../run/folder-name.ts';
import { loadInputs, type SharedData } from '../../run/load-inputs.ts';
import { runMessages } from '../../run/messages.ts';
import { finishedOf } from '../../run/record/finished.ts';
import { runPart } from '../../run/run-part.ts';
import { closeSession } from '../../run/session.ts';
import { openStore } from '../../run/store/open-store.ts';
import type { Store } from '../../run/store/store.ts';
import { interruptSignal } from '../interrupt.ts';
import type { Progress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import { openAsking, tellForged } from './asking.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** Shares of the households up to which a thread waits less for another place's base population than both would fill in memory. */
const SMALL_SAMPLE = 0.05;
/** Places at a time on a cluster, so that its workers find work while a place ends. */
const ON_CLUSTER = 4;

/** What the places of a region are computed by. */
interface OpenRegionEngine extends Pick<RegionEngine, 'atOnce' | 'compute'> {
  /** Null where the replicates are made elsewhere. */
  readonly workers: number | null;
  readonly seconds: () => Seconds | null;
  readonly close: () => Promise<void>;
}

/** An engine that keeps what is finished until the whole is written. */
export interface Making extends OpenRegionEngine {
  /** Removes what was kept. */
  readonly clear: () => Promise<void>;
}

/** What runs a region, with its loading and its progress. */
export function regionEngine(
  { atOnce, compute }: Pick<OpenRegionEngine, 'atOnce' | 'compute'>,
  shared: SharedData,
  progress: Progress,
  lang: Language,
): RegionEngine {
  let lastPass = -1;
  return {
    atOnce,
    load: (command) => loadInputs(command, lang, shared),
    compute,
    onPlace: ({ pass, done, total }) => {
      if (pass !== lastPass) progress.note((pass > 0 ? told.regionPass(pass) : told.regionMain())[lang]);
      lastPass = pass;
      progress.advance(done, total);
    },
  };
}

/** Threads of this machine, or a cluster; finished replicates are kept in a folder or the cluster's store until the whole is written. */
export async function openRegionEngine(
  partial: string,
  options: RunOptions & { readonly sample: number },
  progress: Progress,
  lang: Language,
): Promise<Making> {
  if (options.engine !== 'threads') return onCluster(options, progress, lang);
  if (!options.resume) await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const engine = openThreads(await openStore(partial, { make: true }), options, progress, lang);
  return { ...engine, clear: () => rm(partial, { recursive: true, force: true }) };
}

/** Threads of this machine that keep what is finished in a store. */
export function openThreads(
  store: Store,
  { workers, strict, sample }: Pick<RunOptions, 'workers' | 'strict'> & { readonly sample: number },
  progress: Progress,
  lang: Language,
): OpenRegionEngine & { readonly done: () => { readonly run: number; readonly there: number } } {
  const session = sessionOf(workers, lang, progress.note, ({ job, detail }) =>
    progress.note(told.threadDied(job, detail)[lang]),
  );
  const { signal, release } = interruptSignal();
  signal.addEventListener('abort', () => progress.note(told.regionKept(store.place)[lang]), { once: true });
  const started = performance.now();
  const done = { run: 0, there: 0 };
  return {
    atOnce: sample <= SMALL_SAMPLE ? 2 : 1,
    async compute(inputs, only) {
      const replicates = only ?? Array.from({ length: inputs.scenario.replicates }, (_, replicate) => replicate);
      assertMemory(inputs, Math.min(workers, replicates.length));
      const part = await runPart(session, store, inputs, { replicates, strict, signal });
      done.run += part.run;
      done.there += part.there;
      return part;
    },
    workers,
    seconds: () => ({ base: 0, simulation: elapsed(started), total: elapsed(started) }),
    done: () => done,
    async close() {
      release();
      await closeSession(session);
    },
  };
}

const elapsed = (since: number): number => (performance.now() - since) / 1000;

async function onCluster(options: RunOptions, progress: Progress, lang: Language): Promise<Making> {
  const { queue, store, signal, close } = await openAsking(options, progress, lang);
  const { strict } = options;
  return {
    atOnce: ON_CLUSTER,
    async compute(inputs) {
      const finished = finishedOf(store, folderName(inputs), inputs);
      const results = await collectOnCluster(queue, finished, inputs, {
        strict,
        signal,
        onForged: (forged) => tellForged(forged, progress.note, lang),
      });
      const base = await finished.readBase();
      if (base === null) throw new Failure(runMessages.noBase(finished.place));
      return { results, base };
    },
    workers: null,
    seconds: () => null,
    // a store that others share keeps what it holds
    clear: () => Promise.resolve(),
    close,
  };
}
