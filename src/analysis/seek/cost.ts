import { triangularQuantile } from '../../math/triangular.ts';
import { designKey } from '../../random/key.ts';
import { nameKey } from '../../random/name-key.ts';
import { stratified } from '../../random/stratified.ts';
import { addedStock, type LeverYears, stockOf } from '../lever/apply.ts';
import { type CostItem, costBases, type Lever, type Settings, type Stock } from '../lever/lever.ts';

/** Indicators of the city that costs are counted by, each once. */
export const costIndicators = (levers: readonly Lever[]): string[] => [
  ...new Set(
    levers
      .flatMap(({ costs }) => costs.map(({ per }) => per))
      .filter((per) => !(costBases as readonly string[]).includes(per)),
  ),
];

/** What costs are reckoned from. */
export interface Reckoning {
  readonly levers: readonly Lever[];
  readonly years: LeverYears;
  /** Town school places and public dwellings of the base year. */
  readonly stock: Readonly<Record<Stock, number>>;
}

/** Sums of the cost indicators over the years of the levers in one replicate. */
export type Sums = Readonly<Record<string, number>>;

/** Cost of one item of one lever at a setting, in units of its unit cost. */
function quantityOf(
  item: CostItem,
  lever: Lever,
  setting: number,
  { years, stock }: Reckoning,
  sums: Sums,
  base: Sums,
): number {
  if (setting === lever.off) return 0;
  const strength = item.scaled ? Math.abs(setting - lever.off) : 1;
  const kind = stockOf(lever);
  switch (item.per) {
    case 'once':
      return strength;
    case 'year':
      return strength * (years.by - years.start + 1);
    case 'built':
      return kind === null ? 0 : stock[kind] * addedStock(setting, years).built;
    case 'built-year':
      return kind === null ? 0 : stock[kind] * addedStock(setting, years).builtYears;
    default:
      return strength * (sums[item.per] - (item.added ? base[item.per] : 0));
  }
}

/** Cost of a plan in one replicate, each item at the unit cost asked for. */
export function costOf(
  settings: Settings,
  reckoning: Reckoning,
  sums: Sums,
  base: Sums,
  unitCost: (item: CostItem, lever: Lever) => number = ({ yuan }) => yuan,
): number {
  let cost = 0;
  reckoning.levers.forEach((lever, l) => {
    for (const item of lever.costs)
      cost += unitCost(item, lever) * quantityOf(item, lever, settings[l], reckoning, sums, base);
  });
  return cost;
}

/** Unit costs of one replicate, drawn as parameters are from their triangular ranges: the same for every plan. */
export function drawnUnitCost(seed: string, replicate: number): (item: CostItem, lever: Lever) => number {
  const key = designKey(seed);
  return ({ per, yuan, range: [low, high] }, { id }) =>
    triangularQuantile(low, yuan, high, stratified(key, nameKey(`cost ${id} ${per}`), replicate));
}
