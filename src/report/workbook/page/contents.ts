import { text } from '../../../language/language.ts';
import { label, newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import type { Role, Sheet } from '../sheet.ts';
import { supportFinder } from '../support.ts';
import { putTable } from './text-table.ts';

const say = {
  name: text('目录', 'Contents'),
  title: text('目录', 'Contents'),
  subtitle: text(
    '黄色标签的表可填可改；深蓝为结果；灰色为过程；绿色为文字。',
    'Sheets with a yellow tab take entries; dark blue: results; grey: the steps behind them; green: words.',
  ),
  head: [
    text('表', 'Sheet'),
    text('标题', 'Title'),
    text('内容', 'What it shows'),
    text('数字', 'Figures'),
    text('其中含 ※', 'Of them with ※'),
  ],
  all: text('全书', 'The whole book'),
};

/** All sheets by name, title and what they show, with how many figures each has and how many of them rest on an assumption. */
export function contentsPage(context: Context, sheets: readonly Sheet[]): Sheet {
  const { say: said } = context;
  const sheet = newSheet(said(say.name), 'text', [20, 40, 94, 10, 12], { titleRow: FIRST_ROW });
  putHead(context, sheet, said(say.title), said(say.subtitle));
  const supportOf = supportFinder();
  const counted = sheets.map((own) => {
    const supports = [...own.cells.values()].flatMap((cell) => (cell.format === 'text' ? [] : (supportOf(cell) ?? [])));
    return { own, figures: supports.length, assumed: supports.filter((support) => support === 'assumption').length };
  });
  const number = (value: number, role: Role = 'body') => ({ content: label(value), role, format: 'persons' as const });
  const words = (own: Sheet, row: number): string => String(own.cells.get(`${row},0`)?.content ?? '');
  putTable(sheet, FIRST_ROW, say.head.map(said), [
    ...counted.map(({ own, figures, assumed }) => [
      own.name,
      words(own, 0),
      words(own, 1),
      number(figures),
      number(assumed),
    ]),
    [
      { content: said(say.all), role: 'total' },
      ...['', ''].map((content) => ({ content, role: 'total' as const })),
      number(
        counted.reduce((sum, { figures }) => sum + figures, 0),
        'total',
      ),
      number(
        counted.reduce((sum, { assumed }) => sum + assumed, 0),
        'total',
      ),
    ],
  ]);
  return sheet;
}
