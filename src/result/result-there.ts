import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeHash } from '../run/code.ts';
import { folderName } from '../run/folder-name.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { changedFiles } from '../run/record/changes.ts';
import type { Manifest } from './manifest.ts';
import { worthOfManifest } from './signature.ts';
import { partialFolder } from './unfinished.ts';

/** The result folder of a run that is finished and unchanged, made by this code; null when there is none. */
export async function resultThere(inputs: Inputs, out: string): Promise<string | null> {
  const folder = path.join(out, folderName(inputs));
  if (await exists(path.join(out, partialFolder(inputs)))) return null;
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
    if (!['sound', 'noKey'].includes(worthOfManifest(manifest))) return null; // nobody vouches for it: made again
    if (manifest.scenarioHash !== inputs.hash || manifest.package.code !== codeHash()) return null;
    const changes = await changedFiles(manifest.files, ({ path: name }) => path.join(folder, name));
    return changes.length === 0 ? folder : null;
  } catch {
    return null;
  }
}

const exists = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );
