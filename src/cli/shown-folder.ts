import path from 'node:path';

/** The shorter way to write where a folder is. */
export function shownFolder(folder: string): string {
  const below = path.relative('', folder);
  return below.startsWith('..') ? path.resolve(folder) : below;
}
