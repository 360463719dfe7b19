import type { TopLevelSpec } from 'vega-lite';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks, text } from '../../language/language.ts';
import { niceDomain, yearChannel } from '../fan.ts';
import { differs, inYear } from '../finding.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';

const WIDTH = 300;
const HEIGHT = 170;

/** One year of a paired difference: what the chart shows of a row of differences.csv. */
interface DifferencePoint {
  readonly year: number;
  readonly mean: number;
  /** 90 % interval of the mean. */
  readonly low: number;
  readonly high: number;
  /** 90 % of the replicates. */
  readonly p05: number;
  readonly p95: number;
}

/** The difference of one indicator between an alternative and the base, year by year. */
interface DifferenceSeries {
  readonly alternative: Localized;
  readonly indicator: string;
  readonly unit: string;
  readonly counted: 'year' | 'cumulative';
  readonly points: readonly DifferencePoint[];
}

const words = {
  zh: {
    title: '两个情景之差（逐次重复配对）',
    notes: ['线：均值；深色：均值的90%置信区间；浅色：90%的重复'],
    cumulative: (name: string) => `${name}（累计）`,
    units: {
      percent: '百分点',
      'percentage points': '百分点',
      persons: '人',
      households: '户',
      dwellings: '套',
    } as Readonly<Record<string, string>>,
  },
  en: {
    title: 'Difference between scenarios, paired replicate by replicate',
    notes: ['Line: mean; dark: 90 % interval of the mean; light: 90 % of the replicates'],
    cumulative: (name: string) => `${name}, cumulative`,
    units: { percent: 'percentage points' } as Readonly<Record<string, string>>,
  },
} as const;

const colours = [palette.vermillion, palette.blue, palette.green, palette.purple, palette.orange, palette.sky];

type Panel = Extract<TopLevelSpec, { concat: unknown[] }>['concat'][number];

/**
 * Fans of paired differences, a panel an indicator, a colour an alternative. Null when nothing differs.
 * @param options the area the numbers are of, and where they come from, where that is to be said
 */
export function pairedFanChart(
  all: readonly DifferenceSeries[],
  base: Localized,
  lang: Language,
  { area, source }: { readonly area?: Localized; readonly source?: Localized } = {},
): ChartSpec | null {
  const differing = all.filter(({ points }) => points.some(({ p05, p95 }) => p05 !== 0 || p95 !== 0));
  if (differing.length === 0) return null;
  const alternatives = [...new Set(all.map(({ alternative }) => alternative[lang]))];
  const panels = new Map<string, DifferenceSeries[]>();
  for (const series of differing) {
    const key = `${series.indicator} ${series.counted}`;
    panels.set(key, [...(panels.get(key) ?? []), series]);
  }
  const description = differing.map((series) => inWords(series, lang)).join(' ');
  const input = { scenario: { title: lessOf(all, base) } };
  return {
    ...head(input, lang, {
      title: finding(differing, lang),
      topic: words[lang].title,
      notes: area === undefined ? words[lang].notes : [area[lang], ...words[lang].notes],
      ...(source === undefined ? {} : { source: source[lang] }),
      description,
      width: 2 * WIDTH + 60,
    }),
    columns: 2,
    spacing: 36,
    resolve: { scale: { color: 'independent' }, legend: { color: 'independent' } },
    concat: [...panels.values()].map((series, n) => panelOf(series, alternatives, n === 0, lang)),
  };
}

/** Most differences a title tells. */
const TOLD = 2;

/** What the first indicators come to in their last year. */
function finding(differing: readonly DifferenceSeries[], lang: Language): string {
  const several = new Set(differing.map(({ alternative }) => alternative.zh)).size > 1;
  const first = differing.filter(
    ({ indicator, counted }) => indicator === differing[0].indicator && counted === differing[0].counted,
  );
  const told = (several ? first : differing).slice(0, TOLD).map((series) => {
    const { year, mean, low, high } = series.points.at(-1)!;
    const of = inYear(indicatorName(series.indicator), year, series.counted === 'cumulative');
    const said = differs({ mean, low, high, unit: series.unit }, lang);
    const by = several ? text(`${series.alternative.zh}：`, `${series.alternative.en}: `)[lang] : '';
    return by + text(`${of.zh}${said}`, `${of.en}: ${said}`)[lang];
  });
  return told.join(marks.semicolon[lang]);
}

/** What is taken from what: the only alternative by its name, several by their colours. */
function lessOf(all: readonly DifferenceSeries[], base: Localized): Localized {
  const [first] = all;
  const only = all.every(({ alternative }) => alternative.zh === first.alternative.zh);
  const minuend = only ? first.alternative : { zh: '各方案', en: 'Each alternative' };
  return { zh: `${minuend.zh}，减去 ${base.zh}`, en: `${minuend.en}, less ${base.en}` };
}

const nameOf = ({ indicator, counted }: DifferenceSeries, lang: Language): string =>
  counted === 'cumulative' ? words[lang].cumulative(indicatorName(indicator)[lang]) : indicatorName(indicator)[lang];

function panelOf(
  series: readonly DifferenceSeries[],
  alternatives: readonly string[],
  first: boolean,
  lang: Language,
): Panel {
  const values = series.flatMap(({ alternative, points }) =>
    points.map(({ year, mean, low, high, p05, p95 }) => ({
      alternative: alternative[lang],
      year,
      mean,
      // one replicate has no interval: its band has no width
      low: Number.isFinite(low) ? low : mean,
      high: Number.isFinite(high) ? high : mean,
      p05,
      p95,
    })),
  );
  const years = values.map(({ year }) => year);
  const x = yearChannel(Math.min(...years), Math.max(...years));
  const domain = niceDomain([0, ...values.flatMap(({ p05, p95, low, high }) => [p05, p95, low, high])], 5);
  const { unit } = series[0];
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: false },
    axis: { title: words[lang].units[unit] ?? unit, tickCount: 5, labelExpr: "format(datum.value, ',.6~g')" },
  });
  const color = {
    field: 'alternative',
    type: 'nominal' as const,
    scale: { domain: [...alternatives], range: alternatives.map((_, n) => colours[n % colours.length]) },
    legend:
      first && alternatives.length > 1 ? { title: null, orient: 'top' as const, columns: 1, symbolOpacity: 1 } : null,
  };
  const band = (low: string, high: string, opacity: number): Layer => ({
    mark: { type: 'area', opacity },
    encoding: { x, y: y(low), y2: { field: high }, color },
  });
  return {
    title: { text: nameOf(series[0], lang), fontSize: 12, anchor: 'start', frame: 'group', offset: 8, color: INK },
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: MUTED, strokeDash: [3, 3] },
        encoding: { y: y('zero') },
      },
      band('p05', 'p95', 0.16),
      band('low', 'high', 0.36),
      { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y: y('mean'), color } },
    ],
  };
}

/** The last difference of a series, for those who do not see it. */
function inWords(series: DifferenceSeries, lang: Language): string {
  const { year, mean, low, high } = series.points.at(-1)!;
  const shown = (value: number): string => Number(value.toPrecision(3)).toString();
  const name = `${series.alternative[lang]}, ${nameOf(series, lang)}`;
  return text(
    `${name}：${year}年 ${shown(mean)}（${shown(low)} 至 ${shown(high)}）。`,
    `${name}: ${shown(mean)} (${shown(low)} to ${shown(high)}) in ${year}.`,
  )[lang];
}
