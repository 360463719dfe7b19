import { givenAs } from '../../../fiscal/lifetime.ts';
import {
  families,
  type Group,
  groups,
  type LifeStage,
  lifeStages,
  type Measure,
  publicPayers,
  REFERENCE_FAMILY,
  type Service,
  services,
  settlingAges,
} from '../../../fiscal/result.ts';
import { type Localized, text } from '../../../language/language.ts';
import { schoolStages } from '../../../population/codes.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, growToFit, label, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import {
  choose,
  constant,
  largest,
  minus,
  of,
  over,
  plus,
  power,
  range,
  smallest,
  sumProduct,
  times,
} from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import type { CoefficientsPage } from './coefficients.ts';
import { scaled, taken } from './demand.ts';
import type { ServedPage } from './served.ts';
import type { StandardsPage } from './standards.ts';

const say = {
  name: text('终身成本', 'Cost of a life'),
  title: text('一名落户者、一户落户家庭一生的公共成本', 'What a settler, and a family that settles, costs over a life'),
  subtitle: (year: number) =>
    text(
      `元，各级财政合计，${year}年价格和标准，运行成本；自落户之年折现至“系数”表所列岁数。各人生阶段的使用率取当年全市城镇居民的比例，不是已落户者的计数。`,
      `Yuan, all levels of government, prices and standards of ${year}, running cost; discounted from the year of settling to the age on the sheet Coefficients. Rates of use by stage of life are those of everybody in the city's towns, no count of the settled.`,
    ),
  yearly: {
    settled: text('各阶段一年的成本：已落户', 'A year by stage of life: settled'),
    permit: text('各阶段一年的成本：如仍持居住证', 'A year by stage of life: as permit holder'),
  },
  factor: text('折现：一年后一元相当于今年', 'Discounting: a yuan of next year is worth now'),
  years: text('按落户时岁数：各阶段余下的年数（折现）', 'By age at settling: years left in each stage, discounted'),
  from: text('自（岁）', 'From age'),
  to: text('至（岁）', 'To age'),
  age: text('落户时岁数', 'Age at settling'),
  worth: text('一人一生的成本（现值）', 'A person, present value'),
  byFamily: text('一户一生的成本（现值；家庭为举例）', 'A family, present value (examples)'),
  family: text('家庭', 'Family'),
  head: {
    settled: text('已落户', 'Settled'),
    permit: text('如仍持证', 'As permit holder'),
    added: text('落户新增', 'What settling adds'),
    each: text('人均', 'A head'),
    addedEach: text('人均落户新增', 'A head, what settling adds'),
    seats: text('另：每名17岁以下者一个新建学位（一次性）', 'Apart: a new seat for everybody up to 17 (once)'),
  },
  reference: text(
    '对照用：一家三口（35、35、8岁）人均，按服务',
    'For the sheet Comparison: a family of three (35, 35, 8), a head, by service',
  ),
  note: text(
    '与公开估算的差别见“对照”表逐行说明：公开估算多不折现，含基础设施、建校建房和职工养老缺口，并把落户前已由居住地负担的服务也算作落户成本。',
    'Why published estimates differ is told row by row on the sheet Comparison: mostly undiscounted, with infrastructure, seats, dwellings and the shortfall of employee pensions, and with services the place of residence pays for before anybody settles.',
  ),
  stages: {
    infant: text('0—2岁', '0-2'),
    preschool: text('3—5岁', '3-5'),
    primary: text('6—11岁', '6-11'),
    junior: text('12—14岁', '12-14'),
    senior: text('15—17岁', '15-17'),
    working: text('18—59岁', '18-59'),
    elderly: text('60岁以上', '60 and over'),
  } satisfies Record<LifeStage, Localized>,
};

type View = 'settled' | 'permit';
const townGroups: readonly Group[] = groups.filter((group) => group !== 'village');

export interface LifetimePage {
  readonly sheet: Sheet;
  /** Of the reference family a head, as settled, yuan at the prices of the year of the page. */
  readonly reference: (service: Service) => Cell;
  readonly has: (service: Service) => boolean;
}

/** Section by section: a year of each stage of life, discounted years, a person by age, families, the reference family by service. */
export function lifetimePage(
  context: Context,
  coefficients: CoefficientsPage,
  served: ServedPage,
  standards: StandardsPage,
): LifetimePage {
  const { result, say: said } = context;
  const { lifetime, items } = result;
  const { year } = lifetime;
  const sheet = newSheet(said(say.name), 'result', [44, ...lifeStages.map(() => 15)], { titleColumns: 1 });
  const last = sheet.widths.length - 1;
  putHead(context, sheet, said(say.title), said(say.subtitle(year)));
  freeze(sheet, FIRST_ROW - 1, 1);
  let row = FIRST_ROW - 1;
  const section = (title: Localized, heads: readonly string[]): void => {
    putLine(sheet, row++, said(title), last, 'section');
    putRow(sheet, row++, 0, heads, 'header');
  };
  const stageHeads = [said(words.item), ...lifeStages.map(({ id }) => said(say.stages[id]))];
  const paid = services.filter((service) =>
    items.some((item) => item.service === service && item.kind === 'operating'),
  );
  const yearly = new Map(lifetime.yearly.map((own) => [`${own.service} ${own.stage}`, own]));

  // a year of each stage
  const rows = new Map<string, readonly Cell[]>();
  const rateOf = rates(coefficients, served, year);
  for (const view of ['settled', 'permit'] as const) {
    section(say.yearly[view], stageHeads);
    for (const service of paid) {
      put(sheet, row, 0, said(words.services[service]), { role: 'rowHeader' });
      const cells = lifeStages.map(({ id }, c) => {
        const own = yearly.get(`${service} ${id}`)!;
        const cost = costOf(context, service, (measure) => rateOf(measure.counter, id, view), view, {
          coefficients,
          standards,
          year,
        });
        return put(sheet, row, 1 + c, cost, {
          format: 'yuan',
          expected: view === 'settled' ? own.settled : own.asPermit,
        });
      });
      rows.set(`${view} ${service}`, cells);
      row++;
    }
    put(sheet, row, 0, said(words.total), { role: 'total' });
    const total = lifeStages.map((_, c) =>
      put(sheet, row, 1 + c, added(paid.map((service) => of(rows.get(`${view} ${service}`)![c]))), {
        format: 'yuan',
        role: 'total',
      }),
    );
    rows.set(view, total);
    row += 2;
  }

  // discounted years
  section(say.years, stageHeads);
  put(sheet, row, 0, said(say.factor), { role: 'rowHeader' });
  const one = constant(1);
  const next = over(plus(one, coefficients.of('lifetime.growth')), plus(one, coefficients.of('lifetime.discount')));
  const q = of(put(sheet, row++, 1, next, { format: 'factor' }));
  const bound = (name: Localized, values: readonly (number | null)[]) => {
    put(sheet, row, 0, said(name), { role: 'rowHeader' });
    const cells = values.map((value, c) =>
      value === null ? null : put(sheet, row, 1 + c, label(value), { format: 'year' }),
    );
    row++;
    return cells;
  };
  const from = bound(
    say.from,
    lifeStages.map((stage) => stage.from),
  );
  const to = bound(
    say.to,
    lifeStages.map((stage) => stage.to),
  );
  const end = coefficients.of('lifetime.to_age');
  const years = new Map<number, readonly Cell[]>();
  for (const age of settlingAges) {
    const settling = of(put(sheet, row, 0, label(age), { role: 'rowHeader', format: 'year' }));
    years.set(
      age,
      lifeStages.map((_, c) => {
        const begin = largest(of(from[c]!), settling);
        const last = to[c];
        const until = last === null ? end : smallest(plus(of(last), one), end);
        const left = largest(constant(0), minus(until, begin));
        const worth = choose(q, '=', one, left, over(minus(one, power(q, left)), minus(one, q)));
        return put(sheet, row, 1 + c, times(power(q, minus(begin, settling)), worth), { format: 'factor' });
      }),
    );
    row++;
  }
  row++;
  const lifeOf = (age: number, costs: readonly Cell[]): Expression => {
    const own = years.get(age)!;
    return sumProduct(range(own[0], own.at(-1)!), range(costs[0], costs.at(-1)!));
  };

  // a person
  sheet.breaks.push(row - 1);
  section(say.worth, [said(say.age), said(say.head.settled), said(say.head.permit), said(say.head.added)]);
  const byAge = new Map<number, { readonly settled: Cell; readonly added: Cell }>();
  for (const found of lifetime.ages) {
    put(sheet, row, 0, `${found.age}`, { role: 'rowHeader' });
    const at = (c: number, content: Expression, expected: number): Cell =>
      put(sheet, row, c, content, { format: 'persons', expected });
    const settled = at(1, lifeOf(found.age, rows.get('settled')!), found.settled);
    const permit = at(2, lifeOf(found.age, rows.get('permit')!), found.asPermit);
    byAge.set(found.age, { settled, added: at(3, minus(of(settled), of(permit)), found.added) });
    row++;
  }
  row++;

  // families
  const { head } = say;
  section(say.byFamily, [
    said(say.family),
    ...[head.settled, head.each, head.added, head.addedEach, head.seats].map(said),
  ]);
  growToFit(sheet, row - 1);
  for (const { id, name, ages } of families) {
    const found = lifetime.families.find((own) => own.id === id)!;
    const all = (part: 'settled' | 'added') => added(ages.map((age) => of(byAge.get(age)![part])));
    put(sheet, row, 0, said(name), { role: 'rowHeader' });
    const settled = put(sheet, row, 1, all('settled'), { format: 'persons', expected: found.settled });
    put(sheet, row, 2, over(of(settled), constant(ages.length)), { format: 'persons' });
    const more = put(sheet, row, 3, all('added'), { format: 'persons', expected: found.added });
    put(sheet, row, 4, over(of(more), constant(ages.length)), { format: 'persons' });
    const seats = added(ages.flatMap((age) => seatOf(context, age, standards, year)));
    put(sheet, row, 5, seats, { format: 'persons', expected: found.seats });
    row++;
  }
  row++;

  // the reference family by service
  section(say.reference, [said(words.item), said(head.settled)]);
  const { ages: members } = families.find(({ id }) => id === REFERENCE_FAMILY)!;
  const reference = new Map(
    paid.map((service) => {
      put(sheet, row, 0, said(words.services[service]), { role: 'rowHeader' });
      const whole = added(members.map((age) => lifeOf(age, rows.get(`settled ${service}`)!)));
      const content = over(whole, constant(members.length));
      return [service, put(sheet, row++, 1, content, { format: 'persons', expected: lifetime.reference[service] })];
    }),
  );
  putLine(sheet, row + 1, said(say.note), last, 'note');
  return { sheet, reference: (service) => reference.get(service)!, has: (service) => reference.has(service) };
}

/** How often somebody at a stage of life uses what a counter counts: as in src/fiscal/lifetime.ts. */
function rates(coefficients: CoefficientsPage, served: ServedPage, year: number) {
  const persons = (counter: string, own: readonly Group[]): Expression =>
    added(own.map((group) => of(served.count('city', counter, group, year))));
  const town = (counter: string): Expression => persons(counter, townGroups);
  const working = minus(town('residents'), town('elderly'), ...schoolStages.map(town));
  return (counter: string, stage: LifeStage, view: View): Expression => {
    const own = (at: LifeStage, value: Expression): Expression => (stage === at ? value : constant(0));
    switch (counter) {
      case 'preschool':
        return own('preschool', coefficients.of('lifetime.preschool'));
      case 'primary':
      case 'junior':
        return own(counter, constant(1));
      case 'senior':
        return own('senior', coefficients.of('lifetime.senior'));
      case 'resident_insured':
        if (stage === 'working') return minus(constant(1), ratio(town('employee_insured'), working));
        return stage === 'elderly' ? ratio(town('resident_pension'), town('elderly')) : constant(1);
      case 'resident_pension':
      case 'employee_pension':
        return own('elderly', ratio(town(counter), town('elderly')));
      case 'elderly':
        return own('elderly', constant(1));
      case 'informal':
      case 'employee_insured':
        return own('working', ratio(town(counter), working));
      case 'public_rental':
      case 'rent_subsidy':
        return ratio(persons(counter, givenAs[view]), persons('residents', givenAs[view]));
      default:
        return constant(1);
    }
  };
}

const isNothing = (part: Expression): boolean => part.kind === 'constant' && part.value === 0;

/** Yuan a year of one person of a stage for a service, to all public payers. */
function costOf(
  { result: { items, measures } }: Context,
  service: Service,
  rate: (measure: Measure) => Expression,
  view: View,
  { coefficients, standards, year }: { coefficients: CoefficientsPage; standards: StandardsPage; year: number },
): Expression {
  const parts = items
    .filter((item) => item.service === service && item.kind === 'operating')
    .flatMap((item) => {
      const measure = measures.find(({ id }) => id === item.measure)!;
      const own = rate(measure);
      if (isNothing(own) || measure.factors[view] === undefined) return [];
      const amount = scaled(measure, taken(measure, view, own, coefficients), year, coefficients);
      return [times(amount, of(standards.standard(item.id, year)), publicShare(item.id, item.shares, standards))];
    });
  return added(parts);
}

/** Share of an item that public payers take. */
function publicShare(
  item: string,
  shares: Context['result']['items'][number]['shares'],
  standards: StandardsPage,
): Expression {
  return added(
    standards.accounts
      .filter(
        ({ payer, budget }) =>
          publicPayers.includes(payer) && shares.some((own) => own.payer === payer && own.budget === budget),
      )
      .map((account) => of(standards.share(item, account))),
  );
}

/** A new seat for somebody of an age, to public payers; nothing where no stage is attended. */
function seatOf({ result: { items } }: Context, age: number, standards: StandardsPage, year: number): Expression[] {
  const stage = lifeStages.find(({ from, to }) => age >= from && (to === null || age <= to))!.id;
  const item = items.find(({ measure }) => measure === `new_seats.${stage}`);
  if (item === undefined) return [];
  return [times(of(standards.standard(item.id, year)), publicShare(item.id, item.shares, standards))];
}
