import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type Dirent, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All drills work below this folder. */
export const workshop = mkdtempSync(path.join(os.tmpdir(), 'luohu-drill-'));
export const place = (...names: string[]): string => path.join(workshop, ...names);

/** A started command: what it said so far, and its end. */
export interface Started {
  readonly child: ChildProcess;
  readonly said: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
}

export interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Folder of the package to run. */
  readonly from?: string;
  /** Words put before the command, such as a shell that sets a limit. */
  readonly under?: readonly string[];
}

/** Starts the built command. */
export function start(args: readonly string[], { env = {}, from = root, under = [] }: StartOptions = {}): Started {
  const [program, ...rest] = [...under, process.execPath, path.join(from, 'dist/cli/main.js'), ...args];
  const child = spawn(program, rest, {
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => {
    said.stdout += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    said.stderr += text.toString();
  });
  return { child, said, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Waits for a condition; throws when it does not come true in time. */
export async function until(what: string, condition: () => boolean, seconds = 120): Promise<void> {
  const begun = performance.now();
  while (!condition()) {
    if (performance.now() - begun > 1000 * seconds) throw new Error(`in vain: ${what}`);
    await setTimeout(20);
  }
}

/** Numbers of the finished replicates below a folder. */
export const finishedIn = (folder: string): number =>
  existsSync(folder)
    ? (readdirSync(folder, { recursive: true }) as string[]).filter((name) => /(^|\/)replicate-\d+\.bin$/.test(name))
        .length
    : 0;

/** Result hash of the only result folder in a folder; empty when there is none. */
export function hashIn(out: string): string {
  const folders = existsSync(out)
    ? readdirSync(out).filter((name) => existsSync(path.join(out, name, 'manifest.json')))
    : [];
  if (folders.length !== 1) return '';
  return (JSON.parse(readFileSync(path.join(out, folders[0], 'manifest.json'), 'utf8')) as { resultHash: string })
    .resultHash;
}

/** Names and contents of every file of the only result folder in a folder, but for what tells of the one run: when, where, how fast. */
export function bytesIn(out: string): string {
  const folder = readdirSync(out)
    .map((name) => path.join(out, name))
    .find((each) => existsSync(path.join(each, 'manifest.json')));
  if (folder === undefined) return '';
  const names = (readdirSync(folder, { recursive: true, withFileTypes: true }) as Dirent[])
    .filter((entry) => entry.isFile() && !['manifest.json', '.written.json'].includes(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name} `).update(readFileSync(path.join(folder, name)));
  const { run: _run, ...manifest } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    run: object;
  };
  return hash.update(JSON.stringify(manifest)).digest('hex');
}

/** The last line that says more than how far the work is. */
export const lastLine = ({ said }: Started, like = /./): string =>
  said.stderr
    .trim()
    .split('\n')
    .findLast((line) => like.test(line)) ?? '';
