import { type Service, services } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of } from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { ServedPage } from './served.ts';
import type { SettledPage } from './settled.ts';

const say = {
  name: { zh: '人均成本', en: 'Per person' },
  title: {
    zh: '多一名落户者与多一名持证者的年度成本',
    en: 'Yearly cost of one settled person and of one permit holder',
  },
  subtitle: {
    zh: '元/人·年，现价，运行成本，平均到模拟期内落户且年末在住的每一人。差额才是落户本身增加的支出。',
    en: 'Yuan a person and year, current prices, running cost, over all who settled during the run and live here. Only the difference is what settling itself adds.',
  },
  measures: {
    settledPublic: { zh: '已落户者：财政负担', en: 'Settled: public payers' },
    asPermitPublic: { zh: '同一批人如仍持居住证：财政负担', en: 'The same people as permit holders: public payers' },
    marginalPublic: { zh: '落户新增的财政支出', en: 'What settling adds: public payers' },
    settledPrivate: { zh: '已落户者：个人与单位负担', en: 'Settled: households and employers' },
    asPermitPrivate: {
      zh: '同一批人如仍持居住证：个人与单位负担',
      en: 'The same people as permit holders: households and employers',
    },
    marginalPrivate: { zh: '落户新增的个人与单位支出', en: 'What settling adds: households and employers' },
  },
};
type Measured = keyof typeof say.measures;

/** Yuan a settled person and year. */
export interface PerPersonPage {
  readonly sheet: Sheet;
  readonly service: (measured: Measured, service: Service, year: number) => Cell;
  readonly total: (measured: Measured, year: number) => Cell;
  /** Whether a service has running costs here. */
  readonly has: (service: Service) => boolean;
}

export function perPersonPage(context: Context, served: ServedPage, settled: SettledPage): PerPersonPage {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [34, ...years.map(() => 11)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const found = new Map(result.perPerson.map((row) => [`${row.service} ${row.year}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  const at = (key: string, i: number): Cell => kept.get(key)![i];
  const paid = services.filter((service) =>
    result.items.some((item) => item.service === service && item.kind === 'operating'),
  );
  const contents: Record<Measured, (service: Service, year: number, i: number) => Expression> = {
    settledPublic: (service, year) => each(service, 'settled', 'public', year),
    asPermitPublic: (service, year) => each(service, 'permit', 'public', year),
    marginalPublic: (service, _, i) =>
      minus(of(at(`settledPublic ${service}`, i)), of(at(`asPermitPublic ${service}`, i))),
    settledPrivate: (service, year) => each(service, 'settled', 'private', year),
    asPermitPrivate: (service, year) => each(service, 'permit', 'private', year),
    marginalPrivate: (service, _, i) =>
      minus(of(at(`settledPrivate ${service}`, i)), of(at(`asPermitPrivate ${service}`, i))),
  };
  function each(service: Service, view: 'settled' | 'permit', whose: 'public' | 'private', year: number): Expression {
    return ratio(settled.service(service, view, whose, year), of(served.count('city', 'residents', 'settled', year)));
  }
  for (const [n, measured] of (Object.keys(say.measures) as Measured[]).entries()) {
    if (n > 0 && n % 2 === 0) sheet.breaks.push(table.row() - 1);
    table.section(text(say.measures[measured]));
    table.head([text(words.item)]);
    for (const service of paid)
      kept.set(
        `${measured} ${service}`,
        table.line({
          names: [text(words.services[service])],
          format: 'yuan',
          content: (year, i) => contents[measured](service, year, i),
          expected: (year) => found.get(`${service} ${year}`)?.[measured],
        }),
      );
    kept.set(
      `${measured} total`,
      table.line({
        names: [text(words.total)],
        format: 'yuan',
        role: 'total',
        content: (_, i) => added(paid.map((service) => of(at(`${measured} ${service}`, i)))),
      }),
    );
    table.skip();
  }
  return {
    sheet,
    service: (measured, service, year) => at(`${measured} ${service}`, years.indexOf(year)),
    total: (measured, year) => at(`${measured} total`, years.indexOf(year)),
    has: (service) => paid.includes(service),
  };
}
