import { type Group, groups, type Measure } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, over, times } from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { ServedPage } from './served.ts';

const say = {
  name: { zh: '服务需求', en: 'Demand' },
  title: { zh: '公共服务需求：分县分年', en: 'Service demand by county and year' },
  subtitle: {
    zh: '由人数按标准逐项计算，不用总量比例推算。全市按户籍状态分列；县区列合计。学位、教职工与班级按班额和师生比折算。',
    en: 'Worked out from persons and standards, not from ratios of totals. The city is split by register status; counties show totals. Staff and classes follow from class sizes and pupil-staff ratios.',
  },
  measure: { zh: '服务', en: 'Service' },
  unit: { zh: '单位', en: 'Unit' },
  status: { zh: '户籍状态', en: 'Status' },
};

/** Quantity of each measure by area (`city` too) and year. */
export interface DemandPage {
  readonly sheet: Sheet;
  readonly total: (measure: string, area: string, year: number) => Cell;
}

export function demandPage(context: Context, coefficients: CoefficientsPage, served: ServedPage): DemandPage {
  const { result, say: text } = context;
  const { years, measures, counts } = result;
  const sheet = newSheet(text(say.name), 'result', [16, 30, 12, 24, ...years.map(() => 10)], {
    titleRow: FIRST_ROW,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 4);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.measure), text(say.unit), text(say.status)]);
  const found = new Map(result.demand.map((row) => [`${row.measure} ${row.area} ${row.year}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  const persons = (area: string, { counter }: Measure, group: Group, year: number) =>
    of(served.count(area, counter, group, year));
  const city = allAreas(context)[0];
  for (const own of measures) {
    const names = (status: string) => [text(city.name), text(own.name), text(own.unit), status];
    const ofGroup = groups
      .filter((group) => own.factors[group] !== undefined)
      .map((group) =>
        table.line({
          names: names(text(words.groups[group])),
          format: 'persons',
          content: (year) =>
            scaled(own, taken(own, group, persons('city', own, group, year), coefficients), year, coefficients),
          expected: (year) => found.get(`${own.id} city ${year}`)?.byGroup[group],
        }),
      );
    const cells = table.line({
      names: names(text(words.total)),
      format: 'persons',
      role: 'total',
      content: (_, i) => added(ofGroup.map((line) => of(line[i]))),
      expected: (year) => found.get(`${own.id} city ${year}`)?.total,
    });
    kept.set(`${own.id} city`, cells);
  }
  for (const { code, name } of counts.areas)
    for (const own of measures) {
      const cells = table.line({
        names: [text(name), text(own.name), text(own.unit), text(words.total)],
        format: 'persons',
        content: (year) => {
          const all = added(
            groups
              .filter((group) => own.factors[group] !== undefined)
              .map((group) => taken(own, group, persons(code, own, group, year), coefficients)),
          );
          return scaled(own, all, year, coefficients);
        },
        expected: (year) => found.get(`${own.id} ${code} ${year}`)?.total,
      });
      kept.set(`${own.id} ${code}`, cells);
    }
  return { sheet, total: (measure, area, year) => kept.get(`${measure} ${area}`)![years.indexOf(year)] };
}

/** Persons of a group that take the service, by the access of that group. */
export function taken(
  { factors }: Measure,
  as: Group,
  persons: Expression,
  coefficients: CoefficientsPage,
): Expression {
  return (factors[as] ?? []).map((id) => coefficients.of(id)).reduce((whole, factor) => times(whole, factor), persons);
}

/** What persons need in the unit of the measure: scaled, and times or over the standard of the year. */
export function scaled(
  { per, divides, scale }: Measure,
  persons: Expression,
  year: number,
  coefficients: CoefficientsPage,
): Expression {
  const own = scale === 1 ? persons : times(persons, constant(scale));
  if (per === null) return own;
  return (divides ? over : times)(own, coefficients.dated(per, year));
}
