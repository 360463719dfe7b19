import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type Localized, text } from '../../../language/language.ts';

/** Bytes of the largest files that are read: the nation's indicators with every place take a tenth, its replicates a fifth. */
const mostBytes = { manifest: 32e6, table: 256e6, replicates: 2e9 } as const;

/** Folders inside a folder, and entries in all, that are looked at. */
const MOST_DEPTH = 4;
const MOST_ENTRIES = 20_000;

const messages = {
  link: (name: string) =>
    text(`${name} 是指向结果文件夹之外的链接`, `${name} is a link that leads out of the folder of results`),
  special: (name: string) => text(`${name} 不是普通文件`, `${name} is no ordinary file`),
  large: (name: string, bytes: number, most: number) =>
    text(
      `${name} 应不超过 ${megabytes(most)} MB，实际为 ${megabytes(bytes)} MB`,
      `${name} must be at most ${megabytes(most)} MB, got ${megabytes(bytes)} MB`,
    ),
  many: () =>
    text(`应不超过 ${MOST_ENTRIES} 个文件，实际更多`, `must hold at most ${MOST_ENTRIES} files, got more of them`),
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);

/** What lies in a folder, without any of it having been read. */
interface Surveyed {
  readonly bytes: number;
  /** When the newest of its own files was written, in milliseconds. */
  readonly written: number;
  /** Why none of it may be read; null where it may. */
  readonly problem: Localized | null;
}

/**
 * Looks through a folder of results before anything in it is opened: links must not lead out of the folder of results, files must be
 * files (a pipe would be waited for without end), those that are read must not be larger than any run writes them.
 * @param root the folder of results with every link resolved
 */
export function survey(root: string, folder: string): Surveyed {
  const found = { bytes: 0, written: 0, entries: 0 };
  const look = (place: string, name: string, depth: number): Localized | null => {
    const itself = lstatSync(place, { throwIfNoEntry: false });
    if (itself === undefined) return null; // gone meanwhile
    if (itself.isSymbolicLink() && !leadsInside(root, place)) return messages.link(name);
    const stats = itself.isSymbolicLink() ? statSync(place) : itself;
    // a folder behind a link would have to be looked through as well, and may lead back here
    if (stats.isDirectory() && itself.isSymbolicLink()) return messages.special(name);
    if (stats.isDirectory()) return depth < MOST_DEPTH ? inside(place, name, depth) : null;
    if (!stats.isFile()) return messages.special(name);
    found.bytes += stats.size;
    if (depth === 1) found.written = Math.max(found.written, stats.mtimeMs);
    return tooLarge(name, stats);
  };
  const inside = (place: string, name: string, depth: number): Localized | null => {
    for (const entry of readdirSync(place)) {
      found.entries++;
      if (found.entries > MOST_ENTRIES) return messages.many();
      const problem = look(path.join(place, entry), name === '' ? entry : `${name}/${entry}`, depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  };
  const stats = lstatSync(folder);
  if (stats.isSymbolicLink() && !leadsInside(root, folder))
    return { bytes: 0, written: stats.mtimeMs, problem: messages.link(path.basename(folder)) };
  const problem = inside(folder, '', 0);
  return { bytes: found.bytes, written: found.written || stats.mtimeMs, problem };
}

function leadsInside(root: string, place: string): boolean {
  try {
    return realpathSync(place).startsWith(root + path.sep);
  } catch {
    return false;
  }
}

/** Whether a file is one that is read and larger than one may be. */
function tooLarge(name: string, { size }: Stats): Localized | null {
  const most = mostOf(name);
  return most !== null && size > most ? messages.large(name, size, most) : null;
}

function mostOf(name: string): number | null {
  if (name === 'manifest.json' || name === 'run.json') return mostBytes.manifest;
  if (name === 'replicates.parquet') return mostBytes.replicates;
  return /^(tables\/|charts\/)?[^/]+\.(csv|json)$/.test(name) ? mostBytes.table : null;
}
