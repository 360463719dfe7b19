import type { ThreadDied } from './errors.ts';
import type { Base } from './job.ts';
import { openPool, type Pool } from './pool.ts';

/** What several runs of one command share: warm threads, and the last base population made. */
export interface Session {
  readonly pool: Pool;
  /** Base population by what it was made of; one is kept, because one can fill the memory. */
  made: { readonly key: string; readonly base: Base } | null;
}

/** @param onDeath told when a thread died and its job is begun again */
export const openSession = (workers: number, onDeath?: (died: ThreadDied) => void): Session => ({
  pool: openPool(workers, undefined, onDeath),
  made: null,
});

export const closeSession = (session: Session): Promise<void> => session.pool.close();
