import { type Language, text } from '../../language/language.ts';
import { tileChart } from '../../report/chart/tiles.ts';
import type { PlaceRates, TilePlace } from '../../report/chart-input.ts';
import { pointsOf } from '../../report/format.ts';
import type { ChartSpec } from '../../report/head.ts';
import { changeClasses } from '../../report/map/classes.ts';
import { type Measure as Mapped, registered } from '../../report/map/measures.ts';
import type { Compared } from '../scene/compare.ts';
import type { WhatIf } from './what-if.ts';

const words = {
  changed: (year: number) =>
    text(
      `${year}年各县区户籍率的变动（百分点）`,
      `What the changes do to the registered rate of each county, ${year} (points)`,
    ),
  same: (year: number) =>
    text(`${year}年各县区户籍人口城镇化率（%）`, `Registered urbanization rate of each county, ${year} (percent)`),
  pairs: text(
    '各对模拟之差的平均；星号：90%区间不含零',
    'mean difference of the pairs; a star: its 90 % interval leaves out zero',
  ),
  mean: text('各次模拟平均', 'mean of replicates'),
  most: (clear: number, all: number) =>
    text(`${all}个县区中${clear}个能看出变动`, `A change can be told in ${clear} of ${all} counties`),
};

/** One county: its rate on both sides. */
interface CountyCompared {
  readonly code: string;
  readonly rows: readonly Compared[];
}

const signed = (value: number): string =>
  Math.abs(value) < 0.005 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** The counties as squares: what changes do to the registered rate of each, or without changes the rate. Null without squares. */
export function comparedTilesChart(
  { scenario, changed }: Pick<WhatIf, 'scenario' | 'changed'>,
  tiles: readonly TilePlace[],
  counties: readonly CountyCompared[],
  year: number,
  lang: Language,
): ChartSpec | null {
  const at = new Map(
    counties.flatMap(({ code, rows }) => {
      const row = rows.find((each) => each.year === year);
      return row === undefined ? [] : [[code, row] as const];
    }),
  );
  if (at.size === 0) return null;
  const none = { p05: [], mean: [], p95: [] };
  const rates = tiles
    .filter(({ code }) => at.has(code))
    .map(({ code, name }): PlaceRates => ({ code, name, years: [year], resident: none, registered: none }));
  const summaryOf = ({ code }: PlaceRates) => (changed ? at.get(code)!.difference : at.get(code)!.alternative);
  const clear = new Set(
    rates
      .filter((place) => {
        const { p05, p95, replicates } = summaryOf(place);
        return replicates > 1 && (p05 > 0 || p95 < 0);
      })
      .map(({ code }) => code),
  );
  const measure: Mapped = {
    title: () => (changed ? words.changed(year) : words.same(year))[lang],
    classes: changed ? changeClasses : registered.classes,
    of: (place) => {
      const { mean, p05, p95 } = summaryOf(place);
      return { value: mean, interval: [p05, p95] };
    },
    format: changed ? (value) => pointsOf(value, lang, 2) : registered.format,
    ...(changed
      ? { short: (place: PlaceRates) => signed(summaryOf(place).mean) + (clear.has(place.code) ? '*' : '') }
      : {}),
  };
  const topic = measure.title(year, year, lang);
  return tileChart({ scenario: { ...scenario, endYear: year }, areas: [] }, lang, {
    tiles,
    rates,
    year,
    hasBorders: false,
    measure,
    title: changed ? words.most(clear.size, rates.length)[lang] : topic,
    ...(changed ? { topic } : {}),
    notes: [(changed ? words.pairs : words.mean)[lang]],
  });
}
