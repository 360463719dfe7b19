import { type AwardForm, awardForms } from '../../../fiscal/result.ts';
import { freeze, newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, minus, of, plus, times } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import type { CoefficientsPage } from './coefficients.ts';

const say = {
  name: { zh: '到位与结转', en: 'Cash' },
  title: { zh: '奖励资金的提前下达、清算与结转', en: 'Advance, settlement and carry-over of the award' },
  subtitle: {
    zh: '万元。提前下达一部分，其余清算；清算中有一部分次年才到位；未支出的结转下年。',
    en: '10,000 yuan. A part comes in advance, the rest with the settlement, some of it a year late; what is not spent is carried over.',
  },
  lines: {
    awarded: { zh: '核定奖励', en: 'Awarded' },
    advance: { zh: '提前下达', en: 'Advance' },
    settlement: { zh: '清算到位', en: 'Settlement received' },
    received: { zh: '当年到位', en: 'Received in the year' },
    carriedIn: { zh: '上年结转', en: 'Carried in' },
    spent: { zh: '当年支出', en: 'Spent' },
    carriedOut: { zh: '结转下年', en: 'Carried out' },
  },
};
type Line = keyof typeof say.lines;

/** Money as it arrives and is spent, by form and year, in 10,000 yuan. */
export interface CashPage {
  readonly sheet: Sheet;
  readonly line: (form: AwardForm, line: Line, year: number) => Cell;
}

export function cashPage(context: Context, coefficients: CoefficientsPage, award: AwardPage): CashPage {
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
        format: 'money',
        role: key === 'received' ? 'total' : 'body',
        content,
        expected: (year) => inMoney(found.get(`${form} ${year}`)![key]),
      });
      kept.set(`${form} ${key}`, cells);
      return cells;
    };
    const awarded = line('awarded', (year) => of(award.city(form, year)));
    const early = line('advance', (_, i) => times(advance, of(awarded[i])));
    const settled = line('settlement', (_, i) => {
      const own = times(minus(rest, late), of(awarded[i]));
      return i === 0 ? own : plus(own, times(late, of(awarded[i - 1])));
    });
    const received = line('received', (_, i) => plus(of(early[i]), of(settled[i])));
    const unspent = minus(constant(1), coefficients.of('timing.spend_share'));
    const carriedIn = line('carriedIn', (_, i, before) =>
      i === 0 ? constant(0) : times(unspent, plus(of(received[i - 1]), of(before[i - 1]))),
    );
    const spent = line('spent', (_, i) =>
      times(coefficients.of('timing.spend_share'), plus(of(received[i]), of(carriedIn[i]))),
    );
    line('carriedOut', (_, i) => minus(plus(of(received[i]), of(carriedIn[i])), of(spent[i])));
    table.skip();
  }
  return { sheet, line: (form, key, year) => kept.get(`${form} ${key}`)![years.indexOf(year)] };
}
