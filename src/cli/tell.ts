import { visible } from '../scenario/errors.ts';

/** Says a line on stderr: what is not the answer itself. Nothing that others wrote steers the terminal. */
export const tell = (line: string): void => void process.stderr.write(`${visible(line, '\n\t')}\n`);
