import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ready, Request, Timed } from './protocol.ts';

/** A runner in a process of its own, ready to measure. */
export interface Runner {
  readonly ready: Ready;
  readonly ask: (request: Request['do']) => Promise<Timed>;
  readonly stop: () => void;
}

const own = fileURLToPath(new URL('runner.ts', import.meta.url));

/**
 * Starts the runner of a built package: its own where it has one, because that knows its kernel, else ours.
 * @throws when it ends before it is ready
 */
export async function startRunner(root: string, city: string, years: number): Promise<Runner> {
  const theirs = path.resolve(root, 'test/bench/model/runner.ts');
  const options = { cwd: root, execArgv: ['--import', 'tsx'] };
  const child = fork(existsSync(theirs) ? theirs : own, [path.resolve(root), city, String(years)], options);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the runner of ${root} ended with ${code}`);
  });
  ended.catch(() => {}); // after the work is done nobody waits for it
  const answer = async <T>(): Promise<T> => ((await Promise.race([once(child, 'message'), ended])) as [T])[0];
  const ready = await answer<Ready>();
  return {
    ready,
    async ask(what) {
      child.send({ do: what } satisfies Request);
      return answer<Timed>();
    },
    stop: () => void child.kill(),
  };
}
