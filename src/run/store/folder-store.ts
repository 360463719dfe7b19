import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../../language/system-problem.ts';
import type { Store } from './store.ts';

/**
 * A store in a folder, which may be shared by many machines, with folders of one level in it. Names that begin with a dot are
 * files being written. The folder itself must be there and is never made: where a shared disk is not connected, a new folder in
 * its place would take in what nobody else sees.
 */
export function folderStore(folder: string): Store {
  const placeOf = (key: string) => path.join(folder, ...key.split('/'));
  return {
    place: folder,
    folder,
    get: (key) => readFile(placeOf(key)).catch(nullIfMissing),
    put: (key, content) => writeDurably(placeOf(key), content),
    async list(prefix) {
      const top = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
      const entries = await readdir(placeOf(top), { recursive: true, withFileTypes: true }).catch(nullIfMissing);
      return (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .filter((key) => key.startsWith(prefix))
        .sort();
    },
    remove: (below) => rm(placeOf(below), { recursive: true, force: true }),
  };
}

let written = 0;

/**
 * Writes a file so that after a power cut it is there whole or not at all: to a name of its own, through to the disk, then
 * renamed, and the rename through to the disk as well.
 */
async function writeDurably(file: string, content: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder).catch((error) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
  const temporary = path.join(folder, `.${path.basename(file)}.${process.pid}.${written++}`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(folder);
}

/** Some systems cannot open a folder, or cannot sync one; there the rename is as safe as they make it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync().catch(() => {});
  } finally {
    await handle?.close();
  }
}

function nullIfMissing(error: unknown): null {
  if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return null;
  throw error;
}
