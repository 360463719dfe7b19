import stringWidth from 'string-width';
import type { Cell, Content, Figure, Format, Label, Page, Role, Sheet, Support } from './sheet.ts';

/** Points a line of text takes. */
const LINE = 14.5;

/** A sheet with nothing on it. Widths are in characters of the default font. */
export function newSheet(name: string, tab: Sheet['tab'], widths: readonly number[], page: Partial<Page> = {}): Sheet {
  return {
    name,
    tab,
    widths: [...widths],
    page: { orientation: 'landscape', titleRow: null, titleColumns: 0, single: false, columns: null, ...page },
    cells: new Map(),
    heights: new Map(),
    merges: [],
    validations: [],
    alerts: [],
    charts: [],
    pictures: [],
    breaks: [],
    frozen: { rows: 0, columns: 0 },
  };
}

export const figure = (value: number, support: Support): Figure => ({ kind: 'figure', value, support });
export const label = (value: number): Label => ({ kind: 'label', value });

/** Keeps the first rows and columns in sight. */
export function freeze(sheet: Sheet, rows: number, columns: number): void {
  sheet.frozen.rows = rows;
  sheet.frozen.columns = columns;
}

/** What may be said of a cell beside its content. */
interface Look {
  readonly role?: Role;
  readonly format?: Format;
  /** What the fiscal model itself found. */
  readonly expected?: number;
}

/** Puts a cell; a place is written once. */
export function put(sheet: Sheet, row: number, column: number, content: Content, look: Look = {}): Cell {
  const key = `${row},${column}`;
  if (sheet.cells.has(key)) throw new Error(`${sheet.name} ${key}: written twice`);
  const text = typeof content === 'string';
  const cell: Cell = {
    sheet,
    row,
    column,
    content,
    role: look.role ?? (text ? 'text' : 'body'),
    format: look.format ?? (text ? 'text' : 'number'),
    ...(look.expected === undefined ? {} : { expected: look.expected }),
  };
  sheet.cells.set(key, cell);
  return cell;
}

/** Puts a row of texts under one role, as a table's head. */
export function putRow(sheet: Sheet, row: number, column: number, texts: readonly string[], role: Role): void {
  texts.forEach((text, i) => {
    put(sheet, row, column + i, text, { role });
  });
  growToFit(sheet, row);
}

/** A line of text over several columns, as high as the text needs. */
export function putLine(sheet: Sheet, row: number, text: string, toColumn: number, role: Role): void {
  put(sheet, row, 0, text, { role });
  if (toColumn > 0) sheet.merges.push({ row, column: 0, toColumn });
  const width = sheet.widths.slice(0, toColumn + 1).reduce((sum, own) => sum + own, 0);
  const line = role === 'title' ? 24 : LINE;
  sheet.heights.set(row, Math.max(1, linesOf(text, width)) * line + 3);
}

/** Makes a row high enough for its wrapped texts. */
export function growToFit(sheet: Sheet, row: number): void {
  let lines = 1;
  sheet.widths.forEach((width, column) => {
    const content = sheet.cells.get(`${row},${column}`)?.content;
    if (typeof content === 'string') lines = Math.max(lines, linesOf(content, width));
  });
  if (lines > 1) sheet.heights.set(row, lines * LINE + 3);
}

/** Longest word of a row a column is widened for; headers' are always. */
const LONGEST = 14;

/**
 * Widens columns to their longest word and makes every row high enough for its texts, once all is written.
 * @param valueAt what a formula says, which may be a text too
 */
export function fitTexts(sheet: Sheet, valueAt: (cell: Cell) => unknown): void {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.row},${merge.column}`, merge.toColumn]));
  const texts = [...sheet.cells].flatMap(([key, cell]) => {
    const { role, content } = cell;
    const text = typeof content === 'string' || content === null ? content : valueAt(cell);
    if (typeof text !== 'string' || role === 'title' || role === 'section') return [];
    const bold = role === 'header' || role === 'total' || role === 'input' ? BOLD : 1;
    return [{ ...cell, text, bold, toColumn: merges.get(key) }];
  });
  for (const { text, role, bold, column, toColumn } of texts) {
    // words of Chinese break anywhere
    if (toColumn !== undefined || stringWidth(text) !== text.length) continue;
    const word = Math.max(...text.split(/[\s/()]+/).map((each) => bold * widthOf(each)));
    if (role === 'header' || word <= LONGEST)
      sheet.widths[column] = Math.max(sheet.widths[column]!, Math.ceil(word + (role === 'header' ? 1.5 : 2.5)));
  }
  const rows = new Map<number, number>();
  for (const { text, bold, row, column, toColumn = column } of texts) {
    const width = sheet.widths.slice(column, toColumn + 1).reduce((sum, own) => sum + own, 0);
    rows.set(row, Math.max(rows.get(row) ?? 1, linesOf(text, width / bold)));
  }
  for (const [row, lines] of rows)
    if (lines > 1) sheet.heights.set(row, Math.max(sheet.heights.get(row) ?? 0, lines * LINE + 3));
}

/** How much wider bold letters are. */
const BOLD = 1.08;

/** Width of a letter of running text, in digits of the same font, by which columns are measured. */
const LETTER = 0.85;

/** Lines a text takes in a column, a tenth of the width kept for the edges and for words that do not break. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => {
    return lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width * 0.9 - 1)));
  }, 0);
}

/** Width of a text in digits. */
function widthOf(line: string): number {
  const shown = stringWidth(line);
  const wide = shown - [...line].length;
  return LETTER * (shown - 2 * wide) + 2 * wide;
}
