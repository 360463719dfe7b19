import { copyFile, link, lstat, mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sha256OfFile } from '../run/hash.ts';
import type { InputFile } from '../run/input-file.ts';
import { jsonIn } from '../run/record/json.ts';
import { fileShape } from '../run/record/shapes.ts';
import { syncFolder } from '../run/store/folder-store.ts';

/** Name of the file in which a folder notes what was written into it, so that what others put there can be told apart. */
const RECORD = '.written.json';
/** The same of files that other commands add to it. */
const ADDED = '.added.json';

const recordShape = z.object({ files: z.array(fileShape) });

/** SHA-256 by path of the files that were written into a folder. */
type Written = ReadonlyMap<string, string>;

/** Notes everything a folder holds as written by us, and sees it through to the disk. */
export async function noteWritten(folder: string): Promise<void> {
  const files = [];
  for (const name of await filesBelow(folder))
    files.push({ path: name, sha256: await sha256OfFile(path.join(folder, name)) });
  await writeFile(path.join(folder, RECORD), `${JSON.stringify({ files })}\n`);
  await syncAll(folder);
}

/** Notes a file that another command has added to a folder since, which stays there when the rest is written anew. */
export async function noteAdded(folder: string, name: string): Promise<void> {
  const others = (await readRecord(folder, ADDED)).filter(({ path: file }) => file !== name);
  const files = [...others, { path: name, sha256: await sha256OfFile(path.join(folder, name)) }];
  await writeFile(path.join(folder, ADDED), `${JSON.stringify({ files })}\n`);
}

/**
 * Gives a file that another command had added, and that somebody changed since or put there, a name of its own, so that it can be
 * written anew.
 * @returns the name; null where there is none or it is as it was written
 */
export async function setAside(folder: string, name: string): Promise<string | null> {
  const file = path.join(folder, name);
  const noted = (await readRecord(folder, ADDED)).find((each) => each.path === name)?.sha256;
  if (!(await isThere(file)) || (await isAsWritten(file, noted))) return null;
  const free = await freeName(folder, folder, name);
  await rename(file, path.join(folder, free));
  return free;
}

async function readRecord(folder: string, name: string): Promise<readonly InputFile[]> {
  const bytes = await readFile(path.join(folder, name)).catch(() => null);
  return (bytes === null ? null : jsonIn(bytes, recordShape))?.files ?? [];
}

/**
 * What was written into a folder. Of a result of an earlier version it is what the manifest lists.
 * @returns null where nothing tells
 */
async function writtenIn(folder: string): Promise<Written | null> {
  for (const name of [RECORD, 'manifest.json']) {
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    const record = bytes === null ? null : jsonIn(bytes, recordShape);
    if (record === null) continue;
    const own = name === RECORD ? [] : [[name, ''] as const];
    return new Map([...own, ...record.files.map(({ path: file, sha256 }) => [file, sha256] as const)]);
  }
  return null;
}

/** Whether a folder made in a result folder after its tables (`charts`) is there with every file that was written into it. */
export async function hasWhole(folder: string, name: string): Promise<boolean> {
  const place = path.join(folder, name);
  const made = await readRecord(place, RECORD);
  // results of earlier versions noted nothing
  if (made.length === 0) return (await isThere(place)) && !(await isThere(path.join(folder, RECORD)));
  const there = await Promise.all(made.map(({ path: file }) => isThere(path.join(place, file))));
  return there.every(Boolean);
}

/** Whether a file is as it was noted; of `''` nothing is known, and it is taken to be. */
const isAsWritten = async (file: string, noted: string | undefined): Promise<boolean> =>
  noted === '' || (noted !== undefined && (await sha256OfFile(file)) === noted);

/**
 * Takes over from a folder that is about to be replaced what its successor lacks: what others put there under its name, what was
 * changed since it was written under a name of its own (`fiscal.edited.xlsx`). The old folder stays as it is.
 * @returns the files that had been changed, as they are called now
 */
export async function takeOver(from: string, to: string): Promise<string[]> {
  const written = (await writtenIn(from)) ?? new Map<string, string>();
  const edited: string[] = [];
  for (const name of await readdir(from).catch(() => [])) {
    if (name === RECORD) continue;
    const [old, own] = [path.join(from, name), path.join(to, name)];
    const stat = await lstat(old);
    if (stat.isDirectory()) {
      // charts are drawn anew after each writing; what other commands made in folders of their own stays whole
      if (name === 'charts' || hasBelow(written, name)) {
        const inside = await takeOverBelow(old, own, written, name);
        edited.push(...inside.map((file) => path.join(name, file)));
      } else await linkAll(old, own);
      continue;
    }
    if (stat.isFile() && written.has(name) && (await isAsWritten(old, written.get(name)))) continue;
    if (!(await isThere(own))) {
      // of what is no longer written only what somebody changed is worth keeping
      await linkOne(old, own);
      if (written.has(name)) edited.push(name);
      continue;
    }
    if (stat.isFile() && (await sha256OfFile(old)) === (await sha256OfFile(own))) continue;
    const free = await freeName(from, to, name);
    await linkOne(old, path.join(to, free));
    edited.push(free);
  }
  return edited;
}

/** The same of a folder inside, whose own note counts before that of the folder above; of one without, drawings are ours. */
async function takeOverBelow(from: string, to: string, above: Written, name: string): Promise<string[]> {
  const own = await writtenIn(from);
  const edited: string[] = [];
  for (const file of await filesBelow(from)) {
    const noted = own?.get(file) ?? above.get(`${name}/${file}`);
    const isDrawing = own === null && noted === undefined && /\.(svg|vl\.json)$/.test(file);
    const [old, place] = [path.join(from, file), path.join(to, file)];
    if (isDrawing || (await isAsWritten(old, noted))) continue;
    const called = noted !== undefined || (await isThere(place)) ? await freeName(from, to, file) : file;
    await mkdir(path.dirname(path.join(to, called)), { recursive: true });
    await linkOne(old, path.join(to, called));
    if (noted !== undefined) edited.push(called);
  }
  return edited;
}

const hasBelow = (written: Written, folder: string): boolean =>
  [...written.keys()].some((file) => file.startsWith(`${folder}/`));

/** `name.edited.ending`, with a number where that is taken in either folder. */
async function freeName(from: string, to: string, name: string): Promise<string> {
  const { dir, name: stem, ext } = path.parse(name);
  for (let n = 1; ; n++) {
    const free = path.join(dir, `${stem}.edited${n === 1 ? '' : `-${n}`}${ext}`);
    if (!(await isThere(path.join(from, free))) && !(await isThere(path.join(to, free)))) return free;
  }
}

/**
 * What lies where a folder is to be written and is none gets a name of its own.
 * @returns the name; null where there is nothing or a folder
 */
export async function setAsideFile(folder: string, name: string): Promise<string | null> {
  const there = await lstat(path.join(folder, name)).catch(() => null);
  if (there === null || there.isDirectory()) return null;
  const free = await freeName(folder, folder, name);
  await rename(path.join(folder, name), path.join(folder, free));
  return free;
}

const isThere = (place: string): Promise<boolean> =>
  lstat(place).then(
    () => true,
    () => false,
  );

/** Files below a folder by their way from it, with forward slashes, in order; notes of what was written apart. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name !== RECORD)
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [old, own] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(old, own);
    else await linkOne(old, own);
  }
}

/** A second name for a file, or a copy where the file system knows only one. */
const linkOne = (from: string, to: string): Promise<void> => link(from, to).catch(() => copyFile(from, to));

/** Sees every file below a folder, and the folders themselves, through to the disk. */
async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) await syncAll(place);
    else if (entry.isFile()) await syncFile(place);
  }
  await syncFolder(folder);
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
