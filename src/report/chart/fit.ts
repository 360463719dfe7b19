import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, FitTable } from '../chart-input.ts';
import { fitLabels } from '../fit-labels.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, palette } from '../theme.ts';

const WIDTH = 420;
/** Names go on in a second line on a narrow screen. */
const ROW = 28;

const words = {
  zh: {
    title: '基年人口与普查的差距（占各表合计的%）',
    notes: ['实心：合成时用到的表', '空心：未用到的表，即检验', '* 不可比：普查还包括在县内换房居住的城镇居民'],
    axis: '绝对误差之和（%）',
    held: '检验',
  },
  en: {
    title: "How far the base population misses the census (percent of each table's sum)",
    notes: [
      'Filled: tables the synthesis used',
      'hollow: tables it did not use, the test',
      '* not comparable: the census also counts townspeople who moved flat inside a county',
    ],
    axis: 'sum of absolute errors, %',
    held: 'test',
  },
} as const;

/** Total absolute error of every census table, those that test the synthesis hollow. Null without a report of the fit. */
export function fitChart(input: ChartInput, lang: Language): ChartSpec | null {
  const tables = input.fit ?? [];
  if (tables.length === 0) return null;
  const values = [...tables]
    .sort((a, b) => Number(b.controlled) - Number(a.controlled) || b.error - a.error)
    .map((table) => ({
      name: nameOf(table, lang),
      error: table.error,
      text: table.error.toFixed(2),
      fill: table.controlled ? palette.blue : 'white',
    }));
  const largest = Math.max(...values.map(({ error }) => error), 1);
  const x = {
    field: 'error',
    type: 'quantitative' as const,
    scale: { domain: [0, largest * 1.12], nice: false },
    axis: { title: words[lang].axis, tickCount: 6 },
  };
  const y = {
    field: 'name',
    type: 'nominal' as const,
    sort: null,
    axis: { title: null, ticks: false, domain: false },
  };
  return {
    ...head(input, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: values.map(({ name, text }) => `${name} ${text} %`).join(marks.comma[lang]),
    }),
    width: WIDTH,
    height: { step: ROW },
    data: { values },
    encoding: { x, y },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.66 }, stroke: palette.blue, strokeWidth: 1.4 },
        encoding: { fill: { field: 'fill', type: 'nominal', scale: null } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, color: INK },
        encoding: { text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}

/** Name of the table; a mark for those that test the synthesis. */
function nameOf({ control, controlled }: FitTable, lang: Language): string {
  const name = Object.hasOwn(fitLabels, control) ? fitLabels[control].name[lang] : control;
  if (controlled) return name;
  return text(`${name}（${words.zh.held}）`, `${name} (${words.en.held})`)[lang];
}
