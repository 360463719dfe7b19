import type { CellStyle, ConditionalRule, DataValidation, SheetChart, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { addressOf, quotedSheet, rangeAddress } from './address.ts';
import { fitTexts } from './build.ts';
import { evaluator } from './evaluate.ts';
import { formulaText } from './formula-text.ts';
import { acceptance, boundsOf } from './guard.ts';
import type { Book, Cell, Chart, Picture, Range, Sheet, Validation } from './sheet.ts';
import { styleOf } from './style.ts';
import { supportFinder } from './support.ts';
import { widenToNumbers } from './widen.ts';
import { fontOf, words } from './words.ts';
import type { WorkbookWriter } from './writer.ts';

/** Dates in a file's properties: not a clock's, so that the same run gives the same bytes. */
const undated = new Date(0);
const tabColors: Record<Sheet['tab'], string> = { result: '1F4E79', input: 'F2C200', base: '8D99A6', text: '5B8C5A' };
const palette = ['1F4E79', 'E07B39', '5B8C5A', 'B23A48', '7B6BA8', '2A9D8F', 'C9A227', '8D99A6', '6D4C41', '3F7CAC'];

type WrittenCell = Parameters<NonNullable<WriteSheet['cells']>['set']>[1];
type Head = Pick<Book, 'title' | 'lang' | 'declared' | 'prepared'>;

/** Writes a book with hucre: formulas with their values, so that programs that do not recalculate show the right numbers. */
export const writeWithHucre: WorkbookWriter = async (book) => {
  const { writeXlsx } = await import('hucre/xlsx');
  const names = new Map(book.names.map(({ name, cell }) => [cell, name]));
  const valueAt = evaluator();
  const supportOf = supportFinder();
  const font = fontOf[book.lang];
  const styles = new Map<string, CellStyle>();
  const styled = (cell: Cell): CellStyle => {
    const support = supportOf(cell);
    const key = `${cell.role} ${cell.format} ${support}`;
    const style = styles.get(key) ?? styleOf(cell, support, font);
    styles.set(key, style);
    return style;
  };
  const written = (cell: Cell): WrittenCell => {
    const { content } = cell;
    const style = styled(cell);
    if (content === null) return { value: null, style };
    if (typeof content === 'string') return { ...plainText(content), style };
    if (content.kind === 'figure' || content.kind === 'label') return { value: content.value, style };
    return { formula: formulaText(content, cell.sheet, names), formulaResult: valueAt(cell), style };
  };
  for (const sheet of book.sheets) {
    widenToNumbers(sheet, valueAt, supportOf);
    fitTexts(sheet, valueAt);
  }
  const options: WriteOptions = {
    sheets: book.sheets.map((sheet) => writtenSheet(sheet, book, written, names)),
    namedRanges: book.names.map(({ name, cell }) => ({
      name,
      range: `${quotedSheet(cell.sheet)}!${rangeAddress({ ...cell, toRow: cell.row, toColumn: cell.column, kind: 'range', fixed: { rows: true, columns: true } }).split(':')[0]}`,
    })),
    defaultFont: { name: font, size: 10 },
    properties: { title: book.title, subject: book.subject, creator: 'luohu', created: undated, modified: undated },
  };
  return writeXlsx(options);
};

/** Text stays text: also where it begins like a formula (stored as a string) or reads like an error value (as rich text). */
const plainText = (text: string): WrittenCell =>
  /^#[A-Z]/.test(text) ? { value: text, richText: [{ text }] } : { value: text };

function writtenSheet(
  sheet: Sheet,
  book: Head,
  written: (cell: Cell) => WrittenCell,
  names: ReadonlyMap<Cell, string>,
): WriteSheet {
  const cells = new Map([...sheet.cells.values()].map((cell) => [`${cell.row},${cell.column}`, written(cell)]));
  const lastRow = Math.max(
    0,
    ...[...sheet.cells.values()].map(({ row }) => row),
    ...sheet.charts.map(({ place }) => place.toRow),
    ...sheet.pictures.map(({ row, height }) => row + Math.ceil(height / ROW)),
  );
  const { orientation, titleRow, single, columns } = sheet.page;
  const titleColumns = repeatedColumns(sheet);
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells,
    rowDefs: new Map([...sheet.heights].map(([row, height]) => [row, { height }])),
    merges: sheet.merges.map(({ row, column, toColumn }) => ({
      startRow: row,
      startCol: column,
      endRow: row,
      endCol: toColumn,
    })),
    ...(sheet.frozen.rows + sheet.frozen.columns > 0 ? { freezePane: sheet.frozen } : {}),
    dataValidations: sheet.validations.map((validation) => writtenValidation(validation, book, names)),
    conditionalRules: sheet.alerts.flatMap(({ range, words: said }, a) =>
      said.map((word, w) => writtenAlert(range, word, a * 10 + w + 1)),
    ),
    // no password: a lock against slips, which the office can lift
    protection: { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true },
    ...(titleRow === null || columns !== null
      ? {}
      : { autoFilter: { range: `A${titleRow + 1}:${addressOf({ row: lastRow, column: sheet.widths.length - 1 })}` } }),
    charts: sheet.charts.map(writtenChart),
    ...(sheet.pictures.length === 0 ? {} : { images: sheet.pictures.map(writtenPicture) }),
    rowBreaks: sheet.breaks,
    view: { showGridLines: false, tabColor: { rgb: tabColors[sheet.tab] } },
    pageSetup: {
      ...paperFor(sheet),
      orientation,
      fitToPage: true,
      fitToHeight: single && lastRow < SINGLE_ROWS ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 },
      printArea: `$A$1:${addressOf({ row: lastRow, column: (columns ?? sheet.widths.length) - 1 }).replace(/([A-Z]+)(\d+)/, '$$$1$$$2')}`,
      ...(titleRow === null ? {} : { printTitlesRow: `$1:$${titleRow + 1}` }),
      ...(titleColumns > 0
        ? { printTitlesColumn: `$A:$${addressOf({ row: 0, column: titleColumns - 1 }).slice(0, -1)}` }
        : {}),
    },
    headerFooter: {
      oddHeader: `&L&9${literal(book.title)}&R&9${literal(sheet.name)}`,
      // a space, or a number that follows would be read as part of the size
      oddFooter: `&L&9 ${literal(book.declared)}&C&9${words.pageOf[book.lang]}&R&9 ${literal(book.prepared)}`,
    },
  };
}

/** Pixels of a row of the default font. */
const ROW = 18;

const writtenPicture = ({ png, row, column, width, height, description }: Picture) => ({
  ...{ data: png, type: 'png' as const, anchor: { from: { row, col: column } } },
  ...{ width, height, altText: description },
});

/** Characters a line of 8 points holds on A4 upright, A4 across and A3 across. */
const LINE = { upright: 128, a4: 182, a3: 265 } as const;
/** Rows a page that should be single can hold without its letters getting too small. */
const SINGLE_ROWS = 75;

/** Columns at the left of every page: those that stay in sight on a screen, too. */
const repeatedColumns = ({ page, frozen }: Sheet): number => Math.max(page.titleColumns, frozen.columns);

/** Paper on which a sheet is read at 8 points or more, and over how many pages its columns go, each with the repeated ones. */
function paperFor(sheet: Sheet): { readonly paperSize: 'a3' | 'a4'; readonly fitToWidth: number } {
  const { widths, page } = sheet;
  const over = (from: number, to: number): number => widths.slice(from, to).reduce((sum, own) => sum + own, 0);
  const [names, width] = [over(0, repeatedColumns(sheet)), over(0, page.columns ?? widths.length)];
  if (width <= (page.orientation === 'portrait' ? LINE.upright : LINE.a4)) return { paperSize: 'a4', fitToWidth: 1 };
  return { paperSize: 'a3', fitToWidth: Math.max(1, Math.ceil((width - names) / (LINE.a3 - names))) };
}

/** An ampersand begins a code in headers and footers; doubled it is itself. */
const literal = (text: string): string => text.replaceAll('&', '&&');

function writtenValidation(validation: Validation, { lang }: Head, names: ReadonlyMap<Cell, string>): DataValidation {
  const { cell, accepts, holds } = validation;
  const [low, high] = boundsOf(validation);
  const between = { operator: 'between', formula1: String(low), formula2: String(high) } as const;
  const limits =
    accepts === 'switch'
      ? { type: 'list', values: ['0', '1'] }
      : holds !== undefined
        ? { type: 'custom', formula1: formulaText(acceptance(validation), cell.sheet, names) }
        : { type: accepts === 'whole' ? 'whole' : 'decimal', ...between };
  const kind = words.accepts[accepts][lang];
  const range = validation.between === undefined ? '' : `${words.semicolon[lang]}${low} – ${high}`;
  const said = `${kind}${range}${holds === undefined ? '' : words.semicolon[lang] + holds.said}`;
  return {
    ...(limits as unknown as Pick<DataValidation, 'type'>),
    range: addressOf(cell),
    allowBlank: cell.content === null,
    showErrorMessage: true,
    showInputMessage: true,
    errorStyle: 'stop',
    errorTitle: words.notAccepted[lang],
    errorMessage: said,
    inputTitle: words.inputCell[lang],
    inputMessage: said,
  };
}

/** Red where a cell of the range holds the word. */
function writtenAlert(range: Range, word: string, priority: number): ConditionalRule {
  const corner = addressOf(range);
  return {
    type: 'expression',
    priority,
    formula: `NOT(ISERROR(SEARCH("${word}",${corner})))`,
    range: rangeAddress({ ...range, fixed: { rows: false, columns: false } }),
    style: {
      font: { bold: true, color: { rgb: 'B00020' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFD6D6' }, bgColor: { rgb: 'FFD6D6' } },
    },
  };
}

function writtenChart({ kind, title, valueTitle, categories, series, place }: Chart): SheetChart {
  const ranged = (range: Range) =>
    `${quotedSheet(range.sheet)}!${rangeAddress({ ...range, fixed: { rows: true, columns: true } })}`;
  return {
    type: kind === 'line' ? 'line' : 'column',
    ...(kind === 'stacked' ? { barGrouping: 'stacked' as const } : {}),
    title,
    titleFontSize: 11,
    titleBold: true,
    legend: 'bottom',
    gapWidth: 60,
    series: series.map(({ name, values }, i) => {
      const color = palette[i % palette.length];
      return {
        name,
        values: ranged(values),
        categories: ranged(categories),
        color,
        ...(kind === 'line' ? { stroke: { width: 2 }, marker: { symbol: 'circle' as const, size: 4 } } : {}),
      };
    }),
    axes: {
      y: {
        title: valueTitle,
        axisTitleFontSize: 9,
        gridlines: { major: true },
        majorTickMark: 'none',
        minorTickMark: 'none',
        numberFormat: { formatCode: '#,##0' },
      },
    },
    anchor: { from: { row: place.row, col: place.column }, to: { row: place.toRow, col: place.toColumn } },
  };
}
