/** One replicate as it stands in the queue: where its run lies in the store, and what the worker must have to do it. */
export interface QueuedReplicate {
  /** Folder of the run in the store. */
  readonly folder: string;
  /** Scenario hash of the run. */
  readonly hash: string;
  readonly version: string;
  /** Hash of the code. */
  readonly code: string;
  readonly replicate: number;
  readonly strict: boolean;
}

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

export const isRefusal = (progress: unknown): progress is Refusal =>
  typeof progress === 'object' && progress !== null && 'refused' in progress;

/** Name of a job in the queue: the same replicate has the same name, so that it cannot stand there twice. */
export const jobId = ({ hash, replicate }: Pick<QueuedReplicate, 'hash' | 'replicate'>): string =>
  `${hash}-${replicate}`;
