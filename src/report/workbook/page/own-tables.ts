import { unitNames } from '../../../indicator/table/row.ts';
import { marks, text } from '../../../language/language.ts';
import { cardWords, cellsOf } from '../../../people/table/table-card.ts';
import type { OwnCell, OwnTable } from '../../own-table-input.ts';
import { figure, freeze, growToFit, label, newSheet, put, putLine, putRow } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, type NamedArea, putHead } from '../context.ts';
import type { Format, Sheet } from '../sheet.ts';
import { words } from '../words.ts';

/** Rows of a table beyond which counties are left to its file. */
const MOST_ROWS = 400;

const say = {
  name: text('自定表', 'Own tables'),
  title: text('自定表', "Tables of one's own"),
  subtitle: text(
    '情景 tables: 所定义或由 luohu tabulate 所做的表：各次模拟的平均；不参与任何金额计算。',
    'Tables the scenario defines under tables:, or that luohu tabulate made: means of the replicates. No amount is worked out from them.',
  ),
  cell: text('格', 'Cell'),
  whole: text('合计', 'All'),
  cityAlone: (file: string) =>
    text(
      `行数多，此处只列全市；各县区见 ${file}。`,
      `Many rows: the whole city alone is shown; counties are in ${file}.`,
    ),
  guard: (least: number) =>
    text(
      `少于 ${least} 的格及可由合计推得的格不公布，以 … 表示。`,
      `Cells of fewer than ${least}, and those that would follow from a sum, are withheld and shown as ….`,
    ),
};

/** Tables of one's own, one below the other: a row an area and cell, a column a year. */
export function ownTablesPage(context: Context, tables: readonly OwnTable[]): { readonly sheet: Sheet } {
  const { say: said } = context;
  const most = Math.max(1, ...tables.map(({ years }) => years.length));
  const sheet = newSheet(said(say.name), 'result', [16, 46, ...Array.from({ length: most }, () => 12)]);
  putHead(context, sheet, said(say.title), said(say.subtitle));
  freeze(sheet, FIRST_ROW, 2);
  let row = FIRST_ROW;
  for (const table of tables) row = putOwn(context, sheet, row, table) + 1;
  return { sheet };
}

/** Puts one table; answers with the row after it. */
function putOwn(context: Context, sheet: Sheet, first: number, { card, years, areas, at }: OwnTable): number {
  const { say: said } = context;
  const last = sheet.widths.length - 1;
  const unit = unitNames[card.unit as keyof typeof unitNames];
  putLine(sheet, first, `${said(card.title)}${said(words.colon)}${said(unit)}`, last, 'section');
  putLine(sheet, first + 1, said(cardWords(card)), last, 'note');
  let row = first + 2;
  if (card.guard !== null) putLine(sheet, row++, said(say.guard(card.guard)), last, 'note');
  const told = (area: string, cell: number): boolean => years.some((year) => at(area, year, cell) !== undefined);
  const cells = cellsOf(card.groups);
  const rowsOf = (area: NamedArea) =>
    cells.map((_, cell) => ({ area, cell })).filter(({ cell }) => told(area.code, cell));
  const all = allAreas(context)
    .filter(({ code }) => areas.includes(code))
    .flatMap(rowsOf);
  const shown = all.length > MOST_ROWS ? all.filter(({ area }) => area.code === 'city') : all;
  if (shown.length < all.length) putLine(sheet, row++, said(say.cityAlone(`tables/${card.name}.csv`)), last, 'note');
  const heading = card.groups.map(({ label: name }) => said(name)).join(marks.comma[context.lang]) || said(say.cell);
  putRow(sheet, row, 0, [said(words.area), heading], 'header');
  for (const [y, year] of years.entries()) put(sheet, row, 2 + y, label(year), { role: 'header', format: 'year' });
  for (const { area, cell } of shown) {
    row++;
    const name = cells[cell].map(({ words: own }) => said(own)).join(marks.comma[context.lang]);
    put(sheet, row, 0, said(area.name), { role: 'rowHeader' });
    put(sheet, row, 1, name === '' ? said(say.whole) : name, { role: 'rowHeader' });
    growToFit(sheet, row);
    for (const [y, year] of years.entries())
      putNumber(sheet, row, 2 + y, at(area.code, year, cell), formatOf(card.unit));
  }
  return row + 1;
}

function putNumber(sheet: Sheet, row: number, column: number, cell: OwnCell | undefined, format: Format): void {
  if (cell?.withheld) put(sheet, row, column, '…');
  else if (cell === undefined || !Number.isFinite(cell.mean)) put(sheet, row, column, null, { role: 'blank' });
  else put(sheet, row, column, figure(cell.mean, 'simulated'), { format });
}

const formatOf = (unit: string): Format => (['persons', 'households', 'events'].includes(unit) ? 'persons' : 'money');
