import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './package.ts';

/** Folders whose code decides the numbers of a replicate. */
export const countingFolders = [
  'math',
  'random',
  'scenario',
  'policy',
  'population',
  'process',
  'indicator',
  'people',
  'kernel',
] as const;

/**
 * Packages these folders load, what those load in turn, and the files and folders in which Node finds their code: every number passes
 * through some of them.
 */
export const countingPackages: Readonly<Record<string, readonly string[]>> = {
  'd3-array': ['dist/d3-array.mjs'],
  'd3-dsv': ['src'],
  internmap: ['src'],
  seedrandom: ['index.js', 'seedrandom.js', 'lib'],
  'simple-statistics': ['dist/simple-statistics.mjs'],
  yaml: ['dist'],
  zod: ['index.js', 'v4/core', 'v4/classic'],
};

const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

let known: string | null = null;

/**
 * Hash of the code that decides the numbers, as it runs: our own and, as it is installed, that of the packages numbers pass through.
 * Tells two states of the program apart that bear the same version. The sources and what is built from them have different hashes.
 */
export function codeHash(): string {
  if (known !== null) return known;
  const root = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const folder of countingFolders)
    addCode(hash, folder, path.join(root, folder), (name) => name.endsWith(ending) && !name.endsWith('.d.ts'));
  for (const [name, parts] of Object.entries(countingPackages)) {
    const folder = packageFolder(name);
    for (const part of ['package.json', ...parts])
      addCode(hash, `${name}/${part}`, path.join(folder, part), (file) => /(?<!\.min)\.m?js$/.test(file));
  }
  known = hash.digest('hex');
  return known;
}

/** Adds a file, or names and contents of the files of code below a folder in order of their names. */
function addCode(hash: Hash, called: string, place: string, isCode: (name: string) => boolean): void {
  const names = statSync(place).isFile()
    ? ['']
    : (readdirSync(place, { recursive: true }) as string[])
        .filter(isCode)
        .map((name) => name.split(path.sep).join('/'))
        .sort();
  for (const name of names) {
    hash.update(`${called}/${name}\n`);
    hash.update(readFileSync(path.join(place, name)));
  }
}

/** Where a package is installed: beside this one or in a folder above, as Node looks for it. */
function packageFolder(name: string): string {
  for (let folder = packageRoot; ; folder = path.dirname(folder)) {
    const place = path.join(folder, 'node_modules', name);
    if (existsSync(place)) return place;
    if (folder === path.dirname(folder)) throw new Error(`package ${name} is not installed`);
  }
}
