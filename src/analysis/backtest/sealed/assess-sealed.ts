import type { OwnFigure } from '../../../scenario/scenario.ts';
import type { ReadText } from '../../../scenario/tables.ts';
import { type Assessment, assess } from '../assess.ts';
import { comparable, comparablePast } from '../comparable.ts';
import type { Forecaster } from '../forecaster.ts';
import { MODEL } from '../model/model-forecaster.ts';
import { noChange } from '../naive/no-change.ts';
import { straightLine } from '../naive/straight-line.ts';
import { type ObservedSeries, observedSeries } from '../observed-series.ts';
import type { Outcome } from '../unit.ts';
import type { SealedForecast } from './read-sealed.ts';
import type { SealedRow } from './sealed-forecast.ts';

/** Naive forecasts that need nothing but the past of the series. */
const naive = [noChange, straightLine];

/** Figures of the user's own, by the code of their city. */
export type OwnOfCities = ReadonlyMap<string, readonly OwnFigure[]>;

/**
 * Sealed forecasts against figures of the year of sealing and later, which nobody could have read when they were sealed, and against
 * naive forecasts from the last figure before. Figures are those of data/observations, over them `own`. Empty where no such figure is there.
 */
export const assessSealed = (
  read: ReadText,
  sealed: readonly SealedForecast[],
  own: OwnOfCities = new Map(),
): Assessment[] =>
  sealed.flatMap((forecast) => {
    const spread = naive.map(({ id, name, learn }): Forecaster => {
      const rule = learn([]);
      return {
        id,
        name,
        forecast: (unit) => {
          const point = rule(unit);
          return typeof point === 'number' ? { point, spread: null } : point;
        },
      };
    });
    return assess(laterFigures(read, forecast, own), [sealedForecaster(forecast.rows), ...spread]);
  });

/** What has been counted for the year of sealing and later. */
function laterFigures(read: ReadText, { manifest, rows }: SealedForecast, own: OwnOfCities): Outcome[] {
  const { city } = manifest.scenario;
  const first = Number(manifest.date.slice(0, 4));
  const codes = [...new Set(rows.map(({ area }) => area))].filter((area) => area !== 'city');
  const published = observedSeries(read, city, codes);
  return withOwn(published, own.get(city) ?? []).flatMap(({ indicator, area, points }) => {
    const origin = points.findLast(({ year }) => year < first)?.year;
    if (origin === undefined) return [];
    const past = comparablePast(points, origin).map(({ year, value }) => ({ year, value }));
    const level = area === 'city' ? ('prefecture' as const) : ('county' as const);
    return points
      .filter(({ year }) => year >= first && comparable(origin, year) && rowOf(rows, { indicator, area, year }))
      .map(({ year, value, source }) => {
        return { indicator, prefecture: city, area, level, origin, year, past, observed: value, source };
      });
  });
}

/** Series with the user's own figures in place of published ones of the same year, and where there was none. */
function withOwn(published: readonly ObservedSeries[], own: readonly OwnFigure[]): ObservedSeries[] {
  const keyOf = ({ area, indicator }: Pick<ObservedSeries, 'area' | 'indicator'>): string => `${area} ${indicator}`;
  const series = new Map(published.map((each) => [keyOf(each), each]));
  for (const { area, indicator, year, value, source } of own) {
    const points = series.get(keyOf({ area, indicator }))?.points ?? [];
    const others = points.filter((point) => point.year !== year);
    const merged = [...others, { year, value, source }].sort((a, b) => a.year - b.year);
    series.set(keyOf({ area, indicator }), { indicator, area, points: merged });
  }
  return [...series.values()];
}

const rowOf = (rows: readonly SealedRow[], { indicator, area, year }: Pick<SealedRow, 'indicator' | 'area' | 'year'>) =>
  rows.find((row) => row.indicator === indicator && row.area === area && row.year === year);

/** The sealed table as a forecaster: its median and its two intervals. */
const sealedForecaster = (rows: readonly SealedRow[]): Forecaster => ({
  id: MODEL,
  name: { zh: '封存的预测', en: 'sealed forecast' },
  forecast: (unit) => {
    const row = rowOf(rows, unit);
    if (row === undefined) return { because: { zh: '封存的表中没有', en: 'not in the sealed table' } };
    const { p05, p25, p50, p75, p95 } = row;
    return { point: p50, spread: { half: { low: p25, high: p75 }, wide: { low: p05, high: p95 } } };
  },
});
