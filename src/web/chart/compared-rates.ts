import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks, text } from '../../language/language.ts';
import { endLabels } from '../../report/end-labels.ts';
import { niceDomain, yearChannel } from '../../report/fan.ts';
import { differs, tenths, withInterval } from '../../report/finding.ts';
import { percent } from '../../report/format.ts';
import { type ChartSpec, head, type Layer } from '../../report/head.ts';
import { INK, palette } from '../../report/theme.ts';
import { tooltip } from '../../report/tooltip.ts';
import { between, type Compared } from '../scene/compare.ts';
import { BEFORE_DASH, sidesNote, type WhatIf, WIDTH } from './what-if.ts';

const HEIGHT = 300;
const rates = ['resident_urbanization_rate', 'registered_urbanization_rate'] as const;
const colours = [palette.blue, palette.vermillion];
const shapes = ['circle', 'diamond'];

const words = {
  zh: {
    title: (place: string) => `${place}：常住与户籍人口城镇化率（%）`,
    observed: '点：公布值',
    targets: '叉：文件目标',
    short: { resident_urbanization_rate: '常住', registered_urbanization_rate: '户籍' },
  },
  en: {
    title: (place: string) => `${place}: resident and registered urbanization rate (%)`,
    observed: 'points: published',
    targets: 'crosses: document targets',
    short: { resident_urbanization_rate: 'Resident', registered_urbanization_rate: 'Registered' },
  },
} as const;

/** Both urbanization rates before and after, percent, with published figures and targets; null without two years of them. */
export function comparedRatesChart(whatIf: WhatIf, lang: Language): ChartSpec | null {
  const series = rates.map((indicator) => whatIf.compare({ indicator, cumulative: false }));
  if (series.some((rows) => rows.length < 2)) return null;
  const to = Math.max(...series.flatMap((rows) => rows.map((row) => row.year)));
  const ofRates = <T extends { readonly indicator: string; readonly year: number }>(rows: readonly T[]): T[] =>
    rows.filter(({ indicator, year }) => (rates as readonly string[]).includes(indicator) && year <= to);
  const observed = ofRates(whatIf.observations);
  const targets = ofRates(whatIf.targets);
  const from = Math.min(...series.flatMap((rows) => rows.map((row) => row.year)), ...observed.map((row) => row.year));

  const data = rates.flatMap((rate, i) => series[i].map((row) => dataOf(rate, row)));
  const values = [
    ...data.flatMap(({ p05, p95, before }) => [p05, p95, before]),
    ...[...observed, ...targets].map((o) => o.value),
  ];
  const [low, high] = niceDomain(values);
  const domain: [number, number] = [Math.max(0, low), Math.min(100, high)];
  const notes = [
    sidesNote(whatIf.changed)[lang],
    [observed.length > 0 ? words[lang].observed : '', targets.length > 0 ? words[lang].targets : '']
      .filter(Boolean)
      .join(marks.semicolon[lang]),
  ];
  return {
    ...head(whatIf, lang, {
      title: finding(series[1].at(-1)!, whatIf.changed, lang),
      topic: words[lang].title(whatIf.place[lang]),
      notes,
      description: rates.map((rate, i) => describe(rate, series[i], whatIf.changed, lang)).join(' '),
      width: WIDTH + 110,
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: data },
    layer: [
      ...lines(yearChannel(from, to), domain, whatIf.changed, lang),
      ...points(observed, targets, lang),
      endLabels(
        rates.map((rate, i) => ({ year: to, ...endOf(rate, series[i], lang) })),
        domain,
        HEIGHT,
      ),
    ],
  };
}

/** Where the registered rate arrives, or what the changes do to it. */
function finding({ year, alternative, difference }: Compared, changed: boolean, lang: Language): string {
  const level = text(
    `${year}年${tenths(alternative, lang)}的人户籍在城镇`,
    `By ${year} ${tenths(alternative, lang)} are registered in town`,
  )[lang];
  if (!changed) return `${level}${text('：', ': ')[lang]}${withInterval(alternative, 'percent', lang)}`;
  const said = differs({ ...between(difference), unit: 'percentage points' }, lang);
  return level + text(`；变动使户籍率${said}`, `; with the changes the rate is ${said}`)[lang];
}

const dataOf = (rate: string, { year, base, alternative: { p05, mean, p95 } }: Compared) => ({
  rate,
  year,
  p05,
  mean,
  p95,
  before: base.mean,
});

/** The interval and mean after, the mean before dashed. */
function lines(x: ReturnType<typeof yearChannel>, domain: [number, number], changed: boolean, lang: Language): Layer[] {
  const y = {
    type: 'quantitative' as const,
    title: null,
    scale: { domain, nice: false, zero: false },
    axis: { tickCount: 6 },
  };
  const color = {
    field: 'rate',
    type: 'nominal' as const,
    scale: { domain: [...rates], range: colours },
    legend: null,
  };
  const before: Layer[] = [
    {
      mark: { type: 'line', strokeWidth: 1.5, strokeDash: BEFORE_DASH },
      encoding: { x, y: { field: 'before', ...y }, color },
    },
  ];
  return [
    {
      mark: { type: 'area', opacity: 0.18 },
      encoding: { x, y: { field: 'p05', ...y }, y2: { field: 'p95' }, color },
    },
    ...(changed ? before : []),
    {
      mark: { type: 'line', strokeWidth: 2.4 },
      encoding: {
        x,
        y: { field: 'mean', ...y },
        color,
        tooltip: tooltip(lang, ['year', 'd'], ['mean', '.2f'], ['p05', '.2f'], ['p95', '.2f'], ['before', '.2f']),
      },
    },
  ];
}

function points(observed: WhatIf['observations'], targets: WhatIf['targets'], lang: Language): Layer[] {
  const x = { field: 'year', type: 'quantitative' as const };
  const y = { field: 'value', type: 'quantitative' as const };
  const published: Layer = {
    data: {
      values: observed.map(({ year, indicator, value, source }) => ({
        year,
        rate: indicator,
        value,
        source: source[lang],
      })),
    },
    mark: { type: 'point', filled: true, size: 45, opacity: 1, stroke: 'white', strokeWidth: 1 },
    encoding: {
      x,
      y,
      color: { field: 'rate', type: 'nominal', scale: { domain: [...rates], range: colours }, legend: null },
      shape: { field: 'rate', type: 'nominal', scale: { domain: [...rates], range: shapes }, legend: null },
      tooltip: tooltip(lang, ['year', 'd'], 'value', 'source'),
    },
  };
  const promised: Layer = {
    data: { values: targets.map(({ year, value, document }) => ({ year, value, document })) },
    mark: { type: 'point', shape: 'cross', filled: true, size: 55, opacity: 1, color: INK },
    encoding: { x, y, tooltip: tooltip(lang, ['year', 'd'], 'value', 'document') },
  };
  return [...(observed.length > 0 ? [published] : []), ...(targets.length > 0 ? [promised] : [])];
}

function endOf(rate: (typeof rates)[number], rows: readonly Compared[], lang: Language) {
  const { alternative } = rows.at(-1)!;
  return { value: alternative.mean, name: words[lang].short[rate], figure: percent(alternative.mean, lang) };
}

function describe(rate: string, rows: readonly Compared[], changed: boolean, lang: Language): string {
  const { year, base, alternative } = rows.at(-1)!;
  const [after, before] = [percent(alternative.mean, lang), percent(base.mean, lang)];
  const name = indicatorName(rate)[lang];
  if (!changed) return text(`${name}：${year}年${after}。`, `${name}: ${after} in ${year}.`)[lang];
  return text(`${name}：${year}年${after}，变动前${before}。`, `${name}: ${after} in ${year}, ${before} before.`)[lang];
}
