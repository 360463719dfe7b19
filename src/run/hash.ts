import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Of a file, read piece by piece; rejects where it cannot be read. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** JSON with sorted keys and without `origin`, which says where a value was written and not what it is. */
export const canonicalJson = (value: unknown): string => sortedJson(value, 'origin');

/** JSON with sorted keys, one of them left out wherever it stands. */
export function sortedJson(value: unknown, without?: string): string {
  return JSON.stringify(value, (key, item: unknown) => {
    if (key === without) return undefined;
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
