import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks } from '../../language/language.ts';
import type { IndicatorRow } from '../chart-input.ts';
import { type CompareInput, MOST_RUNS } from '../compare-input.ts';
import { endLabels } from '../end-labels.ts';
import { niceDomain, yearChannel } from '../fan.ts';
import { percent } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { series } from '../series.ts';
import { INK } from '../theme.ts';
import { runLines } from './run-lines.ts';

const WIDTH = 480;
const HEIGHT = 220;

const rates = ['resident_urbanization_rate', 'registered_urbanization_rate'];

const words = {
  zh: { title: '两率比较（%）', note: '线：平均；阴影：90%的模拟结果', mean: '平均' },
  en: {
    title: 'Both rates, run by run (percent)',
    note: 'Lines: mean; shaded: 90 % of replicates',
    mean: 'mean',
  },
} as const;

/** A panel for each rate with a line and a band for every run. Null unless two runs have a rate for two years or more. */
export function compareRatesChart({ runs }: CompareInput, lang: Language): ChartSpec | null {
  const shown = runs.slice(0, MOST_RUNS);
  const panels = rates.flatMap((rate) => {
    const fans = shown.map(({ name, input }) => ({ name: name[lang], rows: series(input, rate) }));
    return fans.filter(({ rows }) => rows.length > 1).length > 1 ? [{ rate, fans }] : [];
  });
  if (panels.length === 0) return null;
  const title = { zh: shown.map(({ name }) => name.zh).join('；'), en: shown.map(({ name }) => name.en).join('; ') };
  return {
    ...head({ scenario: { title } }, lang, {
      title: words[lang].title,
      notes: [words[lang].note],
      description: panels.map(({ rate, fans }) => describe(rate, fans, lang)).join(marks.gap[lang]),
    }),
    spacing: 30,
    vconcat: panels.map(({ rate, fans }) => panel(rate, fans, lang)),
  };
}

interface Fan {
  readonly name: string;
  readonly rows: readonly IndicatorRow[];
}

function panel(rate: string, fans: readonly Fan[], lang: Language) {
  const values = fans.flatMap(({ name, rows }) =>
    rows.map(({ year, p05, mean, p95 }) => ({ run: name, year, p05, mean, p95 })),
  );
  const years = values.map(({ year }) => year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const [low, high] = niceDomain(values.flatMap(({ p05, p95 }) => [p05, p95]));
  const domain: [number, number] = [Math.max(0, low), Math.min(100, high)];
  const ends = fans
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => ({
      year: to,
      value: rows.at(-1)!.mean,
      name,
      figure: percent(rows.at(-1)!.mean, lang),
    }));
  return {
    title: {
      text: indicatorName(rate)[lang],
      fontSize: 12,
      anchor: 'start' as const,
      frame: 'group' as const,
      color: INK,
    },
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      ...runLines({
        x: yearChannel(from, to),
        domain,
        names: fans.map(({ name }) => name),
        first: 0,
        line: { field: 'mean', title: words[lang].mean, format: '.2f' },
        legend: null,
        lang,
      }),
      endLabels(ends, domain, HEIGHT),
    ],
  };
}

/** The last year of every run in words. */
function describe(rate: string, fans: readonly Fan[], lang: Language): string {
  const { colon, comma, stop } = marks;
  const ends = fans.flatMap(({ name, rows }) =>
    rows.length > 0 ? [`${name} ${percent(rows.at(-1)!.mean, lang)}`] : [],
  );
  return `${indicatorName(rate)[lang]}${colon[lang]}${ends.join(comma[lang])}${stop[lang]}`;
}
