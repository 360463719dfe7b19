import { type Language, type Localized, text } from '../../language/language.ts';
import type { IndicatorRow } from '../chart-input.ts';
import { fanData, fanLayers, yearChannel } from '../fan.ts';
import { figure } from '../format.ts';
import { type ChartSpec, head, shadedNote } from '../head.ts';
import { palette, WIDTH } from '../theme.ts';
import { axisOfUnit } from './axis-of-unit.ts';

const HEIGHT = 320;

/** One indicator of one area of a run. */
interface IndicatorTold {
  readonly label: Localized;
  readonly unit: string;
  readonly area: Localized;
  /** Title of the run. */
  readonly run: Localized;
  /** Where the numbers come from: result, replicates, sample, date. */
  readonly source: Localized;
  readonly rows: readonly IndicatorRow[];
}

/** Rows with a number in every statistic, in order of years. */
export const drawable = (rows: readonly IndicatorRow[]): IndicatorRow[] =>
  rows
    .filter((row) => [row.mean, row.p05, row.p25, row.p75, row.p95].every(Number.isFinite))
    .sort((a, b) => a.year - b.year);

/** Any indicator of any area by year: the mean, and half and nine tenths of the replicates shaded. Null without two years. */
export function indicatorFanChart(told: IndicatorTold, lang: Language): ChartSpec | null {
  const rows = drawable(told.rows);
  if (rows.length < 2) return null;
  const [first, last] = [rows[0], rows.at(-1)!];
  const values = rows.flatMap(({ p05, p95 }) => [p05, p95]);
  const { scale, axis, format } = axisOfUnit(told.unit, values, lang);
  const finding = findingOf(told, first, last)[lang];
  return {
    ...head({ scenario: { title: placed(told) } }, lang, {
      title: finding,
      notes: [shadedNote[lang]],
      source: told.source[lang],
      description: finding,
    }),
    width: WIDTH,
    height: HEIGHT,
    // taken away as a table, the rows say of which area they are
    data: { values: fanData(rows).map((row) => ({ area: first.area, ...row })) },
    layer: fanLayers({
      x: yearChannel(first.year, last.year),
      y: { scale, axis },
      indicators: [first.indicator],
      colours: [palette.blue],
      dashes: [[1, 0]],
      format,
      lang,
    }),
  };
}

/** Area and run, under a title. */
const placed = ({ area, run }: Pick<IndicatorTold, 'area' | 'run'>): Localized =>
  text(`${area.zh}，${run.zh}`, `${area.en}, ${run.en}`);

/** What the fan says: where it ends, how sure, and where it began. */
function findingOf({ label, unit }: IndicatorTold, first: IndicatorRow, last: IndicatorRow): Localized {
  const all = [last.mean, last.p05, last.p95, first.mean];
  const of = (lang: Language) => (value: number) => figure(value, unit, lang, all);
  const [zh, en] = [of('zh'), of('en')];
  return text(
    `${label.zh}：${last.year}年${zh(last.mean)}（九成模拟在${zh(last.p05)}至${zh(last.p95)}之间），${first.year}年为${zh(first.mean)}`,
    `${label.en}: ${en(last.mean)} in ${last.year} (nine in ten replicates between ${en(last.p05)} and ${en(last.p95)}), ${en(first.mean)} in ${first.year}`,
  );
}
