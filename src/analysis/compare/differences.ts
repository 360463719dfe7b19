import { type IndicatorUnit, isOwnCell, isSummed, unitOf } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { moneyNames } from '../../indicator/table/money.ts';
import { type Estimate, estimate, varianceRatio } from '../paired/estimate.ts';
import { seriesIn } from './series.ts';

/** How one number differs between two runs, replicate by replicate. */
export interface DifferenceRow extends Estimate {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly unit: IndicatorUnit;
  /** The year alone, or all years since the base year added up. */
  readonly counted: 'year' | 'cumulative';
  /** Means of the two runs and their own standard errors. */
  readonly base: number;
  readonly baseSe: number;
  readonly alternative: number;
  readonly alternativeSe: number;
  /** (var base + var alternative) / var difference: how many times more replicates an unpaired comparison would need. */
  readonly varianceRatio: number;
}

/**
 * Paired differences, alternative less base, of every indicator, area and year; cells made in no replicate are left out.
 * @param base results of the same replicates in the same order as `alternative`, over the same areas and years
 */
export function differences(
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
): DifferenceRow[] {
  const { areas } = base[0];
  const indicators = base[0].indicators.filter((name) => alternative[0].indicators.includes(name));
  return areas.flatMap((_, a) => indicators.flatMap((indicator) => differencesOf(base, alternative, a, indicator)));
}

function differencesOf(
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
  a: number,
  indicator: string,
): DifferenceRow[] {
  const { areas, years } = base[0];
  const rows: DifferenceRow[] = [];
  for (const counted of isSummed(indicator) ? (['year', 'cumulative'] as const) : (['year'] as const)) {
    const of = (results: readonly ReplicateResult[]): number[][] =>
      results.map((result) => seriesIn(result, result.indicators.indexOf(indicator), a, counted === 'cumulative'));
    const [before, after] = [of(base), of(alternative)];
    years.forEach((year, y) => {
      const [x, z] = [before.map((series) => series[y]), after.map((series) => series[y])];
      const difference = estimate(z.map((value, r) => value - x[r]));
      if (difference.replicates === 0) return;
      const [level, other] = [estimate(x), estimate(z)];
      const means = { base: level.mean, baseSe: level.se, alternative: other.mean, alternativeSe: other.se };
      const place = { area: areas[a], year, indicator, unit: unitOf(indicator), counted };
      rows.push({ ...place, ...means, ...difference, varianceRatio: varianceRatio(x, z) });
    });
  }
  return rows;
}

/** Whether an indicator is money, which is reckoned from counts of the year and of the years around it. */
const isMoney = (indicator: string): boolean => (moneyNames as readonly string[]).includes(indicator);

/**
 * First year in which any number of any replicate differs, and first year in which one does that is not money: money can differ sooner,
 * since schools are built for the pupils of the years ahead. Null where nothing differs.
 */
export const firstDifferences = (
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
): { differsFrom: number | null; peopleDifferFrom: number | null } => ({
  differsFrom: firstDifference(base, alternative, () => true),
  peopleDifferFrom: firstDifference(base, alternative, (indicator) => !isMoney(indicator)),
});

function firstDifference(
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
  isAsked: (indicator: string) => boolean,
): number | null {
  const { years, areas, indicators } = base[0];
  // a table of one's own that the other does not count says nothing of a difference
  const counted = indicators.map(
    (name) => isAsked(name) && (!isOwnCell(name) || alternative[0].indicators.includes(name)),
  );
  const columns = indicators.map((indicator) => alternative[0].indicators.indexOf(indicator));
  const width = alternative[0].indicators.length;
  const differs = (y: number): boolean =>
    base.some(({ values }, r) => {
      for (let place = y * areas.length; place < (y + 1) * areas.length; place++) {
        for (let i = 0; i < columns.length; i++) {
          if (!counted[i]) continue;
          const other = columns[i] < 0 ? Number.NaN : alternative[r].values[place * width + columns[i]];
          if (!Object.is(values[place * indicators.length + i] + 0, other + 0)) return true;
        }
      }
      return false;
    });
  return years.find((_, y) => differs(y)) ?? null;
}
