import { loadObservations } from '../../scenario/load-observations.ts';
import type { ReadText } from '../../scenario/tables.ts';
import type { Ranged } from './ranged.ts';

/** Births less deaths a person and year, by calendar year. */
type NaturalRate = (year: number) => number;

/**
 * How far the natural change of the registered may lie from the published rates: those are of residents, while many of the
 * registered live and bear their children elsewhere, and the census of 2010 missed births. Judgement.
 */
const UNSURE = 0.0015;

/**
 * Published birth less death rates of an area: its own where it has years with both, in between and beyond moved as the wider
 * area's are; of the widest, even change between its years, the ends held.
 * @param codes the area, then ever wider ones: county, prefecture, province
 */
export function naturalRate(read: ReadText, codes: readonly string[]): NaturalRate {
  const [code, ...wider] = codes;
  if (code === undefined) return () => 0;
  const own = publishedRates(read, code);
  const around = wider.length === 0 ? () => 0 : naturalRate(read, wider);
  const apart = [...own].map(([year, rate]): Point => [year, rate - around(year)]);
  return (year) => around(year) + interpolated(apart, year);
}

/** Mean of a rate over the years after one and up to another, with its range. */
export function meanRate(rate: NaturalRate, from: number, to: number): Ranged {
  let sum = 0;
  for (let year = from + 1; year <= to; year++) sum += rate(year);
  const value = sum / (to - from);
  return { value, low: value - UNSURE, high: value + UNSURE };
}

type Point = readonly [year: number, value: number];

/** Rates of an area in the years with both, by year, as shares. */
function publishedRates(read: ReadText, code: string): ReadonlyMap<number, number> {
  const rows = loadObservations(read, code, []);
  const births = rows.filter(({ indicator }) => indicator === 'birth_rate').sort((a, b) => a.year - b.year);
  return new Map(
    births.flatMap(({ year, value }) => {
      const deaths = rows.find((row) => row.indicator === 'death_rate' && row.year === year);
      return deaths === undefined ? [] : [[year, (value - deaths.value) / 1000] as const];
    }),
  );
}

/** Even change between points, the ends held; 0 without any. */
function interpolated(points: readonly Point[], year: number): number {
  const before = points.findLast(([at]) => at <= year);
  const after = points.find(([at]) => at >= year);
  if (before === undefined || after === undefined) return (before ?? after)?.[1] ?? 0;
  const span = after[0] - before[0];
  return span === 0 ? before[1] : before[1] + ((after[1] - before[1]) * (year - before[0])) / span;
}
