import type { Means } from './means.ts';
import {
  type FiscalCounts,
  type LedgerRow,
  type Level,
  levelPayers,
  levels,
  type Payer,
  type Tier,
  tiers,
} from './result.ts';
import type { RuralShares } from './rural-shares.ts';
import { type SettledCost, totalOf } from './settled-cost.ts';

/**
 * Who pays and who saves, by county, year and level of government, for those settled from village registers. The county of arrival pays
 * what a register adds for the settled who live there. The county of origin no longer pays what follows a village register (city mean
 * a settled person), for as many of those who left it for a town of the city as are still there (settled now over all who settled
 * since the base year).
 * @param given the counts as simulated, whose movements between counties a stated count scales
 * @param costOf cost of all the settled of an area in a year to some payers
 */
export function ledger(
  given: FiscalCounts,
  means: Means,
  years: readonly number[],
  rural: RuralShares,
  costOf: (area: string, year: number, payers: readonly Payer[]) => SettledCost,
): LedgerRow[] {
  const movedStated = statedOverSimulated(given, means);
  const settledSoFar = new Map<string, number>();
  const leftSoFar = new Map<string, number>();
  return years.flatMap((year) => {
    const leftForCity = (area: string): number =>
      means.of(area, year, 'award_settlers.left_for_other_county') * movedStated(year);
    for (const area of means.areas) {
      add(settledSoFar, 'city', means.of(area, year, 'settled_persons'));
      add(leftSoFar, area, leftForCity(area) + means.of(area, year, 'award_settlers.same_county'));
    }
    const stock = settledStock(means, 'city', year);
    const stillThere = ratio(stock, settledSoFar.get('city')!);
    return levels.flatMap((level) => {
      const payers = levelPayers[level];
      const originYuan = ratio(
        sumAreas(means, (area) => totalOf(costOf(area, year, payers).atOrigin)),
        stock,
      );
      const rows = means.areas.map((area): LedgerRow => {
        const { settled, asPermit } = costOf(area, year, payers);
        const share = rural(area, year);
        const [grossYuan, alreadyBorneYuan] = [share * totalOf(settled), share * totalOf(asPermit)];
        const originSavingYuan = leftSoFar.get(area)! * stillThere * originYuan;
        const arrivalYuan = grossYuan - alreadyBorneYuan;
        return {
          area,
          year,
          level,
          arrivals: arrivalsOf(means, area, year),
          leftForCity: leftForCity(area),
          settledStock: share * settledStock(means, area, year),
          grossYuan,
          alreadyBorneYuan,
          arrivalYuan,
          originSavingYuan,
          netYuan: arrivalYuan - originSavingYuan,
        };
      });
      return [cityOf(rows, year, level), ...rows];
    });
  });
}

/** Settlers from other counties of the city as stated over those simulated; 1 where nobody stated or simulated any. */
function statedOverSimulated(given: FiscalCounts, means: Means): (year: number) => number {
  const simulated = new Map(
    given.means
      .filter(({ area, indicator }) => area === 'city' && indicator === 'award_settlers.same_city')
      .map(({ year, mean }) => [year, mean]),
  );
  return (year) => {
    const was = simulated.get(year) ?? 0;
    return was > 0 ? means.of('city', year, 'award_settlers.same_city') / was : 1;
  };
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

function cityOf(rows: readonly LedgerRow[], year: number, level: Level): LedgerRow {
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    area: 'city',
    year,
    level,
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
