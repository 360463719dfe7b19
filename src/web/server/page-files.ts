import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the built page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Every file of a folder by its address (`assets/index.js`), read once: what is asked for is looked up in this list and never
 * in the file system, so that no address can leave the folder.
 * @throws Error with Node's code when the folder is not there
 */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    const address = path.relative(folder, place).split(path.sep).join('/');
    const type = types[path.extname(entry.name)] ?? 'application/octet-stream';
    files.set(address, { type, bytes: new Uint8Array(readFileSync(place)) });
  }
  return files;
}
