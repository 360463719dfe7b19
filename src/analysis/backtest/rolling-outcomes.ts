import type { IndicatorName } from '../../indicator/indicators.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { comparable, comparablePast } from './comparable.ts';
import { type ObservedSeries, observedSeries } from './observed-series.ts';
import type { Outcome } from './unit.ts';

/** Indicators with yearly figures between the censuses. */
const ANNUAL = [
  'resident_urbanization_rate',
  'resident_population',
  'registered_population',
] as const satisfies readonly IndicatorName[];

/** Years ahead that are forecast from every origin. */
const HORIZONS = [1, 3, 5] as const;

/**
 * What came of every prefecture some years after every year it has a figure of and one before it to draw a line through, never
 * across the break of 2020.
 */
export function rollingOutcomes(read: ReadText, indicators: readonly string[] = ANNUAL): Outcome[] {
  const prefectures = [...readRegions(read).values()].filter(({ level }) => level === 'prefecture');
  return prefectures.flatMap(({ code }) =>
    observedSeries(read, code, [])
      .filter(({ indicator }) => indicators.includes(indicator))
      .flatMap((series) => outcomesOf(code, series)),
  );
}

function outcomesOf(prefecture: string, { indicator, area, points }: ObservedSeries): Outcome[] {
  return points.flatMap(({ year: origin }) =>
    HORIZONS.flatMap((horizon) => {
      const end = points.find(({ year }) => year === origin + horizon);
      const past = comparablePast(points, origin).map(({ year, value }) => ({ year, value }));
      if (end === undefined || past.length < 2 || !comparable(origin, end.year)) return [];
      const unit = { indicator, prefecture, area, level: 'prefecture' as const, origin, year: end.year, past };
      return [{ ...unit, observed: end.value, source: end.source }];
    }),
  );
}
