import type { BackendClasses, ConnectionOptions, IQueueBackend } from 'bullmq';

/** The queue library bound to one server; whoever asks or works need not know which kind of server it is. */
export interface Queues {
  readonly classes: BackendClasses<IQueueBackend, ConnectionOptions>;
  /** Name of the queue of replicates on that server. */
  readonly queue: string;
  /** What every queue, worker and listener is opened with. */
  readonly options: { readonly connection: ConnectionOptions; readonly prefix: string };
  /** Whether the server answers: rejects when it does not within ten seconds, or lets nobody in. */
  readonly reach: () => Promise<void>;
  readonly library: typeof import('bullmq');
}

/** Longest wait for the first answer of a server. */
export const FIRST_ANSWER_MS = 10_000;
