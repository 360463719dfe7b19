import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Larger than any scenario, document or household: what is beyond is a mistake, and is not read. */
const MAX_BYTES = 16 * 2 ** 20;

/**
 * Text of a file somebody named. A pipe or a device is refused before it can block or never end, and so is a file far larger than any
 * input.
 * @throws Error with the code of Node, `ENOTREG` for what is no regular file, `EFBIG` for one that is too large
 */
export function readUserFile(file: string): string {
  const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(opened);
    if (stat.isDirectory()) throw coded('EISDIR');
    if (!stat.isFile()) throw coded('ENOTREG');
    if (stat.size > MAX_BYTES) throw coded('EFBIG');
    return readFileSync(opened, 'utf8');
  } finally {
    closeSync(opened);
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });
