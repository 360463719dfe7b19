import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { BaseJob, Job, ReplicateJob, RunContext } from './job.ts';

/** Parts of a job that thousands have in common: hundreds of kilobytes each, which a thread need not be given again. */
const COMMON = ['city', 'documents'] as const;
type Common = (typeof COMMON)[number];

/** A part as bytes that all threads read; those with one number are the same. */
interface Handed {
  readonly number: number;
  readonly bytes: SharedArrayBuffer;
}

type Lean<T> = Omit<T, Common> & { readonly [part in Common]?: Handed };
type LeanJob = Lean<BaseJob> | (Omit<ReplicateJob, 'context'> & { readonly context: Lean<RunContext> });

const handed = new WeakMap<object, Handed>();
/** Parts as they were written last, to find those that are equal: each scenario reads its documents and its city anew. */
const recent: { readonly value: object; readonly part: Handed }[] = [];
/** Parts that are kept on either side: as many as some scenarios in turn have. */
const KEPT = 16;
let numbers = 0;

/** A job as it is sent to a thread: what it has in common with others is written down once, and not copied again. */
export function handOver(job: Job): LeanJob | Job {
  switch (job.kind) {
    case 'base':
      return lean(job);
    case 'replicate':
      return { ...job, context: lean(job.context) };
    default:
      return job;
  }
}

function lean<T extends object>(whole: T): Lean<T> {
  const parts = COMMON.flatMap((part) => {
    const value = (whole as Readonly<Record<string, unknown>>)[part];
    return typeof value === 'object' && value !== null ? [[part, handedOf(value)]] : [];
  });
  return { ...whole, ...Object.fromEntries(parts) };
}

function handedOf(value: object): Handed {
  const there = handed.get(value);
  if (there !== undefined) return there;
  const equal = recent.find((each) => isDeepStrictEqual(each.value, value));
  const part = equal?.part ?? { number: numbers++, bytes: shared(serialize(value)) };
  if (equal === undefined) recent.unshift({ value, part });
  recent.length = Math.min(recent.length, KEPT);
  handed.set(value, part);
  return part;
}

function shared(written: Uint8Array): SharedArrayBuffer {
  const bytes = new SharedArrayBuffer(written.length);
  new Uint8Array(bytes).set(written);
  return bytes;
}

/** Parts a thread has read, the last one at the end. */
const read = new Map<number, unknown>();

/** The job as it was, in the thread it was sent to. */
export function takeOver(job: LeanJob | Job): Job {
  switch (job.kind) {
    case 'base':
      return whole(job) as BaseJob;
    case 'replicate':
      return { ...job, context: whole(job.context) } as ReplicateJob;
    default:
      return job;
  }
}

function whole(leanOne: object): object {
  const parts = COMMON.flatMap((part) => {
    const value = (leanOne as Readonly<Record<string, Handed | undefined>>)[part];
    return value === undefined ? [] : [[part, readOnce(value)]];
  });
  return { ...leanOne, ...Object.fromEntries(parts) };
}

function readOnce({ number, bytes }: Handed): unknown {
  const value = read.has(number) ? read.get(number) : deserialize(Buffer.from(new Uint8Array(bytes)));
  read.delete(number);
  read.set(number, value);
  for (const [oldest] of read) if (read.size > KEPT) read.delete(oldest);
  return value;
}
