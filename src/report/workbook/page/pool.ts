import { type AwardForm, awardTiers } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, minus, of, over, plus, power, range, sumProduct, times } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';

const say = {
  name: { zh: '资金盘子', en: 'Pool' },
  title: { zh: '奖励资金总额与单位标准', en: 'The pool of the award and what a person brings' },
  subtitle: {
    zh: '总额由上级确定；各地落户人数增加而总额不变时，人均标准被摊薄。定额补助取“定额年份”当年的标准，以后各年不变。',
    en: 'The envelope is set above the city; when more people settle everywhere and it stays the same, each brings less. The fixed amount keeps the standard of one year for all years.',
  },
  envelope: { zh: '资金总额（万元）', en: 'Envelope (10,000 yuan)' },
  weighted: { zh: '盘子内退坡后加权落户人数', en: 'Weighted settlers of the pool after step-down' },
  share: { zh: '其中随迁子女部分的比重', en: 'Part of it for accompanying children' },
  children: { zh: '盘子内随迁子女（人）', en: 'Accompanying children of the pool (persons)' },
  isFixedYear: { zh: '是否定额年份（1 为是）', en: 'Year of the fixed amount (1 = yes)' },
  perSettler: { zh: '每加权落户人（元）', en: 'A weighted settler (yuan)' },
  perChild: { zh: '每名随迁子女（元）', en: 'A child (yuan)' },
};

/** What a weighted settler and a child bring, by form and year, in yuan. */
export interface PoolPage {
  readonly sheet: Sheet;
  readonly perSettler: (form: AwardForm, year: number) => Cell;
  readonly perChild: (form: AwardForm, year: number) => Cell;
}

/**
 * The jurisdiction whose envelope is shared.
 *   1 the envelope, its weighted settlers and its children
 *   2 what the envelope of each year gives a weighted settler and a child
 *   3 the same of the year of the fixed amount, for all years
 */
export function poolPage(context: Context, coefficients: CoefficientsPage): PoolPage {
  const { result, say: text } = context;
  const { award } = result;
  const value = coefficients.of;
  const years = poolYears(context);
  const sheet = newSheet(text(say.name), 'base', [36, ...years.map(() => 11)], { titleColumns: 1, single: true });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW);
  const yearCells = table.head([text(words.year)]);
  const found = (year: number) => award.pool.find((own) => own.year === year);

  const since = (start: 'award.first_year' | 'award.children_from', i: number, then: Expression): Expression =>
    choose(of(yearCells[i]), '<', value(start), constant(0), then);
  const envelope = table.line({
    names: [text(say.envelope)],
    format: 'money',
    content: (year, i) =>
      since('award.first_year', i, over(coefficients.dated('award.envelope', year), constant(10_000))),
    expected: (year) => inMoney(found(year)?.envelopeYuan),
  });
  const [outer, inner] = [value('pool.share.other_province'), value('pool.share.province')];
  const shares = { other_province: outer, province: inner, same_city: minus(constant(1), outer, inner) };
  const mix = added(awardTiers.map((tier) => times(value(`award.weight.${tier}`), shares[tier])));
  const childrenIn = (year: number): Expression => {
    const { year: from } = coefficients.get('pool.children');
    const grown = power(plus(constant(1), value('pool.children_growth')), constant(year - (from ?? year)));
    return times(value('pool.children'), grown);
  };
  const weighted = table.line({
    names: [text(say.weighted)],
    format: 'persons',
    content: (year) =>
      times(
        mix,
        minus(constant(1), value('pool.reclassified_share')),
        stepped(value, award.steps, (age) => coefficients.dated('pool.settlers', year - award.lag - age)),
      ),
    expected: (year) => found(year)?.weighted,
  });
  const children = table.line({
    names: [text(say.children)],
    format: 'persons',
    content: (year) => childrenIn(year - award.lag),
    expected: (year) => found(year)?.children,
  });

  const rate = (form: AwardForm, year: number) => award.rates.find((own) => own.form === form && own.year === year);
  table.section(text(words.forms.envelope));
  const share = table.line({
    names: [text(say.share)],
    format: 'share',
    content: (_, i) => since('award.children_from', i, value('award.children_share')),
    expected: (year) => found(year)?.childrenShare,
  });
  const perSettler = table.line({
    names: [text(say.perSettler)],
    format: 'yuan',
    content: (_, i) =>
      ratio(times(of(envelope[i]), constant(10_000), minus(constant(1), of(share[i]))), of(weighted[i])),
    expected: (year) => rate('envelope', year)?.yuanPerWeightedSettler,
  });
  const perChild = table.line({
    names: [text(say.perChild)],
    format: 'yuan',
    content: (_, i) => ratio(times(of(envelope[i]), constant(10_000), of(share[i])), of(children[i])),
    expected: (year) => rate('envelope', year)?.yuanPerChild,
  });

  table.section(text(words.forms.fixed));
  const flags = table.line({
    names: [text(say.isFixedYear)],
    format: 'year',
    content: (_, i) => choose(of(yearCells[i]), '=', value('award.fixed_year'), constant(1), constant(0)),
  });
  const whole = (cells: readonly Cell[]) => range(cells[0], cells.at(-1)!, { rows: true, columns: true });
  const fixedSettler = table.line({
    names: [text(say.perSettler)],
    format: 'yuan',
    content: (_, i) => since('award.first_year', i, sumProduct(whole(flags), whole(perSettler))),
    expected: (year) => rate('fixed', year)?.yuanPerWeightedSettler,
  });
  const fixedChild = table.line({
    names: [text(say.perChild)],
    format: 'yuan',
    content: (_, i) => since('award.children_from', i, sumProduct(whole(flags), whole(perChild))),
    expected: (year) => rate('fixed', year)?.yuanPerChild,
  });
  const at = (cells: readonly Cell[], year: number) => cells[years.indexOf(year)];
  return {
    sheet,
    perSettler: (form, year) => at(form === 'envelope' ? perSettler : fixedSettler, year),
    perChild: (form, year) => at(form === 'envelope' ? perChild : fixedChild, year),
  };
}

/**
 * From the first year whose envelope is known, so that the fixed amount may take an early one, to the last in which a settler of the
 * run's last year is counted.
 */
function poolYears({ result: { coefficients, years, award } }: Context): number[] {
  const known = coefficients
    .map(({ id }) => /^award\.envelope\.(\d{4})$/.exec(id)?.[1])
    .filter((year) => year !== undefined);
  const first = Math.min(years[0], ...known.map(Number));
  const last = Math.max(...award.pool.map(({ year }) => year), years.at(-1)!);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
