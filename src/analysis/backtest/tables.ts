import { quantileSorted } from 'simple-statistics';
import { type Cell, csvText } from '../../result/csv.ts';
import type { ScoreDifference } from '../score/score-difference.ts';
import type { Assessment } from './assess.ts';
import { type Forecast, isApplicable } from './forecaster.ts';
import type { ScoreRow } from './score-table.ts';
import { lastOf } from './unit.ts';

const scoreColumns =
  'indicator,level,horizon,forecaster,units,units_of_group,prefectures,bias,mae,mae_p05,mae_p95,coverage50,coverage90,interval_score90,crps,mae_difference,mae_difference_p05,mae_difference_p95,crps_difference,crps_difference_p05,crps_difference_p95';

/** scores.csv: one line a group and forecaster; errors of rates in percentage points, of counts in percent of the observed. */
export const scoresCsv = (rows: readonly ScoreRow[]): string =>
  csvText(
    scoreColumns.split(','),
    rows.map((row) => [
      row.indicator,
      row.level,
      row.horizon,
      row.forecaster,
      row.units,
      row.unitsOfGroup,
      row.prefectures,
      row.bias,
      row.meanAbsoluteError,
      row.errorInterval.p05,
      row.errorInterval.p95,
      row.coverage50,
      row.coverage90,
      row.intervalScore90,
      row.crps,
      ...differenceCells(row.errorDifference),
      ...differenceCells(row.crpsDifference),
    ]),
  );

const differenceCells = (difference: ScoreDifference | null): Cell[] =>
  difference === null ? ['', '', ''] : [difference.mean, difference.p05, difference.p95];

const forecastColumns =
  'prefecture,area,indicator,origin,year,forecaster,base,point,p05,p25,p50,p75,p95,observed,source,not_applicable';

/** forecasts.csv: every forecast beside what came of it, in persons and percent; why, where there is none. */
export const forecastsCsv = (assessments: readonly Assessment[]): string =>
  csvText(
    forecastColumns.split(','),
    assessments.map(({ outcome, forecaster, forecast }) => [
      outcome.prefecture,
      outcome.area,
      outcome.indicator,
      outcome.origin,
      outcome.year,
      forecaster.id,
      lastOf(outcome),
      ...(isApplicable(forecast) ? [forecast.point, ...quantiles(forecast)] : ['', '', '', '', '', '']),
      outcome.observed,
      outcome.source,
      isApplicable(forecast) ? '' : forecast.because.en,
    ]),
  );

/** 5, 25, 50, 75 and 95 percent; empty cells for a point. */
function quantiles({ spread, point }: Forecast): Cell[] {
  if (spread === null) return ['', '', '', '', ''];
  if ('wide' in spread) return [spread.wide.low, spread.half.low, point, spread.half.high, spread.wide.high];
  const sorted = [...spread.members].sort((a, b) => a - b);
  return [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantileSorted(sorted, p));
}
