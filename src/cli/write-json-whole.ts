import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compactJson } from '../analysis/calibration/compact-json.ts';

/** Writes beside the place and renames, so that a killed command leaves no half file that looks whole. */
export async function writeJsonWhole(place: string, value: object): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(`${place}.part`, `${compactJson(value)}\n`);
  await rename(`${place}.part`, place);
}
