import type { MoneyName } from '../indicator/table/money.ts';
import { award } from './award.ts';
import { budget } from './budget.ts';
import { debt } from './other-money.ts';
import {
  type Coefficient,
  type CostRow,
  type FiscalCounts,
  levelPayers,
  levels,
  payers,
  publicPayers,
  services,
} from './result.ts';
import { settledBuilding } from './settled-building.ts';
import { spending } from './spending.ts';

/** Yuan of one area (`city` or a code) in one year, current prices. */
interface YearlyMoney {
  readonly area: string;
  readonly year: number;
  readonly yuan: Readonly<Record<MoneyName, number>>;
}

/**
 * The sums of the fiscal tables that two runs are compared by: figures `fiscal()` has too, without the tables around them.
 * The city comes first, then the areas in their order, year by year.
 */
export function yearlyMoney(given: FiscalCounts, coefficients: readonly Coefficient[]): YearlyMoney[] {
  const all = spending(given, coefficients);
  const { book, means, years, spent, who } = all;
  const received = award(all.counts, years, book);
  const building = settledBuilding(means, spent, all.rural);
  const owed = debt(spent, years, book);
  const parts = { award: received, costs: spent, ledger: who, debt: owed, building, rolling: [] };
  const rows = new Map(
    budget(means, years, { ...parts, ofChildren: all.ofChildren }, book).rows.map((row) => [
      `${row.area} ${row.year} ${row.level}`,
      row,
    ]),
  );
  const ledger = new Map(who.map((row) => [`${row.area} ${row.year} ${row.level}`, row]));
  const areas = ['city', ...means.areas];
  const sums = sumsOf(spent);
  return years.flatMap((year) =>
    areas.map((area) => {
      const local = rows.get(`${area} ${year} local`)!;
      const own = area === 'city' ? means.areas : [area];
      const netOf = (level: (typeof levels)[number]): number =>
        ledger.get(`${area} ${year} ${level}`)!.netYuan +
        own.reduce(
          (sum, each) => levelPayers[level].reduce((inner, payer) => inner + building(each, year, payer), sum),
          0,
        );
      const { envelope: forSettlers } = local.settlers.awardYuan;
      const { envelope: forChildren } = local.schooling.awardYuan;
      const of = (what: string): number => sums.get(`${what} ${area} ${year}`) ?? 0;
      const yuan = {
        public_running_yuan: of('operating'),
        public_building_yuan: of('capital'),
        settled_running_yuan: local.runningYuan,
        settled_saving_yuan: local.originSavingYuan,
        settled_building_yuan: local.buildingYuan,
        settled_net_yuan: local.settlers.costYuan,
        ...Object.fromEntries(
          levels.filter((level) => level !== 'local').map((level) => [`settled_net_${level}_yuan`, netOf(level)]),
        ),
        children_schooling_yuan: local.schooling.costYuan,
        award_yuan: forSettlers + forChildren,
        award_settlers_yuan: forSettlers,
        award_children_yuan: forChildren,
        award_balance_yuan: forSettlers - local.settlers.costYuan,
        ...Object.fromEntries(
          services
            .filter((service) => service !== 'hospital_beds')
            .map((service) => [`service_${service}_yuan`, of(`service ${service}`)]),
        ),
        ...Object.fromEntries(payers.map((payer) => [`payer_${payer}_yuan`, of(`payer ${payer}`)])),
      };
      return { area, year, yuan: yuan as Record<MoneyName, number> };
    }),
  );
}

/** Costs added up by kind (public payers), service and payer, under `<what> <area> <year>`. */
function sumsOf(rows: readonly CostRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { kind, service, payer, area, year, current } of rows)
    for (const what of [publicPayers.includes(payer) ? kind : '', `service ${service}`, `payer ${payer}`]) {
      const key = `${what} ${area} ${year}`;
      sums.set(key, (sums.get(key) ?? 0) + current);
    }
  return sums;
}
