import { isSystemProblem, noAnswer, systemCode, systemProblem } from '../../language/system-problem.ts';
import { Failure } from '../errors.ts';
import { runMessages } from '../messages.ts';
import type { Engine } from './engine.ts';
import { postgresQueues } from './postgres-queues.ts';
import type { Queues } from './queues.ts';
import { redisQueues } from './redis-queues.ts';

/** Pause between two looks whether a server that went away is back. */
const LOOK_MS = 1000;

/**
 * Loads the queue library for a server, and makes sure that the server answers.
 * @throws Failure when the packages are missing, or the server cannot be reached or lets nobody in
 */
export async function loadQueues(engine: Engine): Promise<Queues> {
  const queues = await (engine.kind === 'redis' ? redisQueues(engine) : postgresQueues(engine));
  await reached(engine, queues.reach());
  return queues;
}

/** Waits for work that a server must answer. @throws Failure that names the server, and why it did not */
export async function reached<T>(engine: Engine, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Failure(runMessages.noEngine(engine.shown, isSilence(error) ? noAnswer : systemProblem(error)), error);
  }
}

/** PostgreSQL's code for a right that is missing: the server is there, and no waiting helps. */
const FORBIDDEN = '42501';

/** Whether an error only says that the server is not there for now. */
export const isDisconnection = (error: unknown): boolean =>
  (isSystemProblem(error) && systemCode(error) !== FORBIDDEN) ||
  isSilence(error) ||
  (error instanceof Error && /^Connection (terminated|is closed)/.test(error.message));

/** Whether a server did not answer in time, which ioredis and pg tell without a code. */
const isSilence = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Command timed out|timeout expired|timeout exceeded|Query read timeout)/.test(error.message);

/** What is known of a connection. */
interface ConnectionNews {
  /** The connection broke off; from now on the server is asked until it answers. */
  lost(): void;
  end(): void;
}

/** Tells of a connection, broken off (false) or back (true), only when its state changes. */
export function connectionNews(
  { reach }: Pick<Queues, 'reach'>,
  { onConnection }: { readonly onConnection?: ((connected: boolean) => void) | undefined },
): ConnectionNews {
  let connected = true;
  let ended = false;
  const look = () => {
    if (ended) return;
    reach().then(
      () => {
        connected = true;
        if (!ended) onConnection?.(true);
      },
      () => setTimeout(look, LOOK_MS).unref(),
    );
  };
  return {
    lost() {
      if (!connected || ended) return;
      connected = false;
      onConnection?.(false);
      setTimeout(look, LOOK_MS).unref();
    },
    end() {
      ended = true;
    },
  };
}
