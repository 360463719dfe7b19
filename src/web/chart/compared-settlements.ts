import { type Language, text } from '../../language/language.ts';
import { axisTitle, countAxis, persons, yearTicks } from '../../report/format.ts';
import { type ChartSpec, head, type Layer } from '../../report/head.ts';
import { INK, palette } from '../../report/theme.ts';
import { tooltip } from '../../report/tooltip.ts';
import type { Compared } from '../scene/compare.ts';
import { type WhatIf, WIDTH } from './what-if.ts';

const HEIGHT = 300;
const settled = { indicator: 'settled_persons', cumulative: false } as const;

const words = {
  zh: {
    title: (place: string) => `${place}：每年落户人数`,
    note: (changed: boolean) => `${changed ? '蓝：变动后；灰：变动前；' : ''}柱：各次模拟平均；须线：90%的模拟结果`,
    before: '变动前',
    after: '变动后',
  },
  en: {
    title: (place: string) => `${place}: persons who settle each year`,
    note: (changed: boolean) =>
      `${changed ? 'Blue: after, grey: before; ' : ''}bars: mean; whiskers: 90 % of replicates`,
    before: 'before',
    after: 'after',
  },
} as const;

/** Persons settled each year, a bar before beside a bar after; null when nobody settles on either side. */
export function comparedSettlementsChart(whatIf: WhatIf, lang: Language): ChartSpec | null {
  const rows = whatIf.compare(settled);
  if (rows.length === 0 || rows.every(({ base, alternative }) => base.mean === 0 && alternative.mean === 0))
    return null;
  const sides = whatIf.changed ? ([words[lang].before, words[lang].after] as const) : ([words[lang].after] as const);
  const values = rows.flatMap(({ year, base, alternative }) => {
    const bar = (side: string, { mean, p05, p95 }: Compared['base']) => ({ year, side, mean, p05, p95 });
    return [...(whatIf.changed ? [bar(words[lang].before, base)] : []), bar(words[lang].after, alternative)];
  });
  const { unit, labelExpr } = countAxis(Math.max(...values.map((bar) => bar.p95)), lang);
  const years = rows.map((row) => row.year);
  return {
    ...head(whatIf, lang, {
      title: words[lang].title(whatIf.place[lang]),
      notes: [words[lang].note(whatIf.changed)],
      description: describe(rows, whatIf.changed, lang),
      width: WIDTH + 40,
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    encoding: {
      x: {
        field: 'year',
        type: 'ordinal',
        title: null,
        axis: { labelAngle: 0, values: yearTicks(years[0], years.at(-1)!) },
        scale: { domain: years, paddingInner: 0.2 },
      },
      xOffset: { field: 'side', type: 'nominal', sort: [...sides], scale: { domain: [...sides] } },
    },
    layer: layers(unit, labelExpr, sides, lang),
  };
}

function layers(unit: string, labelExpr: string, sides: readonly string[], lang: Language): Layer[] {
  const axis = { ...axisTitle(unit, lang), labelExpr, tickCount: 5 };
  const range = sides.length === 2 ? ['#b3b3b3', palette.blue] : [palette.blue];
  return [
    {
      mark: { type: 'bar' },
      encoding: {
        y: { field: 'mean', type: 'quantitative', axis },
        color: { field: 'side', type: 'nominal', scale: { domain: [...sides], range }, legend: null },
        tooltip: tooltip(lang, 'year', 'side', ['mean', ',.0f'], ['p05', ',.0f'], ['p95', ',.0f']),
      },
    },
    {
      mark: { type: 'rule', strokeWidth: 1, color: INK },
      encoding: { y: { field: 'p05', type: 'quantitative' }, y2: { field: 'p95' } },
    },
  ];
}

function describe(rows: readonly Compared[], changed: boolean, lang: Language): string {
  const sum = (side: 'base' | 'alternative'): number => rows.reduce((all, row) => all + row[side].mean, 0);
  const both = changed ? [sum('base'), sum('alternative')] : [sum('alternative')];
  const total = (side: 'base' | 'alternative'): string => persons(sum(side), lang, both);
  const [from, to] = [rows[0].year, rows.at(-1)!.year];
  if (!changed)
    return text(
      `${from}至${to}年平均共落户${total('alternative')}人。`,
      `${total('alternative')} persons settle from ${from} to ${to} on average.`,
    )[lang];
  return text(
    `${from}至${to}年平均共落户${total('alternative')}人，变动前${total('base')}人。`,
    `${total('alternative')} persons settle from ${from} to ${to} on average, ${total('base')} before.`,
  )[lang];
}
