import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, IndicatorRow } from '../chart-input.ts';
import { type CompareInput, MOST_RUNS } from '../compare-input.ts';
import { niceDomain, yearChannel } from '../fan.ts';
import { differs, tenths } from '../finding.ts';
import { type ChartSpec, head } from '../head.ts';
import { series } from '../series.ts';
import { INK } from '../theme.ts';
import { runLines } from './run-lines.ts';

/** The runs are named once, below. */
const legend = {
  orient: 'bottom',
  columns: 1,
  symbolType: 'stroke',
  symbolSize: 400,
  symbolStrokeWidth: 2,
  symbolOpacity: 1,
};

const WIDTH = 480;
const HEIGHT = 180;

/** Differences that are shown: rates in percentage points, settled persons added up since the base year. */
const compared = ['resident_urbanization_rate', 'registered_urbanization_rate', 'settled_persons.cumulative'] as const;

const words = {
  zh: {
    title: '与基准情景之差（逐次模拟相减）',
    note: '线：平均；阴影：90%的模拟结果；同一次模拟用同样的随机数',
    names: {
      resident_urbanization_rate: '常住人口城镇化率（百分点）',
      registered_urbanization_rate: '户籍人口城镇化率（百分点）',
      'settled_persons.cumulative': '累计落户（人）',
    },
    mean: '平均之差',
  },
  en: {
    title: 'Difference from the base run, replicate by replicate',
    note: 'Lines: mean; shaded: 90 % of replicates; a replicate has the same random numbers in every run',
    names: {
      resident_urbanization_rate: 'Resident urbanization rate (percentage points)',
      registered_urbanization_rate: 'Registered urbanization rate (percentage points)',
      'settled_persons.cumulative': 'Persons who settled, cumulative',
    },
    mean: 'mean difference',
  },
} as const;

interface Line {
  readonly name: string;
  readonly rows: readonly IndicatorRow[];
}

/** A panel for each compared indicator with the paired difference of every run from the base. Null when nothing can be paired. */
export function compareDifferencesChart({ runs, differences }: CompareInput, lang: Language): ChartSpec | null {
  const alternatives = runs.slice(1, MOST_RUNS);
  const panels = compared.flatMap((indicator) => {
    const lines = alternatives.flatMap(({ name }, i): Line[] => {
      const rows = (differences[i] ?? []).filter((row) => row.indicator === indicator && row.area === 'city');
      return rows.length > 1 ? [{ name: name[lang], rows }] : [];
    });
    return lines.length > 0 ? [{ indicator, lines }] : [];
  });
  if (panels.length === 0) return null;
  const names = alternatives.map(({ name }) => name[lang]);
  const title = runs[0].name;
  return {
    ...head({ scenario: { title } }, lang, {
      title: finding(runs[0].input, panels, lang),
      topic: words[lang].title,
      notes: [words[lang].note],
      description: panels
        .map(({ indicator, lines }) => describe(words[lang].names[indicator], lines, lang))
        .join(marks.gap[lang]),
    }),
    spacing: 30,
    vconcat: panels.map(({ indicator, lines }) => panel(words[lang].names[indicator], lines, names, lang)),
  };
}

/** Where the base run arrives, and what every other run adds to it by the first indicator that differs in one of them. */
function finding(
  base: ChartInput,
  panels: readonly { readonly indicator: (typeof compared)[number]; readonly lines: readonly Line[] }[],
  lang: Language,
): string {
  const differing = panels.find(isTold);
  const first = panels.find(({ indicator }) => indicator === 'registered_urbanization_rate') ?? panels[0];
  const { indicator, lines } = differing === undefined || isTold(first) ? first : differing;
  const last = lines[0].rows.at(-1)!;
  const level = series(base, 'registered_urbanization_rate').find(({ year }) => year === last.year);
  const start =
    level === undefined || indicator !== 'registered_urbanization_rate'
      ? ''
      : text(
          `${last.year}年基准情景中${tenths(level, lang)}的人户籍在城镇；`,
          `By ${last.year} ${tenths(level, lang)} are registered in town in the base run; `,
        )[lang];
  const unit = indicator.endsWith('_rate') ? 'percent' : 'persons';
  const told = lines.map(({ name, rows }) => {
    const { mean, p05, p95 } = rows.at(-1)!;
    // quantiles without width are those of one replicate
    const [low, high] = p05 === p95 && p05 !== 0 ? [Number.NaN, Number.NaN] : [p05, p95];
    return `${name} ${differs({ mean, low, high, unit }, lang)}`;
  });
  const what =
    start === ''
      ? text(`${last.year}年${indicatorName(indicator).zh}：`, `${indicatorName(indicator).en} in ${last.year}: `)[lang]
      : '';
  return start + what + told.join(marks.semicolon[lang]);
}

const isTold = ({ lines }: { readonly lines: readonly Line[] }): boolean =>
  lines.some(({ rows }) => rows.some(({ p05, p95 }) => p05 !== 0 || p95 !== 0));

function panel(title: string, lines: readonly Line[], names: readonly string[], lang: Language) {
  const values = lines.flatMap(({ name, rows }) =>
    rows.map(({ year, mean, p05, p95 }) => ({ run: name, year, mean, p05, p95 })),
  );
  const years = values.map(({ year }) => year);
  const domain = niceDomain([0, ...values.flatMap(({ p05, p95 }) => [p05, p95])], 5);
  return {
    title: { text: title, fontSize: 12, anchor: 'start' as const, frame: 'group' as const, color: INK },
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule' as const, color: INK, strokeWidth: 0.8 },
        encoding: { y: { field: 'zero', type: 'quantitative' as const } },
      },
      ...runLines({
        x: yearChannel(Math.min(...years), Math.max(...years)),
        domain,
        names,
        first: 1,
        line: { field: 'mean', title: words[lang].mean, format: ',.3~f' },
        legend,
        lang,
      }),
    ],
  };
}

/** The last year's differences in words. */
function describe(name: string, lines: readonly Line[], lang: Language): string {
  const { colon, comma, stop } = marks;
  const ends = lines.map((line) => `${line.name} ${signed(line.rows.at(-1)!.mean)} (${line.rows.at(-1)!.year})`);
  return `${name}${colon[lang]}${ends.join(comma[lang])}${stop[lang]}`;
}

/** A difference for readers: two decimals below a hundred, whole numbers beyond, with its sign. */
function signed(value: number): string {
  const digits = Math.abs(value) < 100 ? 2 : 0;
  const shown = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${value < 0 ? '−' : '+'}${shown}`;
}
