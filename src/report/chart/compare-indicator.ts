import { type Language, type Localized, marks, text } from '../../language/language.ts';
import type { IndicatorRow } from '../chart-input.ts';
import { endLabels } from '../end-labels.ts';
import { yearChannel } from '../fan.ts';
import { figure } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { axisOfUnit } from './axis-of-unit.ts';
import { drawable } from './indicator-fan.ts';
import { runLines } from './run-lines.ts';

const WIDTH = 480;
const HEIGHT = 280;

/** One indicator of one area of several runs. */
interface IndicatorCompared {
  readonly label: Localized;
  readonly unit: string;
  readonly area: Localized;
  readonly source: Localized;
  readonly runs: readonly { readonly name: Localized; readonly rows: readonly IndicatorRow[] }[];
}

const words = {
  note: text('线：平均；阴影：90%的模拟结果', 'Lines: mean; shaded: 90 % of replicates'),
  mean: text('平均', 'mean'),
};

/** Any indicator of any area, a line and a band for every run. Null unless two runs have it for two years or more. */
export function compareIndicatorChart(told: IndicatorCompared, lang: Language): ChartSpec | null {
  const fans = told.runs
    .map(({ name, rows }) => ({ name: name[lang], rows: drawable(rows) }))
    .filter(({ rows }) => rows.length > 1);
  if (fans.length < 2) return null;
  const values = fans.flatMap(({ name, rows }) =>
    rows.map(({ area, indicator, year, p05, mean, p95 }) => ({ run: name, area, indicator, year, p05, mean, p95 })),
  );
  const years = values.map(({ year }) => year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const { domain, axis, format } = axisOfUnit(
    told.unit,
    values.flatMap(({ p05, p95 }) => [p05, p95]),
    lang,
  );
  const shown = (value: number, among?: readonly number[]): string => figure(value, told.unit, lang, among);
  const ends = fans.map(({ name, rows }) => ({ name, last: rows.at(-1)! }));
  const said = ends.map(({ name, last }) => `${name} ${shown(last.mean)}`).join(marks.semicolon[lang]);
  const at = text(`${told.label.zh}，${to}年：`, `${told.label.en} in ${to}: `)[lang];
  return {
    ...head({ scenario: { title: told.area } }, lang, {
      title: at + said,
      notes: [words.note[lang]],
      source: told.source[lang],
      description: ends
        .map(({ name, last }) => {
          const [mean, low, high] = [last.mean, last.p05, last.p95].map((value, _, all) => shown(value, all));
          return `${name} ${last.year} ${mean} (${low}–${high})`;
        })
        .join(marks.semicolon[lang]),
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      ...runLines({
        x: yearChannel(from, to),
        domain,
        axis,
        names: fans.map(({ name }) => name),
        first: 0,
        line: { field: 'mean', title: words.mean[lang], format },
        legend: { orient: 'top', columns: 1, symbolOpacity: 1 },
        lang,
      }),
      endLabels(
        ends.map(({ last }) => ({ year: last.year, value: last.mean, name: '', figure: shown(last.mean) })),
        domain,
        HEIGHT,
      ),
    ],
  };
}
