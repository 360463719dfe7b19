import type { CellStyle } from 'hucre/xlsx';
import type { Cell, Format, Role, Support } from './sheet.ts';
import { supportGlyph } from './words.ts';

type FontStyle = NonNullable<CellStyle['font']>;

const INK = '1F2933';
const PALE = 'E6EDF5';
const RULE = 'B8C4D1';
const YELLOW = 'FFF2A8';

const codes: Record<Format, string> = {
  persons: '#,##0',
  money: '#,##0.0',
  bigMoney: '#,##0',
  yuan: '#,##0.00',
  share: '0.0%',
  factor: '0.00####',
  hundredths: '0.00',
  year: '0',
  number: '#,##0.00####',
  text: '@',
};

/** Number format of a cell; the glyph of what supports the figure stands behind it in the cell itself. */
function numberFormat(format: Format, support: Support | null): string {
  const glyph = support === null ? '' : supportGlyph[support];
  return format === 'text' || glyph === '' ? codes[format] : `${codes[format]}"${glyph}"`;
}

const side = { style: 'thin', color: { rgb: RULE } } as const;
const box = { top: side, bottom: side, left: side, right: side };
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

/** Look of a cell: the role's font, fill, edges and alignment with the number format of the cell. */
export function styleOf({ role, format }: Cell, support: Support | null, fontName: string): CellStyle {
  const font = (more: Partial<FontStyle> = {}): FontStyle => ({
    name: fontName,
    size: 10,
    color: { rgb: INK },
    ...more,
  });
  const words = { vertical: 'center', wrapText: true } as const;
  const numFmt = numberFormat(format, support);
  const looks: Record<Role, CellStyle> = {
    title: { font: font({ size: 16, bold: true }), alignment: { vertical: 'center' } },
    subtitle: { font: font({ color: { rgb: '52606D' } }), alignment: words },
    section: { font: font({ size: 12, bold: true }), alignment: { vertical: 'center' } },
    header: {
      font: font({ bold: true }),
      fill: solid(PALE),
      border: box,
      alignment: { ...words, horizontal: 'center' },
    },
    rowHeader: { font: font(), border: box, alignment: { ...words, indent: 1, horizontal: 'left' } },
    body: { font: font(), border: box, alignment: { vertical: 'center', horizontal: 'right' } },
    text: { font: font(), border: box, alignment: { ...words, indent: 1, horizontal: 'left' } },
    note: { font: font({ size: 9, color: { rgb: '52606D' } }), alignment: { ...words, vertical: 'top' } },
    input: {
      font: font({ bold: true, color: { rgb: '7A4B00' } }),
      fill: solid(YELLOW),
      border: box,
      alignment:
        format === 'text' ? { ...words, indent: 1, horizontal: 'left' } : { vertical: 'center', horizontal: 'right' },
      protection: { locked: false },
    },
    total: {
      font: font({ bold: true }),
      fill: solid('F3F6FA'),
      border: box,
      alignment:
        format === 'text' ? { ...words, indent: 1, horizontal: 'left' } : { vertical: 'center', horizontal: 'right' },
    },
    blank: { font: font(), border: box, alignment: words },
  };
  return { ...looks[role], numFmt };
}
