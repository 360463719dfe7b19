import { freeze, newSheet, putLine } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import type { Sheet } from '../sheet.ts';
import { putTable } from './text-table.ts';

const say = {
  name: { zh: '签批', en: 'Sign-off' },
  title: { zh: '审核与签批', en: 'Review and sign-off' },
  subtitle: {
    zh: '本表为模拟测算，含未公布系数的假设，不是上级核定的分配结果；签批前请核对“系数”与“假设与来源”。',
    en: 'A simulated estimate with assumptions for coefficients that are not published, not an allotment. Check Coefficients and Assumptions before signing.',
  },
  head: [
    { zh: '环节', en: 'Step' },
    { zh: '单位与姓名', en: 'Office and name' },
    { zh: '意见', en: 'Opinion' },
    { zh: '签字', en: 'Signature' },
    { zh: '日期', en: 'Date' },
  ],
  steps: [
    { zh: '编制', en: 'Prepared by' },
    { zh: '业务科室复核', en: 'Checked by the section' },
    { zh: '公安部门核对落户人数', en: 'Settled persons checked with the police' },
    { zh: '教育部门核对随迁子女', en: 'Children checked with the education office' },
    { zh: '预算部门审核', en: 'Reviewed by the budget section' },
    { zh: '分管负责人', en: 'Approved by' },
  ],
  changes: { zh: '系数改动记录', en: 'Coefficients changed' },
  changeHead: [
    { zh: '系数', en: 'Coefficient' },
    { zh: '原值', en: 'Was' },
    { zh: '改为', en: 'Now' },
    { zh: '依据（文号）', en: 'On what ground (document)' },
    { zh: '改动人与日期', en: 'By whom and when' },
  ],
};

const EMPTY_CHANGES = 8;
/** A box to be filled in. */
const free = { content: null, role: 'input', format: 'text' } as const;

/** Boxes for names, opinions and signatures, and a record of the coefficients somebody changed. */
export function signOffPage(context: Context): { readonly sheet: Sheet } {
  const { say: text } = context;
  const sheet = newSheet(text(say.name), 'text', [30, 28, 40, 22, 18], { single: true });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 0);
  const next = putTable(
    sheet,
    FIRST_ROW,
    say.head.map(text),
    say.steps.map((step) => [text(step), free, free, free, free]),
  );
  for (let row = FIRST_ROW + 1; row < next; row++) sheet.heights.set(row, 42);
  putLine(sheet, next + 1, text(say.changes), sheet.widths.length - 1, 'section');
  const last = putTable(
    sheet,
    next + 2,
    say.changeHead.map(text),
    Array.from({ length: EMPTY_CHANGES }, () => [free, free, free, free, free]),
  );
  for (let row = next + 3; row < last; row++) sheet.heights.set(row, 24);
  return { sheet };
}
