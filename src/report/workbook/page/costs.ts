import { openMeans } from '../../../fiscal/means.ts';
import { type CapitalRow, type CostItem, type Payer, payers } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { of, range, sumProduct, times } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { DemandPage } from './demand.ts';
import type { SchoolsPage } from './schools.ts';
import type { Account, StandardsPage } from './standards.ts';

const say = {
  name: { zh: '分县成本', en: 'Costs by county' },
  title: { zh: '公共服务成本：分县分项目分支出责任', en: 'Cost of services by county, item and payer' },
  subtitle: {
    zh: '万元，现价。成本 = 服务需求 × 单位成本；各支出责任方之和等于成本合计。运行支出与建设支出分列。',
    en: '10,000 yuan, current prices. Cost = demand x unit cost; the payers add up to the total. Running cost and building apart.',
  },
  newDwellings: { zh: '新增公租房（套）', en: 'New public rental dwellings' },
  total: { zh: '成本合计', en: 'Cost in all' },
  of: { zh: '其中', en: 'Of it' },
};

/** Cost in 10,000 yuan at current prices by area (`city` too) and year. */
export interface CostsPage {
  readonly sheet: Sheet;
  readonly item: (item: string, area: string, year: number) => Cell;
  readonly kind: (kind: CostItem['kind'], area: string, year: number) => Cell;
  readonly payer: (payer: Payer, area: string, year: number) => Cell;
  /** Items of the city in their order, one year. */
  readonly account: (account: Account, kind: CostItem['kind'], area: string, year: number) => Expression;
}

export function costsPage(
  context: Context,
  demand: DemandPage,
  schools: SchoolsPage,
  standards: StandardsPage,
): CostsPage {
  const { result, say: text } = context;
  const { years, counts, items } = result;
  const sheet = newSheet(text(say.name), 'result', [16, 10, 38, ...years.map(() => 11)], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 3);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), '', text(words.item)]);
  const found = foundCosts(context);
  const means = openMeans(counts);
  const kept = new Map<string, readonly Cell[]>();
  const city = allAreas(context)[0];
  for (const { code, name } of [...counts.areas, city]) {
    const isCity = code === 'city';
    const line = (
      key: string,
      names: readonly string[],
      format: 'money' | 'persons',
      content: (year: number, i: number) => Expression | ReturnType<typeof figure>,
      expected?: (year: number) => number | undefined,
      total = false,
    ) => {
      const sum = (i: number) => added(counts.areas.map((area) => of(kept.get(`${key} ${area.code}`)![i])));
      const cells = table.line({
        names: [text(name), ...names],
        format,
        role: total ? 'total' : 'body',
        content: (year, i) => (isCity ? sum(i) : content(year, i)),
        ...(expected ? { expected } : {}),
      });
      kept.set(`${key} ${code}`, cells);
      return cells;
    };
    const dwellings = line('new_dwellings', ['', text(say.newDwellings)], 'persons', (year) => {
      const now = means.of(code, year, 'public_rental_stock');
      const before = year === years[0] ? now : means.of(code, year - 1, 'public_rental_stock');
      return figure(Math.max(0, now - before), 'simulated');
    });
    const quantity = ({ measure }: CostItem, year: number, i: number): Cell => {
      const stage = /^new_seats\.(.+)$/.exec(measure)?.[1] as CapitalRow['stage'] | undefined;
      if (stage !== undefined) return schools.line(stage, 'seatsCosted', code, year);
      return measure === 'new_dwellings' ? dwellings[i] : demand.total(measure, code, year);
    };
    const first = table.row();
    for (const item of items)
      line(
        item.id,
        [text(words.kinds[item.kind]), text(item.name)],
        'money',
        (year, i) => moneyOf(times(of(quantity(item, year, i)), of(standards.standard(item.id, year)))),
        (year) => inMoney(found(`item ${item.id}`, code, year)),
      );
    const column = (i: number) => {
      const at = (row: number) => sheet.cells.get(`${row},${3 + i}`)!;
      return range(at(first), at(first + items.length - 1));
    };
    for (const kind of ['operating', 'capital'] as const) {
      const own = items.filter((item) => item.kind === kind);
      line(
        kind,
        [text(words.kinds[kind]), text(words.total)],
        'money',
        (_, i) => added(own.map(({ id }) => of(kept.get(`${id} ${code}`)![i]))),
        (year) => inMoney(found(`kind ${kind}`, code, year)),
        true,
      );
    }
    for (const payer of payers) {
      const accounts = standards.accounts.filter((account) => account.payer === payer);
      line(
        payer,
        [text(say.of), text(words.payers[payer])],
        'money',
        (_, i) => added(accounts.map((account) => sumProduct(column(i), standards.shares(account)))),
        (year) => inMoney(found(`payer ${payer}`, code, year)),
      );
    }
    if (!isCity) sheet.breaks.push(table.row() - 1);
  }
  const at = (key: string, area: string, year: number) => kept.get(`${key} ${area}`)![years.indexOf(year)];
  return {
    sheet,
    item: at,
    kind: at,
    payer: at,
    account: (account, kind, area, year) =>
      added(
        items
          .filter(
            (item) =>
              item.kind === kind &&
              item.shares.some(({ payer, budget }) => payer === account.payer && budget === account.budget),
          )
          .map((item): Expression => times(of(at(item.id, area, year)), of(standards.share(item.id, account)))),
      ),
  };
}

/** What the model found, added up by item, kind and payer; a sum over nothing is 0. */
function foundCosts({ result: { costs } }: Context): (key: string, area: string, year: number) => number {
  const sums = new Map<string, number>();
  for (const { item, kind, payer, area, year, current } of costs)
    for (const key of [`item ${item}`, `kind ${kind}`, `payer ${payer}`]) {
      const place = `${key} ${area} ${year}`;
      sums.set(place, (sums.get(place) ?? 0) + current);
    }
  return (key, area, year) => sums.get(`${key} ${area} ${year}`) ?? 0;
}
