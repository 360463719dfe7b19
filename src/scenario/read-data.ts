import { readFileSync } from 'node:fs';
import { InputError, said } from './errors.ts';
import { fileProblem } from './file-problem.ts';
import type { ReadText } from './tables.ts';

/** data/ of this package: two folders above, from src/scenario and from dist/scenario alike. */
const dataFolder = new URL('../../data/', import.meta.url);

/** Reads a file of the package's data/ as UTF-8 text. Throws InputError naming the file when it cannot be read. */
export const readData: ReadText = (relativePath) => {
  try {
    return readFileSync(new URL(relativePath, dataFolder), 'utf8');
  } catch (error) {
    throw new InputError([{ file: `data/${relativePath}`, ...said(fileProblem(error)) }]);
  }
};
