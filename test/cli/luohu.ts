import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a call of the command printed, and its exit status. */
export interface Called {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const node = (folder: string) => ['--import', 'tsx', path.join(folder, 'src/cli/main.ts')];
const environment = { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' };

/** Calls the command from the sources of a package, in its folder, with an English locale unless another is given. */
export function luohu(args: readonly string[], env: NodeJS.ProcessEnv = {}, folder = root): Called {
  const options = { cwd: folder, encoding: 'utf8', env: { ...environment, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node(folder), ...args], options);
  return { status, stdout, stderr };
}

/** Starts the command and answers with its process. */
export const startLuohu = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawn(process.execPath, [...node(root), ...args], {
    cwd: root,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
