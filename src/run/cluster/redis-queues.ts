import { isIP } from 'node:net';
import { optionalParts } from '../optional-part.ts';
import type { RedisEngine } from './engine.ts';
import { FIRST_ANSWER_MS, type Queues } from './queues.ts';

/** Longest pause between two tries to reach a server that went away. */
const LONGEST_PAUSE_MS = 2000;

/** Queues in Redis. Commands of lasting connections wait, however long, until the server is back. */
export async function redisQueues(engine: RedisEngine): Promise<Queues> {
  const {
    bullmq: library,
    ioredis: { Redis },
  } = await optionalParts({ bullmq: () => import('bullmq'), ioredis: () => import('ioredis') });
  const { host, port, username, password, db, tls, namespace } = engine;
  const server = {
    host,
    port,
    db,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: isIP(host) > 0 ? {} : { servername: host } } : {}),
  };
  return {
    library,
    classes: library.withBackend(library.createRedisBackend),
    queue: 'replicates',
    options: {
      connection: {
        ...server,
        maxRetriesPerRequest: null,
        retryStrategy: (times: number) => Math.min(100 * times, LONGEST_PAUSE_MS),
      },
      prefix: namespace,
    },
    async reach() {
      const redis = new Redis({
        ...server,
        lazyConnect: true,
        retryStrategy: () => null,
        connectTimeout: FIRST_ANSWER_MS,
        commandTimeout: FIRST_ANSWER_MS,
        disconnectTimeout: 0,
      });
      let broken: Error | null = null;
      redis.on('error', (error: Error) => {
        broken ??= error;
      });
      try {
        await redis.connect();
        await redis.ping();
      } catch (error) {
        throw broken ?? error;
      } finally {
        redis.disconnect();
      }
    },
  };
}
