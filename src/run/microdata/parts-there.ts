import path from 'node:path';
import type { ReplicateResult } from '../../indicator/result.ts';
import { sha256OfFile } from '../hash.ts';
import { partName } from './choice.ts';

/** Whether the people a replicate has written, where it was asked to, lie in a folder byte for byte. */
export async function partsThere(
  { replicate, microdata = {} }: ReplicateResult,
  folder: string | null,
): Promise<boolean> {
  for (const [population, { file }] of Object.entries(microdata)) {
    if (folder === null || file === undefined) return false;
    const found = await sha256OfFile(path.join(folder, partName(replicate, population))).catch(() => null);
    if (found !== file) return false;
  }
  return true;
}
