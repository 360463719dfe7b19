import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks } from '../../language/language.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, palette } from '../theme.ts';

const WIDTH = 300;
const HEIGHT = 150;

const parts = ['parameters', 'paths', 'structure', 'chance'] as const;
type PartName = (typeof parts)[number];

/** What the variance of an indicator is made of in one year. */
interface VarianceYear {
  readonly indicator: string;
  readonly year: number;
  readonly variance: Readonly<Record<PartName, number>>;
}

const words = {
  zh: {
    title: '不确定性从哪里来：随年份的变化',
    notes: ['各部分占方差的比例；估计略低于零者画为零', '路径：生育、死亡、迁移、落户逐年的波动与基年户籍的抽取'],
    axis: '占方差（%）',
    year: '年份',
    part: '来源',
    parts: { parameters: '参数', paths: '路径与基年户籍', structure: '有争议的设定', chance: '偶然与抽样' },
  },
  en: {
    title: 'Where the uncertainty comes from, year by year',
    notes: [
      'Shares of the variance; an estimate a little below zero is drawn as zero',
      'Paths: what moves births, deaths, migration and settling from year to year, and draws of registers in the base year',
    ],
    axis: 'share of the variance, %',
    year: 'year',
    part: 'source',
    parts: {
      parameters: 'parameters',
      paths: 'paths, registers of the base year',
      structure: 'contested choices',
      chance: 'chance and sample',
    },
  },
} as const;

const colours: Readonly<Record<PartName, string>> = {
  parameters: palette.blue,
  paths: palette.vermillion,
  structure: palette.yellow,
  chance: '#8c8c8c',
};

/** Shares of the variance by its source and year, a panel for each indicator, two a line. */
export function varianceByHorizonChart(rows: readonly VarianceYear[], title: Localized, lang: Language): ChartSpec {
  const say = words[lang];
  const { colon, comma, stop } = marks;
  const indicators = [...new Set(rows.map(({ indicator }) => indicator))];
  const sharesOf = ({ variance }: VarianceYear) => {
    const sound = parts.map((part) => Math.max(0, variance[part]));
    const whole = sound.reduce((sum, each) => sum + each, 0);
    return sound.map((each) => (whole > 0 ? (100 * each) / whole : 0));
  };
  const panels = indicators.map((indicator) => ({
    title: { text: indicatorName(indicator)[lang], fontSize: 12, anchor: 'start' as const, color: INK },
    width: WIDTH,
    height: HEIGHT,
    data: {
      values: rows
        .filter((row) => row.indicator === indicator)
        .flatMap((row) =>
          sharesOf(row).map((share, p) => ({ year: row.year, part: say.parts[parts[p]], order: p, share })),
        ),
    },
    mark: { type: 'area' as const, opacity: 0.9 },
    encoding: {
      x: {
        field: 'year',
        type: 'quantitative' as const,
        axis: { title: say.year, format: 'd', tickCount: 5 },
        scale: { zero: false, nice: false },
      },
      y: {
        field: 'share',
        type: 'quantitative' as const,
        stack: 'zero' as const,
        axis: { title: say.axis },
        scale: { domain: [0, 100] },
      },
      color: {
        field: 'part',
        type: 'nominal' as const,
        scale: { domain: parts.map((part) => say.parts[part]), range: parts.map((part) => colours[part]) },
        legend: { title: say.part, orient: 'bottom' as const, columns: 2 },
      },
      order: { field: 'order', type: 'quantitative' as const },
    },
  }));
  const last = rows.filter(({ indicator, year }) =>
    rows.every((other) => other.indicator !== indicator || other.year <= year),
  );
  const inWords = last.map((row) => {
    const list = sharesOf(row).map((share, p) => `${say.parts[parts[p]]} ${share.toFixed(0)}%`);
    return `${indicatorName(row.indicator)[lang]} ${row.year}${colon[lang]}${list.join(comma[lang])}${stop[lang]}`;
  });
  return {
    ...head({ scenario: { title } }, lang, {
      title: say.title,
      notes: [...say.notes],
      description: inWords.join(' '),
      width: 2 * WIDTH + 80,
    }),
    columns: 2,
    spacing: 28,
    resolve: { scale: { color: 'shared' as const } },
    concat: panels,
  } as ChartSpec;
}
