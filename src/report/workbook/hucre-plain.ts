import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Language } from '../../language/language.ts';
import { textWidth } from '../text-width.ts';
import { fontOf } from './words.ts';

/** A sheet that is a table and nothing else: a head, rows of texts and numbers. */
export interface PlainSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns at the left that stay in sight. */
  readonly names: number;
}

/** Not a clock's, so that the same tables give the same bytes. */
const undated = new Date(0);
const NARROWEST = 9;
const WIDEST = 60;
/** Rows that are looked at to find the width of a column. */
const LOOKED_AT = 400;

/**
 * Bytes of an .xlsx file of plain tables, to sort, filter and copy from: no lock, no formula, heads that stay in sight and are repeated
 * on every page.
 */
export async function writePlainBook(
  title: string,
  sheets: readonly PlainSheet[],
  lang: Language,
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const font = { name: fontOf[lang], size: 10 };
  const head: CellStyle = {
    font: { ...font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6EDF5' } },
    alignment: { vertical: 'center', wrapText: true },
  };
  const words: CellStyle = { font, alignment: { vertical: 'top', wrapText: true } };
  const whole: CellStyle = { font, numFmt: '#,##0', alignment: { vertical: 'top' } };
  const decimal: CellStyle = { font, numFmt: '#,##0.0#', alignment: { vertical: 'top' } };
  const year: CellStyle = { font, numFmt: '0', alignment: { vertical: 'top' } };
  const styled = (value: string | number, column: number, names: number) => {
    if (typeof value === 'string')
      // what reads like an error value stays text
      return { value, style: words, ...(/^#[A-Z]/.test(value) ? { richText: [{ text: value }] } : {}) };
    if (!Number.isFinite(value)) return { value: null, style: whole };
    return { value, style: column < names ? year : Number.isInteger(value) ? whole : decimal };
  };
  return writeXlsx({
    sheets: sheets.map(({ name, head: titles, rows, names }): WriteSheet => {
      const cells = new Map<string, ReturnType<typeof styled>>();
      titles.forEach((told, c) => {
        cells.set(`0,${c}`, { value: told, style: head });
      });
      rows.forEach((row, r) => {
        row.forEach((value, c) => {
          cells.set(`${r + 1},${c}`, styled(value, c, names));
        });
      });
      const last = columnName(titles.length - 1);
      return {
        name,
        columns: titles.map((told, c) => ({
          width: widthOf([told, ...rows.slice(0, LOOKED_AT).map((row) => row[c])]),
        })),
        cells: cells as WriteSheet['cells'],
        freezePane: { rows: 1, columns: names > 4 ? 0 : names },
        autoFilter: { range: `A1:${last}${rows.length + 1}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
        },
      } as WriteSheet;
    }),
    defaultFont: font,
    properties: { title, creator: 'luohu', created: undated, modified: undated },
  });
}

/** Width of a column in characters of its longest text. */
function widthOf(values: readonly (string | number | undefined)[]): number {
  const longest = Math.max(...values.map((value) => textWidth(shown(value), 11) / 6));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

const shown = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');

/** Letters of a column, counted from 0. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
