import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { type Localized, text } from '../../language/language.ts';
import { InputError, said, steeringIn } from '../../scenario/errors.ts';
import { messages } from '../../scenario/messages.ts';
import { refuseSteering } from '../../scenario/steering.ts';
import { packageRoot } from '../package.ts';

/** A cell that holds something, as it was written, and where: `line` counts lines of a text or rows of a sheet, `column` cells, both from 1. */
export interface GridCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A table as somebody keeps it: rows of cells; empty cells are left in so that columns line up. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  /** How it was read: encoding of a text, name of the sheet. */
  readonly read: Localized;
}

const MAX_BYTES = 16 * 2 ** 20;
/** Longest a workbook may take to be read: what is beyond was made to unpack without end. */
const PATIENCE_MS = 120_000;

const steers = (code: number) => said(messages.steering(code));

/**
 * Reads a table: the first sheet of an .xlsx, else a text with commas, semicolons or tabs in UTF-8, or in GB18030 where it is not UTF-8.
 * @throws Error with Node's `code`; `EFBIG` where it is far larger than any table of figures, `EFORMAT` where it is no workbook; InputError for characters that
 *   steer a terminal
 */
export function readGrid(file: string): Grid {
  const stat = statSync(file);
  if (stat.isDirectory()) throw coded('EISDIR');
  if (!stat.isFile()) throw coded('ENOTREG');
  if (stat.size > MAX_BYTES) throw coded('EFBIG');
  if (/\.xlsx$/i.test(file)) return sheetGrid(file);
  const { decoded, encoding } = decode(readFileSync(file));
  refuseSteering(file, decoded);
  return { rows: parseCells(decoded), read: text(`${encoding} 编码`, `encoded in ${encoding}`) };
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });

/** Text of bytes: UTF-8 where they are, else GB18030, which holds GBK and GB2312. */
function decode(bytes: Uint8Array): { readonly decoded: string; readonly encoding: 'UTF-8' | 'GB18030' } {
  try {
    return { decoded: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { decoded: new TextDecoder('gb18030').decode(bytes), encoding: 'GB18030' };
  }
}

/** Cells of a delimited text (RFC 4180) with their places; the delimiter is the commonest of the first line that has one. */
export function parseCells(text: string): GridCell[][] {
  const delimiter = delimiterOf(text);
  const rows: GridCell[][] = [];
  let row: GridCell[] = [];
  let [cell, line, begun, quoted, wasQuoted] = ['', 1, 1, false, false];
  const endCell = (): void => {
    row.push({ text: cell.trim(), line: begun, column: row.length + 1 });
    [cell, wasQuoted, begun] = ['', false, line];
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell.trim() === '' && !wasQuoted) [quoted, wasQuoted, cell] = [true, true, ''];
    else if (c === delimiter) endCell();
    else if (c === '\n') endRow();
    else if (c !== '\r') cell += c;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.filter((each) => each.some((one) => one.text !== ''));
}

function delimiterOf(text: string): string {
  const counted = [',', '\t', ';', '，'].map((mark) => ({ mark, times: text.slice(0, 4000).split(mark).length }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).mark;
}

/** Prints the first sheet of a workbook as JSON: its library reads asynchronously, inputs are read before anything is awaited. */
const readSheet = `
  import { readFileSync } from 'node:fs';
  import { readXlsx } from 'hucre/xlsx';
  const { sheets } = await readXlsx(readFileSync(process.argv[1]), { readStyles: false });
  const sheet = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== ''))) ?? sheets[0];
  process.stdout.write(JSON.stringify({ name: sheet.name, rows: sheet.rows }));`;

function sheetGrid(file: string): Grid {
  let said: string;
  try {
    said = execFileSync(process.execPath, ['--input-type=module', '-e', readSheet, file], {
      cwd: packageRoot,
      encoding: 'utf8',
      maxBuffer: 64 * MAX_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE_MS,
    });
  } catch {
    throw coded('EFORMAT');
  }
  const { name, rows } = JSON.parse(said) as { name: string; rows: unknown[][] };
  const cells = rows.map((row, r) =>
    Array.from(row, (cell, c) => ({ text: written(cell), line: r + 1, column: c + 1 })),
  );
  for (const { text: cell, line, column } of cells.flat()) {
    const found = steeringIn(cell);
    if (found !== null) throw new InputError([{ file, line, column, ...steers(found.code) }]);
  }
  return {
    rows: cells.filter((row) => row.some((cell) => cell.text !== '')),
    read: text(`工作表“${name}”`, `sheet "${name}"`),
  };
}

/** A cell of a workbook as somebody would read it: numbers without the noise of binary fractions. */
const written = (cell: unknown): string =>
  typeof cell === 'number'
    ? String(Number(cell.toPrecision(12)))
    : cell === null || cell === undefined
      ? ''
      : String(cell).trim();
