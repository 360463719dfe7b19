import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders whose code decides the numbers of a replicate. */
const folders = ['math', 'random', 'scenario', 'policy', 'population', 'process', 'indicator', 'kernel'];
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

let known: string | null = null;

/**
 * Hash of the code that decides the numbers, as it runs: tells two states of the program apart that bear the same version.
 * The sources and what is built from them have different hashes.
 */
export function codeHash(): string {
  if (known !== null) return known;
  const root = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = (readdirSync(path.join(root, folder), { recursive: true }) as string[])
      .filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts'))
      .map((name) => name.split(path.sep).join('/'))
      .sort();
    for (const name of names) {
      hash.update(`${folder}/${name}\n`);
      hash.update(readFileSync(path.join(root, folder, name)));
    }
  }
  known = hash.digest('hex');
  return known;
}
