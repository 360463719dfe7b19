import type { Base } from './job.ts';
import { openPool, type Pool } from './pool.ts';

/** What several runs of one command share: warm threads, and the last base population made. */
export interface Session {
  readonly pool: Pool;
  /** Base population by what it was made of; one is kept, because one can fill the memory. */
  made: { readonly key: string; readonly base: Base } | null;
}

export const openSession = (workers: number): Session => ({ pool: openPool(workers), made: null });

export const closeSession = (session: Session): Promise<void> => session.pool.close();
