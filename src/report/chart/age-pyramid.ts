import { sum } from 'd3-array';
import { PYRAMID_GROUPS } from '../../indicator/names.ts';
import { type Language, marks, text } from '../../language/language.ts';
import { type SexName, sexes } from '../../population/codes.ts';
import type { ChartInput, Choice, IndicatorRow } from '../chart-input.ts';
import { niceDomain } from '../fan.ts';
import { countAxis, percent } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, palette, WIDTH } from '../theme.ts';

const HEIGHT = 400;
/** Oldest first: the order of the rows from the top. */
const groups = [...PYRAMID_GROUPS].reverse();

const words = {
  zh: {
    title: (unit: string) => `常住人口年龄结构（${unit}）`,
    base: (year: number) => `黑框：${year}年`,
    end: (year: number) => `色块：${year}年（各次模拟平均）`,
    whisker: '须线：90%的模拟结果',
    age: '年龄（岁）',
    male: '男',
    female: '女',
  },
  en: {
    title: (unit: string) => `Residents by age and sex (${unit})`,
    base: (year: number) => `Outlines: ${year}`,
    end: (year: number) => `filled bars: ${year} (mean of replicates)`,
    whisker: 'whiskers: 90 % of replicates',
    age: 'age, years',
    male: 'Men',
    female: 'Women',
  },
} as const;

interface Bar {
  readonly group: string;
  readonly sex: SexName;
  /** Men to the left of zero, women to the right. */
  readonly persons: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Age pyramid of the city's residents: outlines of the base year over filled bars of the end year, or another. Reads
 * `residents_by_age.<sex>.<group>` for 18 groups; null unless all are there in two different years.
 */
export function agePyramidChart(input: ChartInput, lang: Language, { year }: Choice = {}): ChartSpec | null {
  const { baseYear } = input.scenario;
  const endYear = year ?? input.scenario.endYear;
  const base = bars(input, baseYear);
  const end = bars(input, endYear);
  if (baseYear === endYear || !base || !end) return null;

  const largest = Math.max(...[...base, ...end].map((bar) => Math.max(Math.abs(bar.persons), Math.abs(bar.high))));
  const { unit, labelExpr } = countAxis(largest, lang);
  const reach = niceDomain([0, largest])[1];
  const notes = [words[lang].base(baseYear), words[lang].end(endYear), words[lang].whisker];
  const y = { field: 'group', type: 'ordinal' as const, sort: groups, axis: { title: words[lang].age } };
  const axis = { labelExpr, title: unit, tickCount: 9, labelFlush: false };
  const x = { field: 'persons', type: 'quantitative' as const, scale: { domain: [-reach, reach], nice: false }, axis };
  const fill = {
    field: 'sex',
    type: 'nominal' as const,
    scale: { domain: [...sexes], range: [palette.sky, palette.orange] },
    legend: null,
  };
  const sexNames = sexes.map((sex, i) => ({ text: words[lang][sex], place: (i - 0.5) * reach * 1.8 }));
  return {
    ...head(input, lang, {
      title: words[lang].title(unit),
      notes,
      description: [describe(base, baseYear, lang), describe(end, endYear, lang)].join(marks.gap[lang]),
    }),
    width: WIDTH,
    height: HEIGHT,
    layer: [
      { data: { values: end }, mark: { type: 'bar', height: { band: 0.84 } }, encoding: { x, y, fill } },
      {
        data: { values: base },
        mark: { type: 'bar', height: { band: 0.84 }, fill: 'transparent', stroke: INK, strokeWidth: 1.1 },
        encoding: { x, y },
      },
      {
        data: { values: end },
        mark: { type: 'rule', color: INK, strokeWidth: 1 },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y },
      },
      {
        data: { values: sexNames },
        mark: { type: 'text', y: 12, fontSize: 13, fontWeight: 'bold', color: INK },
        encoding: { x: { ...x, field: 'place' }, text: { field: 'text' } },
      },
    ],
  };
}

/** One bar a group and sex in a year, or null when one is missing. */
function bars(input: ChartInput, year: number): Bar[] | null {
  const rows = new Map<string, IndicatorRow>();
  for (const row of input.indicators) {
    if (row.area === 'city' && row.year === year) rows.set(row.indicator, row);
  }
  const all: Bar[] = [];
  for (const sex of sexes) {
    const side = sex === 'male' ? -1 : 1;
    for (const group of groups) {
      const row = rows.get(`residents_by_age.${sex}.${group}`);
      if (!row || !Number.isFinite(row.mean)) return null;
      all.push({ group, sex, persons: side * row.mean, low: side * row.p05, high: side * row.p95 });
    }
  }
  return all;
}

/** A pyramid in words: the shares of children and of older people. */
function describe(all: readonly Bar[], year: number, lang: Language): string {
  const count = (keep: (age: number) => boolean) =>
    sum(all, (bar) => (keep(Number.parseInt(bar.group, 10)) ? Math.abs(bar.persons) : 0));
  const total = count(() => true);
  const share = (part: number) => percent(total > 0 ? (100 * part) / total : 0, lang);
  const [young, old] = [share(count((age) => age < 15)), share(count((age) => age >= 60))];
  return text(
    `${year}年0-14岁占${young}，60岁及以上占${old}。`,
    `In ${year}, ${young} are aged 0-14 and ${old} are 60 and over.`,
  )[lang];
}
