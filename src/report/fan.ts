import { nice } from 'd3-array';
import type { Language } from '../language/language.ts';
import { text } from '../language/language.ts';
import type { IndicatorRow } from './chart-input.ts';
import { yearTicks } from './format.ts';
import type { Layer } from './head.ts';

/** Horizontal channel of calendar years. */
export const yearChannel = (from: number, to: number) => ({
  field: 'year',
  type: 'quantitative' as const,
  title: null,
  scale: { domain: [from, Math.max(to, from + 1)], nice: false, zero: false },
  axis: { values: yearTicks(from, to), format: 'd', grid: false, labelFlush: false },
});

/** Rounded range of an axis that holds all the values, in about `count` steps. */
export function niceDomain(values: readonly number[], count = 6): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? nice(low - 1, high + 1, count) : nice(low, high, count);
}

/** Rows of a fan as they stand in the specification. */
export const fanData = (rows: readonly IndicatorRow[]) =>
  rows.map(({ indicator, year, mean, p05, p25, p75, p95 }) => ({ indicator, year, mean, p05, p25, p75, p95 }));

interface FanStyle {
  readonly x: ReturnType<typeof yearChannel>;
  /** Scale and axis of the values, the same in all layers. */
  readonly y: { readonly scale: object; readonly axis: object };
  readonly indicators: readonly string[];
  readonly colours: readonly string[];
  readonly dashes: readonly (readonly number[])[];
  /** How figures under the pointer are written. */
  readonly format?: string;
  readonly lang: Language;
}

/** Layers of a fan chart over `fanData`: 90 % and 50 % of replicates shaded, the mean a line of its own dash. */
export function fanLayers({ x, y, indicators, colours, dashes, format = ',.4~g', lang }: FanStyle): Layer[] {
  const color = {
    field: 'indicator',
    type: 'nominal' as const,
    scale: { domain: [...indicators], range: [...colours] },
    legend: null,
  };
  const band = (low: string, high: string, opacity: number): Layer => ({
    mark: { type: 'area', opacity },
    encoding: { x, y: { field: low, type: 'quantitative', title: null, ...y }, y2: { field: high }, color },
  });
  const words = { year: text('年份', 'year')[lang], mean: text('平均', 'mean')[lang] };
  return [
    band('p05', 'p95', 0.18),
    band('p25', 'p75', 0.32),
    {
      mark: { type: 'line', strokeWidth: 2 },
      encoding: {
        x,
        y: { field: 'mean', type: 'quantitative', title: null, ...y },
        color,
        strokeDash: {
          field: 'indicator',
          type: 'nominal',
          scale: { domain: [...indicators], range: dashes.map((dash) => [...dash]) },
          legend: null,
        },
      },
    },
    hoverPoints(x, { field: 'mean', type: 'quantitative', title: null, ...y }, [
      { field: 'year', title: words.year, format: 'd' },
      { field: 'mean', title: words.mean, format },
      { field: 'p05', title: '5 %', format },
      { field: 'p95', title: '95 %', format },
    ]),
  ];
}

/** Unseen points that give each year of a line its tooltip: a line by itself would tell its first year everywhere. */
export const hoverPoints = (x: object, y: object, tooltip: readonly object[]): Layer =>
  ({
    mark: { type: 'point', filled: true, size: 220, opacity: 0 },
    encoding: { x, y, tooltip: [...tooltip] },
  }) as Layer;
