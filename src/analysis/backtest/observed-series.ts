import { loadObservations, type ObservedValue } from '../../scenario/load-observations.ts';
import type { ReadText } from '../../scenario/tables.ts';
import type { Point } from './unit.ts';

/** Published figures of a prefecture and its areas: one a year, in order of years. */
export interface ObservedSeries {
  readonly indicator: string;
  readonly area: string;
  readonly points: readonly ObservedPoint[];
}

interface ObservedPoint extends Point {
  readonly source: string;
}

/**
 * The series of data/observations for a prefecture (six-digit code, `city` in the answer) and its areas. Of several figures
 * of one year the one from the source with the most figures of the series counts, then the one listed first: figures of one
 * hand compare best. Doubtful figures are left out (`loadObservations`).
 */
export function observedSeries(read: ReadText, prefecture: string, areas: readonly string[]): ObservedSeries[] {
  const series = new Map<string, ObservedValue[]>();
  for (const value of loadObservations(read, prefecture, areas)) {
    const key = `${value.indicator} ${value.area}`;
    series.set(key, [...(series.get(key) ?? []), value]);
  }
  return [...series.values()].map((values) => ({
    indicator: values[0].indicator,
    area: values[0].area,
    points: oneAYear(values),
  }));
}

function oneAYear(values: readonly ObservedValue[]): ObservedPoint[] {
  const figures = (source: string): number => values.filter((value) => value.source === source).length;
  const best = new Map<number, ObservedValue>();
  for (const value of values) {
    const known = best.get(value.year);
    if (known === undefined || figures(value.source) > figures(known.source)) best.set(value.year, value);
  }
  return [...best.values()].sort((a, b) => a.year - b.year).map(({ year, value, source }) => ({ year, value, source }));
}
