import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../run/lock.ts';
import { InputError } from '../scenario/errors.ts';

/**
 * Makes a folder whole or not at all: `fill` writes into a folder of the same name inside a temporary one, which is then
 * moved to its place. A folder that is there is replaced. When `fill` throws, nothing is left behind and the old folder
 * stays.
 * @returns the folder
 */
export async function writeFolder(
  parent: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, name);
  const temporary = await mkdtemp(path.join(parent, `.${name}.${process.pid}.`));
  try {
    const [target, made, old] = [path.join(parent, name), path.join(temporary, name), path.join(temporary, 'old')];
    await mkdir(made);
    await fill(made);
    const replaced = await moved(target, old);
    if (!(await moved(made, target))) {
      if (replaced) await rename(old, target);
      throw new Error(`cannot move ${made} to ${target}`);
    }
    return target;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Moves a folder; false when that is not possible. */
const moved = (from: string, to: string): Promise<boolean> =>
  rename(from, to).then(
    () => true,
    () => false,
  );

/** Removes what killed runs left of this folder; a process that still lives keeps its own. */
async function removeAbandoned(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const rest = entry.startsWith(`.${name}.`) ? entry.slice(name.length + 2) : null;
    if (rest !== null && !isAlive(Number(rest.split('.')[0])))
      await rm(path.join(parent, entry), { recursive: true, force: true });
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
