import { mkdir, rm } from 'node:fs/promises';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import type { Seconds } from '../../result/manifest.ts';
import { collectOnCluster } from '../../result/run-on-cluster.ts';
import { readEngine } from '../../run/cluster/engine.ts';
import { openQueue } from '../../run/cluster/queue.ts';
import { folderName } from '../../run/folder-name.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { finishedOf } from '../../run/record/finished.ts';
import { runPart } from '../../run/run-part.ts';
import { closeSession } from '../../run/session.ts';
import { openStore } from '../../run/store/open-store.ts';
import { InputError } from '../../scenario/errors.ts';
import { interruptSignal } from '../interrupt.ts';
import type { Progress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** What the places of a region are computed by. */
interface OpenRegionEngine {
  readonly compute: (inputs: Inputs) => Promise<readonly ReplicateResult[]>;
  /** Notes which pass the next place belongs to; 0 is the run itself. */
  readonly at: (pass: number) => void;
  /** Null where the replicates are made elsewhere. */
  readonly workers: number | null;
  readonly seconds: () => Seconds | null;
  readonly close: () => Promise<void>;
}

/** Threads of this machine, or a cluster; finished replicates are kept in a folder or the cluster's store until the whole is written. */
export function openRegionEngine(
  partial: string,
  options: RunOptions,
  progress: Progress,
  lang: Language,
): Promise<OpenRegionEngine> {
  return options.engine === 'threads'
    ? onThreads(partial, options, progress, lang)
    : onCluster(options, progress, lang);
}

async function onThreads(
  partial: string,
  { workers, strict, resume }: RunOptions,
  progress: Progress,
  lang: Language,
): Promise<OpenRegionEngine> {
  if (!resume) await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const store = await openStore(partial, { make: true });
  const session = sessionOf(workers, lang, progress.note, ({ job, detail }) =>
    progress.note(told.threadDied(job, detail)[lang]),
  );
  const { signal, release } = interruptSignal();
  signal.addEventListener('abort', () => progress.note(told.regionKept(partial)[lang]), { once: true });
  const started = performance.now();
  let lastPass = -1;
  return {
    async compute(inputs) {
      const replicates = Array.from({ length: inputs.scenario.replicates }, (_, replicate) => replicate);
      return (await runPart(session, store, inputs, { replicates, strict, signal })).results;
    },
    at: (pass) => {
      if (pass !== lastPass) progress.note((pass > 0 ? told.regionPass(pass) : told.regionMain())[lang]);
      lastPass = pass;
    },
    workers,
    seconds: () => ({ base: 0, simulation: elapsed(started), total: elapsed(started) }),
    async close() {
      release();
      await closeSession(session);
    },
  };
}

const elapsed = (since: number): number => (performance.now() - since) / 1000;

async function onCluster(
  { engine: address, namespace, store: place, strict }: RunOptions,
  progress: Progress,
  lang: Language,
): Promise<OpenRegionEngine> {
  const engine = readEngine(address, namespace);
  if (place === undefined) throw new InputError([{ message: told.needsStore(`--engine ${engine.shown}`)[lang] }]);
  const store = await openStore(place, { make: true });
  const { signal, release } = interruptSignal();
  let lastPass = -1;
  const queue = await openQueue(engine, {
    onWorkers: (workers) => progress.note(told.workers(workers, '')[lang]),
    onConnection: (back) =>
      progress.note((back ? told.connectionBack(engine.shown) : told.connectionLost(engine.shown))[lang]),
    onRefusal: ({ worker, refused }) => progress.note(told.refused(worker, refused)[lang]),
  });
  return {
    compute: (inputs) =>
      collectOnCluster(queue, finishedOf(store, folderName(inputs), inputs), inputs, { strict, signal }),
    at: (pass) => {
      if (pass !== lastPass) progress.note((pass > 0 ? told.regionPass(pass) : told.regionMain())[lang]);
      lastPass = pass;
    },
    workers: null,
    seconds: () => null,
    async close() {
      release();
      await queue.close();
    },
  };
}
