import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../language/system-problem.ts';
import { isAlive } from '../run/lock.ts';
import { syncFolder } from '../run/store/folder-store.ts';
import { InputError } from '../scenario/errors.ts';
import { noteWritten, setAsideFile, takeOver } from './written.ts';

/** A folder that was written, and what its predecessor held that somebody had changed. */
export interface WrittenFolder {
  readonly folder: string;
  /** Files that were changed since they were written, kept under these names inside the folder. */
  readonly edited: readonly string[];
}

/**
 * Makes a folder whole or not at all: `fill` writes into a folder of the same name inside a temporary one, which goes through to the
 * disk and is then moved to its place. Of a folder that is there what was written by us is replaced; what others put there, and what
 * they changed, is taken over; a file in its place gets another name. When `fill` throws, nothing is left behind and the old folder stays.
 */
export async function writeFolder(
  parent: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<WrittenFolder> {
  await mkdir(parent, { recursive: true });
  await clearAbandoned(parent, name);
  const temporary = await mkdtemp(path.join(parent, `.${name}.${process.pid}.`));
  const [target, made, old] = [path.join(parent, name), path.join(temporary, name), path.join(temporary, OLD)];
  try {
    await mkdir(made);
    await fill(made);
    await noteWritten(made);
    const aside = await setAsideFile(parent, name);
    const edited = [...(aside === null ? [] : [path.join('..', aside)]), ...(await takeOver(target, made))];
    await replace(target, made, old);
    await syncFolder(parent);
    return { folder: target, edited };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Name under which a folder that is being replaced waits until its successor is in its place. */
const OLD = 'old';

/** Puts a folder in the place of another, which is put back where that fails. */
async function replace(target: string, made: string, old: string): Promise<void> {
  await rename(target, old).catch(missing);
  try {
    await rename(made, target);
  } catch (error) {
    await rename(old, target).catch(() => {});
    throw error;
  }
}

function missing(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}

/**
 * Removes what killed runs left of this folder; a process that still lives keeps its own. What one of them had moved aside, and not
 * replaced, is put back first.
 */
async function clearAbandoned(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const rest = entry.startsWith(`.${name}.`) ? entry.slice(name.length + 2) : null;
    if (rest === null || !/^\d+\.\w+$/.test(rest) || isAlive(Number(rest.split('.')[0]))) continue;
    const place = path.join(parent, entry);
    if (!(await exists(path.join(parent, name))))
      await rename(path.join(place, OLD), path.join(parent, name)).catch(() => {});
    await rm(place, { recursive: true, force: true });
  }
}

/**
 * Refuses a result folder nothing can be written to, before anything is computed. Tries it out in the nearest folder that
 * exists, because permissions do not tell everything, and leaves nothing there.
 * @param message text for the user from the path
 * @throws InputError
 */
export async function assertWritable(parent: string, message: (folder: string) => string): Promise<void> {
  let folder = path.resolve(parent);
  try {
    while (!(await exists(folder))) folder = path.dirname(folder);
    await rmdir(await mkdtemp(path.join(folder, '.luohu.')));
  } catch {
    throw new InputError([{ message: message(parent) }]);
  }
}

const exists = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
