import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** What a call of the command printed, and its exit status. */
export interface Called {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const node = ['--import', 'tsx', entry];
const environment = { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' };

/** Calls the command from the sources, in the package's folder, with an English locale unless another is given. */
export function luohu(args: readonly string[], env: NodeJS.ProcessEnv = {}): Called {
  const options = { cwd: root, encoding: 'utf8', env: { ...environment, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...args], options);
  return { status, stdout, stderr };
}

/** Starts the command and answers with its process. */
export const startLuohu = (args: readonly string[]) =>
  spawn(process.execPath, [...node, ...args], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
