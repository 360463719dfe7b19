import { readFileSync } from 'node:fs';
import { link, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { systemCode, systemProblem } from '../language/system-problem.ts';
import { InputError, said } from '../scenario/errors.ts';
import { Failure } from './errors.ts';
import { runMessages } from './messages.ts';

/** The process that holds a lock. */
interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own count; null where that is not known. Tells a process number used again. */
  readonly birth: string | null;
  /** ISO time at which it took the lock, for the reader. */
  readonly since: string;
}

let taken = 0;

/**
 * Keeps every other run away from a result, and makes the folder it is to lie in.
 * @param folder name of the result
 * @throws Failure where nothing can be written; InputError as `takeLock`
 */
export async function lockResult(out: string, folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(out, { recursive: true });
    return await takeLock(path.join(out, `${folder}.lock`));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new Failure(runMessages.cannotWrite(out, systemProblem(error)), error);
  }
}

/**
 * Takes a lock: a file that names its process. A lock whose process is dead is taken over.
 * @returns gives the lock back
 * @throws InputError naming the process that holds it
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const own: LockOwner = {
    pid: process.pid,
    host: os.hostname(),
    birth: birthOf('self'),
    since: new Date().toISOString(),
  };
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.${taken++}`);
  await writeThrough(draft, JSON.stringify(own));
  try {
    while (!(await placed(draft, file))) {
      const held = await contentOf(file);
      if (held === null) continue;
      const owner = ownerOf(file, held);
      if (owner !== null && mayLive(owner)) {
        throw new InputError([
          said(runMessages.inUse(file, owner.pid, owner.host, owner.since, owner.host === own.host)),
        ]);
      }
      await clear(file, held);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(file, { force: true });
}

/** Gives the draft its final name unless the name is taken; in one step, so that of two only one succeeds. */
async function placed(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(systemCode(error) ?? '')) throw error;
  }
  // a file system without links
  try {
    await writeThrough(file, await readFile(draft, 'utf8'));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a dead process, but not one that somebody else took since it was read. */
async function clear(file: string, held: string): Promise<void> {
  const aside = `${file}.${process.pid}.${taken++}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8').catch(() => '')) !== held) await link(aside, file).catch(() => {});
    await rm(aside, { force: true });
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Largest lock: a name, some numbers. */
const MOST_BYTES = 4096;

/**
 * What a lock holds; null when it is gone by now.
 * @throws InputError for a folder, a link, a pipe or whatever else is no lock of ours and would not go away by waiting
 */
async function contentOf(file: string): Promise<string | null> {
  const found = await lstat(file).catch((error) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  if (!found.isFile() || found.size > MOST_BYTES) throw notALock(file);
  return await readFile(file, 'utf8').catch((error) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
}

const notALock = (file: string): InputError => new InputError([{ file, ...said(runMessages.notALock()) }]);

const ownerShape: z.ZodType<LockOwner> = z.strictObject({
  pid: z
    .int()
    .min(1)
    .max(2 ** 31),
  host: z.string().max(300),
  birth: z.string().max(100).nullable(),
  since: z.string().max(100),
});

/**
 * Whoever wrote the lock; null for a file that a power cut left empty or cut short.
 * @throws InputError for a file that somebody else put there
 */
function ownerOf(file: string, text: string): LockOwner | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, data } = ownerShape.safeParse(value);
  if (!success) throw notALock(file);
  return data;
}

/** Whether the process may still run. Of another machine that cannot be known. */
function mayLive({ pid, host, birth }: LockOwner): boolean {
  if (host !== os.hostname()) return true;
  if (!isAlive(pid)) return false;
  const now = birthOf(String(pid));
  return birth === null || now === null || now === birth;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Clock ticks between the start of the system and of a process (field 22 of proc(5) stat), `ended` for one that has ended and
 * is still listed (field 3); null without /proc.
 */
function birthOf(pid: string): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? 'ended' : (rest[18] ?? null);
  } catch {
    return null;
  }
}
