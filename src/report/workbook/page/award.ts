import { type AwardForm, awardForms } from '../../../fiscal/result.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of, range, sum } from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardCalculationPage } from './award-calculation.ts';

const say = {
  name: { zh: '奖励资金', en: 'Award' },
  title: { zh: '农业转移人口市民化奖励资金：分县分年', en: 'Award fund by county and year' },
  subtitle: {
    zh: '单位：万元。两种形式并列：总额分配，或定额补助；分配办法未全文公布，系数为假设。',
    en: '10,000 yuan. Two lawful forms side by side: a share of the envelope, or a fixed amount a person. The rule is not published in full; the coefficients are assumptions.',
  },
  difference: { zh: '定额补助减总额分配', en: 'Fixed amount less share of the envelope' },
  city: { zh: '全市区间', en: 'The city and its interval' },
  mean: { zh: '平均', en: 'mean' },
};

/** Totals of the city by form and year, in 10,000 yuan. */
export interface AwardPage {
  readonly sheet: Sheet;
  readonly city: (form: AwardForm, year: number) => Cell;
  /** The year over the columns. */
  readonly head: (year: number) => Cell;
}

/** The award as it is printed: counties down, years across, one table a form, their difference, and the city's intervals. */
export function awardPage(context: Context, calculation: AwardCalculationPage): AwardPage {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [28, ...years.map(() => 10), 12], { titleColumns: 1, single: true });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const kept = new Map<string, readonly Cell[]>();
  const heads: (readonly Cell[])[] = [];
  const tableOf = (title: string, content: (area: string, year: number) => Expression, key: string) => {
    table.section(title);
    heads.push(table.head([text(words.area)], [text(words.total)]));
    for (const { code, name } of [...result.counts.areas, allAreas(context)[0]])
      kept.set(
        `${key} ${code}`,
        table.line({
          names: [text(name)],
          format: 'money',
          role: code === 'city' ? 'total' : 'body',
          content: (year) => content(code, year),
          after: [(cells) => sum(range(cells[0], cells.at(-1)!))],
        }),
      );
    table.skip();
  };
  for (const form of awardForms)
    tableOf(text(words.forms[form]), (area, year) => of(calculation.total(form, area, year)), form);
  tableOf(
    text(say.difference),
    (area, year) => minus(of(calculation.total('fixed', area, year)), of(calculation.total('envelope', area, year))),
    'difference',
  );
  table.section(text(say.city));
  table.head([text(words.item)], ['']);
  for (const form of awardForms) {
    const line = (name: string, content: (year: number) => Expression) =>
      table.line({
        names: [`${text(words.formsShort[form])}${text(words.colon)}${name}`],
        format: 'money',
        content,
        after: [null],
      });
    line(text(say.mean), (year) => of(calculation.total(form, 'city', year)));
    for (const quantile of ['p10', 'p50', 'p90'] as const)
      line(quantile.toUpperCase(), (year) => of(calculation.quantile(form, quantile, 'city', year)));
  }
  return {
    sheet,
    city: (form, year) => kept.get(`${form} city`)![years.indexOf(year)],
    head: (year) => heads[0][years.indexOf(year)],
  };
}
