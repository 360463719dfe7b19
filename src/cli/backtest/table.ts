import type { ScoreRow } from '../../analysis/backtest/score-table.ts';
import type { ScoreDifference } from '../../analysis/score/score-difference.ts';
import { indicatorName, isPercent } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { plainTable } from '../plain-table.ts';
import { backtestMessages as messages } from './messages.ts';

/** The table of every group of units: one line a forecaster, and below it why some say nothing. */
export const scoreText = (rows: readonly ScoreRow[], reference: string, lang: Language): string[] =>
  groupsOf(rows).flatMap((group) => [
    '',
    groupTitle(group[0], lang),
    tableOf(group, reference, lang),
    ...gaps(group, lang),
  ]);

/** Rows of the same indicator, level and horizon, in the order of the table. */
export function groupsOf(rows: readonly ScoreRow[]): ScoreRow[][] {
  const groups = new Map<string, ScoreRow[]>();
  for (const row of rows) {
    const key = [row.indicator, row.level, row.horizon].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** What a group is of, without numbers: `Resident population, by county, 10 years ahead`. */
function groupTitle(row: ScoreRow, lang: Language): string {
  const { indicator, level, horizon, unitsOfGroup, prefectures } = row;
  const name = indicatorName(indicator);
  const unit = isPercent(indicator) ? messages.points() : messages.percentOfObserved();
  return messages.groupTitle(name, messages.levels[level], horizon, unit, unitsOfGroup, prefectures)[lang];
}

function tableOf(group: readonly ScoreRow[], reference: string, lang: Language): string {
  const held = group.find(({ forecaster }) => forecaster === reference) ?? group[0];
  const lines = group
    .filter(({ units }) => units > 0)
    .map((row) => [
      row.name[lang],
      row.units === row.unitsOfGroup ? String(row.units) : `${row.units}/${row.unitsOfGroup}`,
      decimal(row.meanAbsoluteError),
      decimal(row.bias),
      percent(row.coverage50),
      percent(row.coverage90),
      decimal(row.intervalScore90),
      decimal(row.crps),
      differenceText(row.errorDifference),
    ]);
  return plainTable(messages.header(held.name)[lang].split(','), lines);
}

function gaps(group: readonly ScoreRow[], lang: Language): string[] {
  return group.flatMap(({ name, units, because }) => {
    if (because === null) return [];
    return [(units === 0 ? messages.notApplicable(name, because) : messages.partly(name, because))[lang]];
  });
}

/** `-1.42 (-2.04 to -0.91)`; without an interval where nothing can be resampled. */
export function differenceText(difference: ScoreDifference | null): string {
  if (difference === null) return '–';
  const { mean, p05, p95 } = difference;
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${decimal(value)}`;
  return Number.isNaN(p05) ? signed(mean) : `${signed(mean)} (${signed(p05)}, ${signed(p95)})`;
}

export const decimal = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));
const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(0)} %`);
