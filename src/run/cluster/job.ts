import { z } from 'zod';
import { type Localized, text } from '../../language/language.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { type ClusterKey, keyShape, sealShape, signatureOf, worthOf } from '../cluster-key.ts';
import { folderName } from '../folder-name.ts';
import { runMessages } from '../messages.ts';
import { inShape } from '../record/json.ts';
import { codeShape, hashShape, idShape, replicateShape, versionShape } from '../record/shapes.ts';

/**
 * One replicate as it stands in the queue: which run it is of, and what the worker must have to do it. Where the run lies follows
 * from its scenario and hash (`folderName`); no path is ever taken from the queue.
 */
export interface QueuedReplicate {
  /** Id of the scenario. */
  readonly scenario: string;
  /** Scenario hash of the run. */
  readonly hash: string;
  readonly version: string;
  /** Hash of the code. */
  readonly code: string;
  readonly replicate: number;
  readonly strict: boolean;
  /** Which key sealed it, and its seal; both absent where the machine that asks has no key. */
  readonly key?: string | undefined;
  readonly seal?: string | undefined;
}

const jobShape: z.ZodType<QueuedReplicate> = z.strictObject({
  scenario: idShape,
  hash: hashShape,
  version: versionShape,
  code: codeShape,
  replicate: replicateShape,
  strict: z.boolean(),
  key: keyShape.optional(),
  seal: sealShape.optional(),
});

/** A job that no worker may do: it was not put there by a machine of the cluster, or what it asks for cannot be. */
export class Poison extends Error {
  readonly told: Localized;

  constructor(told: Localized) {
    super(told.en);
    this.name = 'Poison';
    this.told = told;
  }
}

/** A job of a cluster whose key this machine has not. */
export class OtherKey extends InputError {}

/** A job with the seal of the key; as it is without one. */
export const sealed = (job: QueuedReplicate, key: ClusterKey | null): QueuedReplicate => ({
  ...job,
  ...signatureOf(job, key),
});

/**
 * A job out of the queue, held against all that is known of one.
 * @param name its name in the queue
 * @param key the key of this machine
 * @throws Poison, OtherKey
 */
export function readJob(name: string | undefined, data: unknown, key: ClusterKey | null): QueuedReplicate {
  const { value: job, wrong } = inShape(data, jobShape);
  if (job === null) throw new Poison(runMessages.notAJob(wrong[0].path, wrong[0].text));
  if (name !== jobId(job))
    throw new Poison(runMessages.notAJob('jobId', text('应与内容一致', 'must fit what it holds')));
  const { key: keyId, seal, ...content } = job;
  const isSigned = keyId !== undefined && (seal !== undefined || key === null);
  switch (worthOf(content, isSigned ? { key: keyId, seal: seal ?? '' } : null, key)) {
    case 'unsigned':
      throw new Poison(runMessages.unsealed());
    case 'noKey':
      throw new OtherKey([said(runMessages.needsKey())]);
    case 'otherKey':
      throw new OtherKey([said(runMessages.otherKey())]);
    case 'wrong':
      throw new Poison(runMessages.badSeal());
    case 'sound':
  }
  return job;
}

/** Folder of a job's run in the store. */
export const folderOf = ({ scenario, hash }: QueuedReplicate): string =>
  folderName({ scenario: { id: scenario }, hash });

/** What a worker says of a job it laid aside begins with this. */
export const DEAD_LETTER = 'dead letter: ';

/** What a worker answers: the numbers themselves lie in the store. */
export interface QueuedAnswer {
  readonly worker: string;
  /** It was in the store already. */
  readonly there: boolean;
  readonly seconds: number;
}

/** What a worker tells of a job it hands back because it must not do it. */
export interface Refusal {
  readonly worker: string;
  readonly refused: string;
}

const refusalShape: z.ZodType<Refusal> = z.strictObject({
  worker: z.string().max(300),
  refused: z.string().max(5000),
});

export const isRefusal = (progress: unknown): progress is Refusal => refusalShape.safeParse(progress).success;

/** Name of a job in the queue: the same replicate has the same name, so that it cannot stand there twice. */
export const jobId = ({ hash, replicate }: Pick<QueuedReplicate, 'hash' | 'replicate'>): string =>
  `${hash}-${replicate}`;
