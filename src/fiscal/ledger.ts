import type { Means } from './means.ts';
import type { LedgerRow, Tier } from './result.ts';
import { tiers } from './result.ts';
import { type SettledCost, totalOf } from './settled-cost.ts';

/**
 * Who pays and who saves, by county and year. The county of arrival pays what a register adds for the settled who live there. The
 * county of origin no longer pays what follows a village register (city mean a settled person), for as many of those who left it
 * for a town of the city as are still there (settled now over all who settled since the base year).
 * @param costOf cost of the settled of an area in a year
 */
export function ledger(
  means: Means,
  years: readonly number[],
  costOf: (area: string, year: number) => SettledCost,
): LedgerRow[] {
  const settledSoFar = new Map<string, number>();
  const leftSoFar = new Map<string, number>();
  return years.flatMap((year) => {
    for (const area of means.areas) {
      add(settledSoFar, 'city', means.of(area, year, 'settled_persons'));
      add(
        leftSoFar,
        area,
        means.of(area, year, 'award_settlers.left_for_other_county') +
          means.of(area, year, 'award_settlers.same_county'),
      );
    }
    const stock = settledStock(means, 'city', year);
    const stillThere = ratio(stock, settledSoFar.get('city')!);
    const originYuan = ratio(
      sumAreas(means, (area) => totalOf(costOf(area, year).atOrigin)),
      stock,
    );
    const rows = means.areas.map((area): LedgerRow => {
      const { settled, asPermit } = costOf(area, year);
      const [grossYuan, alreadyBorneYuan] = [totalOf(settled), totalOf(asPermit)];
      const originSavingYuan = leftSoFar.get(area)! * stillThere * originYuan;
      const arrivalYuan = grossYuan - alreadyBorneYuan;
      return {
        area,
        year,
        arrivals: arrivalsOf(means, area, year),
        leftForCity: means.of(area, year, 'award_settlers.left_for_other_county'),
        settledStock: settledStock(means, area, year),
        grossYuan,
        alreadyBorneYuan,
        arrivalYuan,
        originSavingYuan,
        netYuan: arrivalYuan - originSavingYuan,
      };
    });
    return [cityOf(rows, year), ...rows];
  });
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

const add = (sums: Map<string, number>, key: string, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value);
};

const sumAreas = ({ areas }: Means, of: (area: string) => number): number =>
  areas.reduce((sum, area) => sum + of(area), 0);

const settledStock = (means: Means, area: string, year: number): number =>
  area === 'city'
    ? sumAreas(means, (each) => means.byGroup(each, year, 'residents').settled)
    : means.byGroup(area, year, 'residents').settled;

const arrivalsOf = (means: Means, area: string, year: number): Record<Tier, number> =>
  Object.fromEntries(tiers.map((tier) => [tier, means.of(area, year, `award_settlers.${tier}`)])) as Record<
    Tier,
    number
  >;

function cityOf(rows: readonly LedgerRow[], year: number): LedgerRow {
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    area: 'city',
    year,
    arrivals: Object.fromEntries(tiers.map((tier) => [tier, sum((row) => row.arrivals[tier])])) as Record<Tier, number>,
    leftForCity: sum((row) => row.leftForCity),
    settledStock: sum((row) => row.settledStock),
    grossYuan: sum((row) => row.grossYuan),
    alreadyBorneYuan: sum((row) => row.alreadyBorneYuan),
    arrivalYuan: sum((row) => row.arrivalYuan),
    originSavingYuan: sum((row) => row.originSavingYuan),
    netYuan: sum((row) => row.netYuan),
  };
}
