import type { ComparisonRow } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { figure, growToFit, newSheet, put, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, over, plus, power, times } from '../expression.ts';
import type { Expression, Sheet } from '../sheet.ts';
import { supportName, words } from '../words.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { LifetimePage } from './lifetime.ts';
import type { PerPersonPage } from './per-person.ts';

const say = {
  name: { zh: '对照', en: 'Comparison' },
  title: { zh: '与公开的人均市民化成本估算对照', en: 'Published estimates per person beside ours' },
  subtitle: (year: number) => ({
    zh: `元/人。公开估算多为多年合计，只作对照，不作年度支出；均折到 ${year} 年价格。多年合计的本表数取“终身成本”表一家三口人均的现值。`,
    en: `Yuan a person. Most estimates add up many years; they stand beside ours and are never a yearly flow. Both at prices of ${year}. Beside lifetimes stands the present value of a family of three, a head (sheet Cost of a life).`,
  }),
  head: [
    { zh: '作者与年份', en: 'Author and year' },
    words.area,
    { zh: '内容', en: 'Component' },
    { zh: '口径', en: 'Basis' },
    { zh: '公开值', en: 'Published' },
    { zh: '折价格年份', en: 'At our prices' },
    { zh: '本表', en: 'Ours' },
    { zh: '为何不同', en: 'Why they differ' },
    words.mark,
    words.source,
  ],
  basis: { lifetime: { zh: '多年合计', en: 'Lifetime' }, yearly: { zh: '年度', en: 'Yearly' } },
  none: { zh: '无对应', en: 'nothing alike' },
};

export function comparisonPage(
  context: Context,
  coefficients: CoefficientsPage,
  perPerson: PerPersonPage,
  lifetime: LifetimePage,
): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { priceYear } = result;
  const sheet = newSheet(text(say.name), 'text', [26, 12, 28, 10, 13, 13, 13, 60, 13, 44], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle(priceYear)));
  putRow(sheet, FIRST_ROW, 0, say.head.map(text), 'header');
  const rise = (years: number): Expression =>
    power(plus(constant(1), coefficients.of('price.deflator')), constant(years));
  const oursOf = ({ services, money, basis, shown }: ComparisonRow): Expression => {
    const whole =
      basis === 'yearly'
        ? added(
            services!
              .filter((service) => perPerson.has(service))
              .map((service) => of(perPerson.service(money, service, shown))),
          )
        : added(services!.filter(lifetime.has).map((service) => of(lifetime.reference(service))));
    return shown === priceYear ? whole : over(whole, rise(shown - priceYear));
  };
  for (const [i, row] of result.comparison.entries()) {
    const line = FIRST_ROW + 1 + i;
    put(sheet, line, 0, text({ zh: `${row.author.zh}，${row.year}年`, en: `${row.author.en}, ${row.year}` }), {
      role: 'rowHeader',
    });
    put(sheet, line, 1, text(row.region));
    put(sheet, line, 2, text(row.component));
    put(sheet, line, 3, text(say.basis[row.basis]));
    const published = put(sheet, line, 4, figure(row.value, row.mark), { format: 'persons' });
    put(sheet, line, 5, times(of(published), rise(priceYear - row.year)), {
      format: 'persons',
      expected: row.atPriceYear,
    });
    if (row.services === null || row.ours === null) put(sheet, line, 6, text(say.none));
    else put(sheet, line, 6, oursOf(row), { format: 'persons', expected: row.ours });
    put(sheet, line, 7, text(row.explanation));
    put(sheet, line, 8, text(supportName[row.mark]));
    put(sheet, line, 9, text(row.source));
    growToFit(sheet, line);
  }
  return { sheet };
}
