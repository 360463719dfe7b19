import { Failure } from '../errors.ts';
import { runMessages } from '../messages.ts';
import { optionalPart } from '../optional-part.ts';
import { systemProblem } from '../system-problem.ts';
import type { Engine } from './engine.ts';

/** Longest pause between two tries to reach a server that went away. */
const LONGEST_PAUSE_MS = 2000;
const FIRST_ANSWER_MS = 10_000;

/** Name of the queue of replicates. */
export const QUEUE = 'replicates';

/** Options of every lasting connection: commands wait, however long, until the server is back. */
export const connectionOf = ({ host, port, username, password, db, tls }: Engine) => ({
  host,
  port,
  db,
  ...(username === undefined ? {} : { username }),
  ...(password === undefined ? {} : { password }),
  ...(tls ? { tls: { servername: host } } : {}),
  maxRetriesPerRequest: null,
  retryStrategy: (times: number) => Math.min(100 * times, LONGEST_PAUSE_MS),
});

/**
 * Loads the queue library and makes sure that the server answers.
 * @throws Failure when the packages are missing, or the server cannot be reached or lets nobody in
 */
export async function loadQueues(engine: Engine): Promise<typeof import('bullmq')> {
  const { Redis } = await optionalPart('ioredis', () => import('ioredis'));
  const bullmq = await optionalPart('bullmq', () => import('bullmq'));
  const once = {
    ...connectionOf(engine),
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: FIRST_ANSWER_MS,
  };
  const redis = new Redis(once);
  let broken: Error | null = null;
  redis.on('error', (error: Error) => {
    broken ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new Failure(runMessages.noEngine(engine.shown, systemProblem(broken ?? error)), error);
  } finally {
    redis.disconnect();
  }
  return bullmq;
}

/** Tells of a connection, broken off (false) or back (true), only when its state changes. */
export function connectionNews({
  onConnection,
}: {
  readonly onConnection?: ((connected: boolean) => void) | undefined;
}): (connected: boolean) => void {
  let before = true;
  return (connected) => {
    if (connected !== before) onConnection?.(connected);
    before = connected;
  };
}
