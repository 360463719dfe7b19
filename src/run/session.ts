import { type BaseCache, openBaseCache } from './cache/base-cache.ts';
import { cachePlace } from './cache/cache-place.ts';
import type { ThreadDied } from './errors.ts';
import type { Base } from './job.ts';
import { openPool, type Pool } from './pool.ts';

/** What several runs of one command share: warm threads, and base populations. */
export interface Session {
  readonly pool: Pool;
  /** Base populations at hand by what they were made of, the last one asked for at the end: never more than the last and what fits beside. */
  made: Map<string, Base>;
  /** Those kept on disk; null when none are. */
  readonly cache: BaseCache | null;
}

/**
 * @param onDeath told when a thread died and its job is begun again
 * @param cache base populations kept from run to run, where the environment says unless given
 */
export const openSession = (
  workers: number,
  onDeath?: (died: ThreadDied) => void,
  cache: BaseCache | null = openBaseCache(cachePlace()),
): Session => ({
  pool: openPool(workers, undefined, onDeath),
  made: new Map(),
  cache,
});

export async function closeSession({ pool, cache }: Session): Promise<void> {
  await pool.close();
  await cache?.settled();
}
