import { type AwardForm, awardForms } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, later, minus, of, plus, times } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { BudgetPage } from './budget.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { InputsPage } from './inputs.ts';

const say = {
  name: { zh: '到位与结转', en: 'Cash' },
  title: { zh: '奖励资金的提前下达、清算与结转', en: 'Advance, settlement and carry-over of the award' },
  subtitle: {
    zh: '万元，市县合计。提前下达一部分，其余清算；清算中有一部分次年才到位；未支出的结转下年。“填报”表填有下达数、决算数的年份以填报数为准。',
    en: '10,000 yuan, city and counties. A part comes in advance, the rest with the settlement, some of it a year late; what is not spent is carried over. Amounts typed on the sheet Inputs stand in place of the rule.',
  },
  lines: {
    awarded: { zh: '核定奖励（两部分合计）', en: 'Awarded, both parts' },
    advance: { zh: '提前下达', en: 'Advance' },
    settlement: { zh: '清算到位', en: 'Settlement received' },
    received: { zh: '当年到位', en: 'Received in the year' },
    carriedIn: { zh: '上年结转', en: 'Carried in' },
    spent: { zh: '当年支出', en: 'Spent' },
    carriedOut: { zh: '结转下年', en: 'Carried out' },
    spentShare: { zh: '支出率（支出 ÷ 可用资金，含上年结转）', en: 'Spent over what was at hand, carry-over included' },
  },
};
type Line = keyof typeof say.lines;
const lines = Object.keys(say.lines) as Line[];

/** Money as it arrives and is spent, by form and year, in 10,000 yuan. */
export interface CashPage {
  readonly sheet: Sheet;
  readonly line: (form: AwardForm, line: Line, year: number) => Cell;
}

export function cashPage(
  context: Context,
  coefficients: CoefficientsPage,
  inputs: InputsPage,
  budget: BudgetPage,
): CashPage {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [28, ...years.map(() => 11)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const advance = coefficients.of('timing.advance_share');
  const rest = minus(constant(1), advance);
  const late = times(rest, coefficients.of('timing.late_share'));
  const found = new Map(result.award.cash.map((row) => [`${row.form} ${row.year}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  for (const form of awardForms) {
    table.section(text(words.forms[form]));
    table.head([text(words.item)]);
    const line = (
      key: Line,
      content: (year: number, i: number, before: readonly Cell[]) => Expression,
    ): readonly Cell[] => {
      const cells = table.line({
        names: [text(say.lines[key])],
        format: key === 'spentShare' ? 'share' : 'money',
        role: key === 'received' ? 'total' : 'body',
        content,
        expected: (year) => {
          const value = found.get(`${form} ${year}`)![key];
          return Number.isNaN(value) ? undefined : key === 'spentShare' ? value : inMoney(value);
        },
      });
      kept.set(`${form} ${key}`, cells);
      return cells;
    };
    const stated = (year: number, then: Expression, otherwise: Expression): Expression =>
      choose(inputs.receivedTyped(year), '>', constant(0), then, otherwise);
    const awarded = line('awarded', (year) =>
      added(
        (['settlersAward', 'childrenAward'] as const).map((part) =>
          of(budget.formLine(part, form, 'local', 'city', year)),
        ),
      ),
    );
    const early = line('advance', (year, i) => stated(year, constant(0), times(advance, of(awarded[i]))));
    const settled = line('settlement', (year, i) => {
      const own = times(minus(rest, late), of(awarded[i]));
      if (i === 0) return stated(year, of(awarded[i]), own);
      const lateNow = stated(year - 1, constant(0), times(late, of(awarded[i - 1])));
      return stated(year, of(awarded[i]), plus(own, lateNow));
    });
    const received = line('received', (_, i) => plus(of(early[i]), of(settled[i])));
    const rowOf = (key: Line): number => received[0].row + lines.indexOf(key) - lines.indexOf('received');
    const carriedIn = line('carriedIn', (year, i) =>
      inputs.or(
        'city',
        'carried_in',
        year,
        i === 0 ? constant(0) : later(sheet, rowOf('carriedOut'), received[i - 1].column),
      ),
    );
    const atHand = (i: number) => plus(of(received[i]), of(carriedIn[i]));
    const spent = line('spent', (year, i) =>
      inputs.or('city', 'spent', year, times(coefficients.of('timing.spend_share'), atHand(i))),
    );
    line('carriedOut', (_, i) => minus(atHand(i), of(spent[i])));
    line('spentShare', (_, i) => ratio(of(spent[i]), atHand(i)));
    table.skip();
  }
  return { sheet, line: (form, key, year) => kept.get(`${form} ${key}`)![years.indexOf(year)] };
}
