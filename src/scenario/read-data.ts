import { readFileSync } from 'node:fs';
import type { ReadText } from './tables.ts';

/** data/ of this package: two folders above, from src/scenario and from dist/scenario alike. */
const dataFolder = new URL('../../data/', import.meta.url);

/** Reads a file of the package's data/ as UTF-8 text. */
export const readData: ReadText = (relativePath) => readFileSync(new URL(relativePath, dataFolder), 'utf8');
