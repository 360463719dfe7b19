import { ticks } from 'd3-array';
import { type Language, type Localized, marks, text } from '../../language/language.ts';
import { niceDomain, yearChannel } from '../../report/fan.ts';
import { axisTitle } from '../../report/format.ts';
import { type ChartSpec, head } from '../../report/head.ts';
import { INK, MUTED, palette } from '../../report/theme.ts';
import { tooltip } from '../../report/tooltip.ts';
import type { Compared, Measure } from '../scene/compare.ts';
import { amountAxis, level, measureName } from './measures.ts';
import { BEFORE_DASH, sidesNote, type WhatIf } from './what-if.ts';

const PANEL_WIDTH = 236;
const PANEL_HEIGHT = 130;
const TICKS = 4;

/** A small chart for each measure, before dashed and after solid; null when none has two years. */
export function comparedPanelsChart(
  whatIf: WhatIf,
  { title, measures }: { readonly title: Localized; readonly measures: readonly Measure[] },
  lang: Language,
): ChartSpec | null {
  const panels = measures
    .map((measure) => ({ measure, rows: whatIf.compare(measure) }))
    .filter(
      ({ rows }) => rows.length > 1 && rows.some(({ alternative, base }) => alternative.p95 !== 0 || base.p95 !== 0),
    );
  if (panels.length === 0) return null;
  const sep = marks.semicolon[lang];
  return {
    ...head(whatIf, lang, {
      title: `${whatIf.place[lang]}${marks.colon[lang]}${title[lang]}`,
      notes: [sidesNote(whatIf.changed)[lang]],
      description: panels
        .map(({ measure, rows }) => `${measureName(measure)[lang]} ${ends(measure, rows, lang)}`)
        .join(sep),
      width: 900,
    }),
    columns: 3,
    align: 'all',
    spacing: { row: 24, column: 30 },
    concat: panels.map(({ measure, rows }) => panel(measure, rows, whatIf.changed, lang)),
  };
}

function panel(measure: Measure, rows: readonly Compared[], changed: boolean, lang: Language) {
  const values = rows.map(({ year, base, alternative: { p05, mean, p95 } }) => ({
    year,
    p05,
    mean,
    p95,
    before: base.mean,
  }));
  const domain = niceDomain([0, ...values.flatMap((row) => [row.p05, row.p95, row.before])], TICKS);
  const { unit, labelExpr } = amountAxis(Math.max(domain[1], -domain[0]), measure, lang);
  const x = yearChannel(rows[0].year, rows.at(-1)!.year);
  const y = {
    type: 'quantitative' as const,
    title: null,
    scale: { domain, nice: false },
    axis: {
      ...axisTitle(unit, lang),
      labelExpr,
      values: ticks(...domain, TICKS),
    },
  };
  const color = { value: palette.blue };
  const before = {
    mark: { type: 'line' as const, strokeWidth: 1.5, strokeDash: BEFORE_DASH, color: INK },
    encoding: { x, y: { field: 'before', ...y } },
  };
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    title: {
      text: measureName(measure)[lang],
      subtitle: ends(measure, rows, lang),
      frame: 'group' as const,
      fontSize: 12,
      color: INK,
      subtitleColor: MUTED,
      offset: 6,
    },
    data: { values },
    layer: [
      {
        mark: { type: 'area' as const, opacity: 0.2 },
        encoding: { x, y: { field: 'p05', ...y }, y2: { field: 'p95' }, color },
      },
      {
        mark: { type: 'line' as const, strokeWidth: 2.2 },
        encoding: {
          x,
          y: { field: 'mean', ...y },
          color,
          tooltip: tooltip(lang, ['year', 'd'], ['mean', ',.0f'], ['p05', ',.0f'], ['p95', ',.0f'], ['before', ',.0f']),
        },
      },
      ...(changed ? [before] : []),
    ],
  };
}

/** First and last year in words: `24,300 → 18,900 (19,400 before)`. */
function ends(measure: Measure, rows: readonly Compared[], lang: Language): string {
  const [first, last] = [rows[0], rows.at(-1)!];
  const [from, to, before] = [first.alternative.mean, last.alternative.mean, last.base.mean].map((value, _, all) =>
    level(value, measure, lang, all),
  );
  const path = `${from} → ${to}`;
  if (to === before) return path;
  return text(`${path}（变动前${before}）`, `${path} (${before} before)`)[lang];
}
