import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../scenario/errors.ts';

/**
 * Makes a folder whole or not at all: `fill` writes into a temporary folder beside it, which then takes its name.
 * A folder of that name is replaced. When `fill` throws, nothing is left behind and the old folder stays.
 * @returns the folder
 */
export async function writeFolder(
  parent: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = path.join(parent, name);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, name);
  const temporary = await mkdtemp(path.join(parent, `.${name}.${process.pid}.`));
  try {
    await fill(temporary);
    const old = `${temporary}.old`;
    const replaced = await rename(target, old).then(
      () => true,
      () => false,
    );
    try {
      await rename(temporary, target);
    } catch (error) {
      if (replaced) await rename(old, target);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  return target;
}

/** Removes what killed runs left of this folder; a process that still lives keeps its own. */
async function removeAbandoned(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const rest = entry.startsWith(`.${name}.`) ? entry.slice(name.length + 2) : null;
    if (rest !== null && !isAlive(Number(rest.split('.')[0])))
      await rm(path.join(parent, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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
