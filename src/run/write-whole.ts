import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes beside the place and renames, through to the disk, so that a command that is killed leaves no half file that looks whole. Makes the
 * folder where there is none.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, file);
}
