import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files anywhere under a folder another process is writing to, by full path: none while there is no folder yet. */
export const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(folder, name))
        .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    : [];
