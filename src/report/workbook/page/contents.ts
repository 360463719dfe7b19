import { text } from '../../../language/language.ts';
import { newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import type { Sheet } from '../sheet.ts';
import { putTable } from './text-table.ts';

const say = {
  name: text('目录', 'Contents'),
  title: text('目录', 'Contents'),
  subtitle: text(
    '黄色标签的表可填可改；深蓝为结果；灰色为过程；绿色为文字。',
    'Sheets with a yellow tab take entries; dark blue: results; grey: the steps behind them; green: words.',
  ),
  head: [text('表', 'Sheet'), text('标题', 'Title'), text('内容', 'What it shows')],
};

/** The sheets that follow, by name, title and what they show. */
export function contentsPage(context: Context, sheets: readonly Sheet[]): Sheet {
  const { say: said } = context;
  const sheet = newSheet(said(say.name), 'text', [20, 44, 110], { titleRow: FIRST_ROW });
  putHead(context, sheet, said(say.title), said(say.subtitle));
  const words = (own: Sheet, row: number): string => String(own.cells.get(`${row},0`)?.content ?? '');
  putTable(
    sheet,
    FIRST_ROW,
    say.head.map(said),
    sheets.map((own) => [own.name, words(own, 0), words(own, 1)]),
  );
  return sheet;
}
