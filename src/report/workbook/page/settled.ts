import {
  type CostItem,
  type Group,
  type Measure,
  type Payer,
  privatePayers,
  publicPayers,
  type Service,
} from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, plus, range, sumProduct, times } from '../expression.ts';
import { moneyOf } from '../money.ts';
import type { Cell, Expression, Format, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import { scaled, taken } from './demand.ts';
import type { ServedPage } from './served.ts';
import type { StandardsPage } from './standards.ts';

const say = {
  name: { zh: '落户者成本', en: 'Cost of the settled' },
  title: { zh: '已落户者的年度运行成本：落户前后对照', en: 'Yearly running cost of the settled, before and after' },
  subtitle: {
    zh: '同一批人按三种身份计算所用服务：已落户、仍持居住证、仍为村民（只计随户籍走的项目）。万元，现价；不含建设支出。',
    en: 'Services of the same people in three states: settled, still with a permit, and still villagers (only what follows the register). 10,000 yuan, current prices, building apart.',
  },
  view: { zh: '身份', en: 'State' },
  unit: { zh: '单位支出（元）', en: 'Unit money (yuan)' },
  quantity: { zh: '所用数量', en: 'Quantity' },
  register: { zh: '（随户籍走的部分）', en: ' (what follows the register)' },
  views: {
    settled: { zh: '已落户', en: 'Settled' },
    permit: { zh: '如仍持居住证', en: 'As permit holders' },
    village: { zh: '如仍为村民', en: 'As villagers' },
  },
  total: { zh: '运行成本', en: 'Running cost' },
  ofRegister: { zh: '其中随户籍走的部分', en: 'Of it: what follows the register' },
};

const views = ['settled', 'permit', 'village'] as const satisfies readonly Group[];
type View = (typeof views)[number];
type Whose = 'public' | 'private';

/** What the settled cost a year in each state. */
export interface SettledPage {
  readonly sheet: Sheet;
  /** Running cost of all the settled of an area (`city` too) to a public payer, 10,000 yuan. */
  readonly cost: (view: 'settled' | 'permit', payer: Payer, area: string, year: number) => Cell;
  /** The part of it that follows the register. */
  readonly ofRegister: (view: 'permit' | 'village', payer: Payer, area: string, year: number) => Cell;
  /** Running cost of one service in the whole city, yuan. */
  readonly service: (service: Service, view: 'settled' | 'permit', whose: Whose, year: number) => Expression;
}

/**
 *   1 what one unit of each measure costs each public payer, and what of it follows the register
 *   2 by area: quantities the settled use in each state, and what they cost each payer
 *   3 the city: sums of the areas
 */
export function settledPage(
  context: Context,
  coefficients: CoefficientsPage,
  served: ServedPage,
  standards: StandardsPage,
): SettledPage {
  const { result, say: text } = context;
  const { years, counts, items } = result;
  const sheet = newSheet(text(say.name), 'base', [16, 24, 26, ...years.map(() => 10)], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 3);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.view), text(words.item)]);
  const running = items.filter(({ kind }) => kind === 'operating');
  const measures = result.measures.filter(({ id }) => running.some(({ measure }) => measure === id));
  const kept = new Map<string, readonly Cell[]>();
  const city = allAreas(context)[0];
  const line = (
    key: string,
    names: readonly string[],
    format: Format,
    content: (year: number, i: number) => Expression,
    total = false,
  ) => kept.set(key, table.line({ names, format, role: total ? 'total' : 'body', content }));
  const at = (key: string, i: number): Cell => kept.get(key)![i];
  const column = (key: (measure: Measure) => string, i: number, fixed: boolean) =>
    range(at(key(measures[0]), i), at(key(measures.at(-1)!), i), { rows: fixed, columns: false });

  const unitOf = (
    { id }: Pick<Measure, 'id'>,
    own: (item: CostItem) => boolean,
    payers: readonly Payer[],
    year: number,
  ): Expression =>
    added(
      running
        .filter((item) => item.measure === id && own(item))
        .flatMap((item) =>
          standards.accounts
            .filter((account) => payers.includes(account.payer))
            .filter((account) =>
              item.shares.some(({ payer, budget }) => payer === account.payer && budget === account.budget),
            )
            .map((account) => times(of(standards.standard(item.id, year)), of(standards.share(item.id, account)))),
        ),
    );
  const unitLines = (kind: string, said: string, own: (item: CostItem) => boolean, payers: readonly Payer[]) => {
    for (const measure of measures)
      line(`unit ${kind} ${measure.id}`, [text(say.unit), said, text(measure.name)], 'yuan', (year) =>
        unitOf(measure, own, payers, year),
      );
  };
  const follows = ({ followsRegister }: CostItem): boolean => followsRegister;
  for (const payer of publicPayers) {
    const name = text(words.payers[payer]);
    unitLines(`all ${payer}`, name, () => true, [payer]);
    unitLines(`register ${payer}`, `${name}${text(say.register)}`, follows, [payer]);
  }

  for (const { code, name } of [...counts.areas, city])
    for (const view of views) {
      const names = (item: string) => [text(name), text(say.views[view]), item];
      const sum = (key: string, i: number) =>
        added(counts.areas.map((area) => of(at(`${area.code} ${view} ${key}`, i))));
      for (const measure of measures)
        line(`${code} ${view} ${measure.id}`, names(text(measure.name)), 'persons', (year, i) =>
          code === 'city' ? sum(measure.id, i) : quantity(measure, view, code, year, served, coefficients),
        );
      const cost = (part: 'all' | 'register', payer: Payer, label: string) =>
        line(
          `${code} ${view} ${part} ${payer}`,
          names(`${label}${text(words.colon)}${text(words.payers[payer])}`),
          'money',
          (_, i) => {
            if (code === 'city') return sum(`${part} ${payer}`, i);
            const amounts = column(({ id }) => `${code} ${view} ${id}`, i, false);
            return moneyOf(
              sumProduct(
                amounts,
                column(({ id }) => `unit ${part} ${payer} ${id}`, i, true),
              ),
            );
          },
          true,
        );
      for (const payer of publicPayers) {
        if (view !== 'village') cost('all', payer, text(say.total));
        if (view !== 'settled') cost('register', payer, text(say.ofRegister));
      }
    }
  return {
    sheet,
    cost: (view, payer, area, year) => at(`${area} ${view} all ${payer}`, years.indexOf(year)),
    ofRegister: (view, payer, area, year) => at(`${area} ${view} register ${payer}`, years.indexOf(year)),
    service: (service, view, whose, year) =>
      added(
        measures
          .filter(({ id }) => running.some((item) => item.service === service && item.measure === id))
          .map(
            ({ id }) =>
              [
                at(`city ${view} ${id}`, years.indexOf(year)),
                unitOf(
                  { id },
                  (item) => item.service === service,
                  whose === 'public' ? publicPayers : privatePayers,
                  year,
                ),
              ] as const,
          )
          .map(([amount, unit]) => times(of(amount), unit)),
      ),
  };
}

/** What the settled of an area would use in a state; of what is given to few, as often as people off their register have it. */
function quantity(
  measure: Measure,
  view: View,
  area: string,
  year: number,
  served: ServedPage,
  coefficients: CoefficientsPage,
): Expression {
  if (measure.factors[view] === undefined) return constant(0);
  const count = (counter: string, group: Group): Expression => of(served.count(area, counter, group, year));
  const { counter } = measure;
  const given = counter === 'public_rental' || counter === 'rent_subsidy';
  const offRegister = (own: string) => plus(count(own, 'permit'), count(own, 'other'));
  const persons =
    view === 'permit' && given
      ? times(ratio(offRegister(counter), offRegister('residents')), count('residents', 'settled'))
      : count(counter, 'settled');
  return scaled(measure, taken(measure, view, persons, coefficients), year, coefficients);
}
