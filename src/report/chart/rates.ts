import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, IndicatorRow, Observation, Target } from '../chart-input.ts';
import { endLabels } from '../end-labels.ts';
import { fanData, fanLayers, niceDomain, yearChannel } from '../fan.ts';
import { sinceStart, tenths, withInterval } from '../finding.ts';
import { percent } from '../format.ts';
import { type ChartSpec, head, type Layer, shadedNote } from '../head.ts';
import { series } from '../series.ts';
import { spreadLabels } from '../spread-labels.ts';
import { INK, MUTED, palette, WIDTH } from '../theme.ts';
import { tooltip } from '../tooltip.ts';

const HEIGHT = 360;
const TARGET_GAP = 14;
/** Ends of a 90 % interval, in standard errors. */
const Z = 1.645;

/** Both rates, in the order of colours, dashes and shapes below. */
const rates = ['resident_urbanization_rate', 'registered_urbanization_rate'];
const colours = [palette.blue, palette.vermillion];
const dashes = [[1, 0] as const, [7, 3] as const];
const shapes = ['circle', 'diamond'];

const words = {
  zh: {
    title: '常住人口与户籍人口城镇化率（%）',
    axis: '城镇化率（%）',
    observed: '点：公布值',
    own: '竖线：自有数字的90%误差',
    targets: '细点线：文件目标',
    target: (year: number) => `（${year}年目标）`,
  },
  en: {
    title: 'Resident and registered urbanization rate (percent)',
    axis: 'urban share of population, %',
    observed: 'points: published figures',
    own: 'bars: 90 % error of figures of one’s own',
    targets: 'dotted: document targets',
    target: (year: number) => ` (target for ${year})`,
  },
} as const;

/**
 * Fan chart of the resident and the registered urbanization rate of the city, percent, with published figures as points
 * and the documents' targets as rules, as far as the run's last year. Null unless the tables have both rates for two years
 * or more.
 */
export function ratesChart(input: ChartInput, lang: Language): ChartSpec | null {
  const fans = rates.map((rate) => series(input, rate));
  if (fans.some((fan) => fan.length < 2)) return null;
  const rows = fans.flat();
  const to = Math.max(...rows.map((row) => row.year));
  const observed = (input.observations ?? []).filter(
    (o) => o.area === 'city' && rates.includes(o.indicator) && o.year <= to,
  );
  const own = (input.figures ?? [])
    .filter((o) => o.area === 'city' && rates.includes(o.indicator) && o.year <= to)
    .map(({ year, indicator, value, error }) => ({ year, indicator, low: value - Z * error, high: value + Z * error }));
  const targets = (input.targets ?? []).filter((t) => rates.includes(t.indicator) && t.year <= to);

  const from = Math.min(...[...rows, ...observed].map((row) => row.year));
  const values = [
    ...rows.flatMap((row) => [row.p05, row.p95]),
    ...[...observed, ...targets].map((row) => row.value),
    ...own.flatMap(({ low, high }) => [low, high]),
  ];
  const [low, high] = niceDomain(values);
  const domain: [number, number] = [Math.max(0, low), Math.min(100, high)];

  const x = yearChannel(from, to);
  const y = { scale: { domain, nice: false, zero: false }, axis: { title: words[lang].axis, tickCount: 6 } };
  const notes = [
    shadedNote[lang],
    observed.length > 0 ? words[lang].observed : '',
    own.length > 0 ? words[lang].own : '',
    targets.length > 0 ? words[lang].targets : '',
  ];
  return {
    ...head(input, lang, {
      title: finding(fans, series(input, 'rate_gap'), lang),
      topic: words[lang].title,
      notes,
      description: describe(fans, lang),
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: fanData(rows) },
    layer: [
      ...fanLayers({ x, y, indicators: rates, colours, dashes, lang }),
      ...(targets.length > 0 ? targetLayers(targets, from, domain, lang) : []),
      ...(own.length > 0 ? [errorLayer(own)] : []),
      ...(observed.length > 0 ? [observedLayer(observed, lang)] : []),
      endLabels(
        fans.map((fan, i) => endLabel(fan.at(-1)!, rates[i], to, lang)),
        domain,
        HEIGHT,
      ),
    ],
  };
}

const endLabel = (last: IndicatorRow, rate: string, to: number, lang: Language) => ({
  year: to,
  value: last.mean,
  name: indicatorName(rate)[lang],
  figure: percent(last.mean, lang),
});

/** A thin rule at each target from the left edge to its year, ending in a mark and named at the left above the rule. */
function targetLayers(targets: readonly Target[], from: number, domain: [number, number], lang: Language): Layer[] {
  const gap = ((domain[1] - domain[0]) * TARGET_GAP) / HEIGHT;
  const places = spreadLabels(
    targets.map((target) => target.value + gap * 0.6),
    gap,
  );
  const values = targets.map(({ indicator, year, value, label, document }, i) => ({
    ...{ indicator, year, value, document, from, place: places[i] },
    text: `${label[lang]}${words[lang].target(year)}`,
  }));
  const data = { values };
  /** Labels alone have a shorter form for narrow screens. */
  const named = { values: values.map((value, i) => ({ ...value, brief: targets[i].label[lang] })) };
  const y = { field: 'value', type: 'quantitative' as const };
  const x = { field: 'year', type: 'quantitative' as const };
  const left = { field: 'from', type: 'quantitative' as const };
  const label = { x: left, y: { ...y, field: 'place' }, text: { field: 'text', type: 'nominal' as const } };
  return [
    {
      data,
      mark: { type: 'rule', strokeDash: [1, 3], color: INK },
      encoding: { x: left, x2: { field: 'year' }, y },
    },
    {
      data,
      mark: { type: 'point', shape: 'cross', filled: true, size: 55, opacity: 1, color: INK },
      encoding: { x, y, tooltip: tooltip(lang, 'text', 'document', 'value') },
    },
    { data: named, mark: { type: 'text', align: 'left', dx: 6, stroke: 'white', strokeWidth: 3 }, encoding: label },
    { data: named, mark: { type: 'text', align: 'left', dx: 6, color: MUTED }, encoding: label },
  ];
}

/** Figures of one's own: a bar as long as their 90 % error, behind their points. */
const errorLayer = (values: readonly { year: number; indicator: string; low: number; high: number }[]): Layer => ({
  data: { values: [...values] },
  mark: { type: 'rule', strokeWidth: 1.6, opacity: 1 },
  encoding: {
    x: { field: 'year', type: 'quantitative' },
    y: { field: 'low', type: 'quantitative' },
    y2: { field: 'high' },
    color: { field: 'indicator', type: 'nominal', scale: { domain: rates, range: colours }, legend: null },
  },
});

/** Published figures: filled points with a white edge, a shape to each rate. */
function observedLayer(observed: readonly Observation[], lang: Language): Layer {
  const values = observed.map(({ year, indicator, value, source }) => ({
    year,
    indicator,
    value,
    source: source[lang],
  }));
  return {
    data: { values },
    mark: { type: 'point', filled: true, size: 62, opacity: 1, stroke: 'white', strokeWidth: 1 },
    encoding: {
      x: { field: 'year', type: 'quantitative' },
      y: { field: 'value', type: 'quantitative' },
      color: { field: 'indicator', type: 'nominal', scale: { domain: rates, range: colours }, legend: null },
      shape: { field: 'indicator', type: 'nominal', scale: { domain: rates, range: shapes }, legend: null },
      tooltip: tooltip(lang, ['year', 'd'], 'value', 'source'),
    },
  };
}

/** How many are registered in town at the end, whether that is more than at the start, and what lies between the two rates. */
function finding([, registered]: readonly IndicatorRow[][], gap: readonly IndicatorRow[], lang: Language): string {
  const [first, last] = [registered[0], registered.at(-1)!];
  const level = text(
    `${last.year}年${tenths(last, lang)}的人户籍在城镇：${withInterval(last, 'percent', lang)}，${sinceStart(last, first.mean, first.year, lang)}`,
    `By ${last.year} ${tenths(last, lang)} are registered in town: ${withInterval(last, 'percent', lang)}, ${sinceStart(last, first.mean, first.year, lang)}`,
  )[lang];
  const end = gap.at(-1);
  if (end === undefined || end.year !== last.year) return level;
  const between = withInterval(end, 'percentage points', lang);
  return (
    level + text(`；与常住人口城镇化率相差${between}`, `; ${between} behind the rate of those who live there`)[lang]
  );
}

/** The fan in words: each rate at its first and last year, with the 90 % interval at the last. */
function describe(fans: readonly IndicatorRow[][], lang: Language): string {
  const sentence = (fan: IndicatorRow[], rate: string) => {
    const [first, last] = [fan[0], fan.at(-1)!];
    const [start, end, p05, p95] = [first.mean, last.mean, last.p05, last.p95].map((value) => percent(value, lang));
    return text(
      `${indicatorName(rate)[lang]}：${first.year}年${start}，${last.year}年${end}（90%的模拟结果在${p05}至${p95}之间）。`,
      `${indicatorName(rate)[lang]}: ${start} in ${first.year}, ${end} in ${last.year} (90 % of replicates between ${p05} and ${p95}).`,
    )[lang];
  };
  return fans.map((fan, i) => sentence(fan, rates[i])).join(marks.gap[lang]);
}
