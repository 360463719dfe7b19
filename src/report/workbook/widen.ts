import type { Value } from './evaluate.ts';
import type { Cell, Format, Sheet, Support } from './sheet.ts';
import { supportGlyph } from './words.ts';

const decimals: Record<Format, number> = {
  persons: 0,
  money: 1,
  bigMoney: 0,
  yuan: 2,
  share: 1,
  factor: 4,
  hundredths: 2,
  year: 0,
  number: 6,
  text: 0,
};

/** Widens the columns of a sheet until every number is shown in full, with its sign and the glyph of what supports it. */
export function widenToNumbers(
  sheet: Sheet,
  valueAt: (cell: Cell) => Value,
  supportOf: (cell: Cell) => Support | null,
): void {
  for (const cell of sheet.cells.values()) {
    const { content, column, role } = cell;
    if (content === null || typeof content === 'string') continue;
    const value = valueAt(cell);
    if (typeof value !== 'number') continue;
    const support = supportOf(cell);
    const glyph = support === null || supportGlyph[support] === '' ? 0 : 2;
    const bold = role === 'total' || role === 'input' ? 1.12 : 1;
    const needed = shownLength(value, cell.format) * bold + glyph + 1.5;
    if (needed > sheet.widths[column]) sheet.widths[column] = Math.ceil(needed * 2) / 2;
  }
}

/** Characters of a number as its format shows it: sign, digits with their commas, decimals. */
function shownLength(value: number, format: Format): number {
  if (format === 'year') return String(value).length;
  if (format === 'share') return (value * 100).toFixed(decimals.share).length + 1;
  const text = Math.abs(value).toFixed(decimals[format]);
  const shown = format === 'number' || format === 'factor' ? text.replace(/\.?0+$/, '') : text;
  const whole = shown.indexOf('.') < 0 ? shown.length : shown.indexOf('.');
  return (value < 0 ? 1 : 0) + shown.length + Math.floor((whole - 1) / 3);
}
