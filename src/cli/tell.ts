/** Says a line on stderr: what is not the answer itself. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);
