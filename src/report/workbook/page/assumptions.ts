import { unitName } from '../../../scenario/unit-names.ts';
import { newSheet, putLine } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { of } from '../expression.ts';
import type { Sheet } from '../sheet.ts';
import { supportName, words } from '../words.ts';
import { type CoefficientsPage, titleOf } from './coefficients.ts';
import { putTable } from './text-table.ts';

const say = {
  name: { zh: '假设与来源', en: 'Assumptions' },
  title: { zh: '假设与来源', en: 'Assumptions and sources' },
  subtitle: {
    zh: '没有公布依据的系数逐条列出；数值随“系数”表变动。取得正式文件后在“系数”表改值即可。',
    en: 'Every coefficient nobody published, with its reason; values follow the sheet Coefficients. Once an official figure is at hand, change it there.',
  },
  head: [
    { zh: '项目', en: 'Item' },
    { zh: '数值', en: 'Value' },
    words.unit,
    { zh: '下限', en: 'Low' },
    { zh: '上限', en: 'High' },
    words.mark,
    { zh: '理由、来源与说明', en: 'Reason, source and note' },
  ],
  notes: { zh: '易误读之处与限度', en: 'Traps avoided, and what the figures cannot tell' },
  missing: { zh: '据以正式测算前须取得的文件', en: 'To be obtained before a figure is official' },
  toObtain: [
    {
      zh: '财预〔2022〕60号第五条以后的全文（财政部预算司）',
      en: '财预〔2022〕60号, articles 5 onward (Ministry of Finance, budget department)',
    },
    { zh: '历年下达通知所附的分配表', en: 'the allotment tables attached to the yearly notices' },
    { zh: '本省（区）奖励资金管理办法与对下分配办法', en: "the province's award rule and how it shares the money out" },
    { zh: '公安机关按来源和年度分列的落户人数', en: 'police counts of settled persons by origin and year' },
  ],
};

/** Every coefficient that is not published, its reason and range; then the traps, and what is still to be obtained. */
export function assumptionsPage(context: Context, coefficients: CoefficientsPage): { readonly sheet: Sheet } {
  const { result, say: text, lang } = context;
  const sheet = newSheet(text(say.name), 'text', [34, 15, 14, 13, 13, 12, 66], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  const order = ['assumption', 'recalled', 'derived'] as const;
  const unpublished = order.flatMap((mark) => result.coefficients.filter((own) => own.mark === mark));
  let row = putTable(
    sheet,
    FIRST_ROW,
    say.head.map(text),
    unpublished.map((coefficient) => {
      const { id, unit, mark, source, note } = coefficient;
      const { value, low, high } = coefficients.cells(id);
      const { format } = value;
      return [
        text(titleOf(coefficient)),
        { content: of(value), format },
        unitName(unit, lang),
        { content: of(low), format },
        { content: of(high), format },
        text(supportName[mark]),
        [text(source), text(note)].filter((said) => said !== '').join('\n'),
      ];
    }),
  );
  const last = sheet.widths.length - 1;
  const list = (title: string, lines: readonly string[]) => {
    putLine(sheet, ++row, title, last, 'section');
    for (const [i, line] of lines.entries()) putLine(sheet, ++row, `${i + 1}. ${line}`, last, 'note');
    row++;
  };
  list(text(say.notes), result.notes.map(text));
  list(text(say.missing), say.toObtain.map(text));
  return { sheet };
}
