import { indicatorName } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import { marks } from '../../language/language.ts';
import { niceDomain } from '../fan.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';

const WIDTH = 420;
/** Height of the row of one group. */
const ROW = 30;

/** A mean with its 90 % interval. */
interface Value {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What the chart shows: where the number stands without the groups, what each adds, and where it comes out. */
export interface Waterfall {
  readonly title: Localized;
  readonly indicator: string;
  readonly unit: string;
  readonly counted: 'year' | 'cumulative';
  readonly year: number;
  readonly baseline: number;
  readonly whole: number;
  readonly steps: readonly (Value & { readonly name: Localized; readonly text: string })[];
  /** Start and end as readers are told them. */
  readonly baselineText: string;
  readonly wholeText: string;
}

const words = {
  zh: {
    title: (name: string, year: number, cumulative: boolean) =>
      `各项措施的作用：${name}${cumulative ? '（累计）' : ''}，${year}年`,
    notes: ['柱：沙普利值，合计等于全部作用；黑线：均值的90%区间', '橙：增加；蓝：减少'],
    baseline: '没有这些措施',
    whole: '全部措施',
    units: { persons: '人', percent: '%', households: '户', 'percentage points': '百分点' } as Readonly<
      Record<string, string>
    >,
  },
  en: {
    title: (name: string, year: number, cumulative: boolean) =>
      `What each measure did: ${name}${cumulative ? ', cumulative' : ''}, ${year}`,
    notes: [
      'Bars: Shapley values, which add up to the whole effect; black: 90 % interval of the mean',
      'orange: more; blue: less',
    ],
    baseline: 'without these measures',
    whole: 'with all of them',
    units: { percent: 'percent' } as Readonly<Record<string, string>>,
  },
} as const;

/** A waterfall from the baseline over what each group adds to the whole, one row each. Null where nothing has an effect. */
export function waterfallChart(fall: Waterfall, lang: Language): ChartSpec | null {
  const { baseline, whole, steps } = fall;
  if (steps.every(({ mean }) => mean === 0)) return null;
  let at = baseline;
  const bars = steps.map(({ name, mean, low, high, text }) => {
    const from = at;
    at += mean;
    const interval = { low: from + finite(low, mean), high: from + finite(high, mean) };
    return { name: name[lang], from, to: at, ...interval, text, colour: mean < 0 ? palette.blue : palette.vermillion };
  });
  const ends = [
    { name: words[lang].baseline, at: baseline, text: fall.baselineText },
    { name: words[lang].whole, at: whole, text: fall.wholeText },
  ];
  const domain = niceDomain([baseline, whole, ...bars.flatMap(({ from, to, low, high }) => [from, to, low, high])], 5);
  const label = indicatorName(fall.indicator)[lang];
  const input = { scenario: { title: fall.title } };
  const order = [ends[0].name, ...bars.map(({ name }) => name), ends[1].name];
  return {
    ...head(input, lang, {
      title: words[lang].title(label, fall.year, fall.counted === 'cumulative'),
      notes: words[lang].notes,
      description: inWords(fall, lang),
      width: WIDTH + 220,
    }),
    width: WIDTH,
    height: ROW * order.length,
    encoding: {
      y: { field: 'name', type: 'nominal', sort: order, axis: { title: null, ticks: false, domain: false } },
    },
    layer: layers(bars, ends, domain, words[lang].units[fall.unit] ?? fall.unit),
  };
}

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

type Rows = readonly Readonly<Record<string, string | number>>[];

function layers(bars: Rows, ends: Rows, domain: readonly [number, number], title: string): Layer[] {
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: { title, tickCount: 6, labelExpr: "format(datum.value, ',.6~g')" },
  });
  const text: Layer['encoding'] = { x: { value: WIDTH + 10 }, text: { field: 'text', type: 'nominal' } };
  return [
    {
      data: { values: [...bars] },
      mark: { type: 'bar', height: 14 },
      encoding: { x: x('from'), x2: { field: 'to' }, color: { field: 'colour', type: 'nominal', scale: null } },
    },
    {
      data: { values: [...bars] },
      mark: { type: 'rule', color: INK, strokeWidth: 1.4 },
      encoding: { x: x('low'), x2: { field: 'high' } },
    },
    { data: { values: [...bars] }, mark: { type: 'text', align: 'left', color: MUTED }, encoding: text },
    {
      data: { values: [...ends] },
      mark: { type: 'tick', thickness: 3, size: 18, color: INK },
      encoding: { x: x('at') },
    },
    { data: { values: [...ends] }, mark: { type: 'text', align: 'left', color: INK }, encoding: text },
  ] as Layer[];
}

/** Every step in words, for those who do not see it. */
function inWords({ steps, baselineText, wholeText }: Waterfall, lang: Language): string {
  const { colon, comma, stop } = marks;
  const told = [
    `${words[lang].baseline}${colon[lang]}${baselineText}`,
    ...steps.map(({ name, text }) => `${name[lang]}${colon[lang]}${text}`),
    `${words[lang].whole}${colon[lang]}${wholeText}`,
  ];
  return `${told.join(comma[lang])}${stop[lang]}`;
}
