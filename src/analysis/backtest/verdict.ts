import type { ScoreDifference } from '../score/score-difference.ts';
import type { ScoreGroup, ScoreRow } from './score-table.ts';

/** Which of the model and the best naive forecast comes closer in one group, by one measure. */
export interface Verdict extends ScoreGroup {
  readonly measure: 'error' | 'crps';
  readonly model: ScoreRow;
  /** The naive forecast with the smallest score of those that speak of every unit. */
  readonly naive: ScoreRow;
  /** Naive less model: below zero the naive forecast is closer. */
  readonly difference: ScoreDifference;
  /** `undecided` where the 90 % interval of the difference holds zero, or too few prefectures were forecast. */
  readonly closer: 'model' | 'naive' | 'undecided';
}

/**
 * A verdict for every group and measure in which the model and a naive forecast speak of all units. The best naive forecast is
 * picked after the fact, which favours it a little.
 * @param rows of `scoreTable` with the model as reference
 * @param isNaive tells naive forecasts from forms of the model
 */
export function verdicts(
  rows: readonly ScoreRow[],
  model: string,
  isNaive: (forecaster: string) => boolean = (forecaster) => forecaster !== model,
): Verdict[] {
  const models = rows.filter((row) => row.forecaster === model && row.units === row.unitsOfGroup);
  return models.flatMap((row) =>
    (['error', 'crps'] as const).flatMap((measure) => {
      const naive = bestOf(
        rows.filter((other) => isNaive(other.forecaster) && sameGroup(other, row)),
        measure,
      );
      const difference = measure === 'error' ? naive?.errorDifference : naive?.crpsDifference;
      if (naive === undefined || !difference) return [];
      const { indicator, level, horizon } = row;
      return [{ indicator, level, horizon, measure, model: row, naive, difference, closer: closerOf(difference) }];
    }),
  );
}

/** The complete row with the smallest score. */
export function bestOf(rows: readonly ScoreRow[], measure: Verdict['measure']): ScoreRow | undefined {
  const score = (row: ScoreRow): number => (measure === 'error' ? row.meanAbsoluteError : row.crps);
  const complete = rows.filter(({ units, unitsOfGroup }) => units === unitsOfGroup);
  return complete.reduce<ScoreRow | undefined>(
    (best, row) => (best === undefined || score(row) < score(best) ? row : best),
    undefined,
  );
}

const sameGroup = (a: ScoreGroup, b: ScoreGroup): boolean =>
  a.indicator === b.indicator && a.level === b.level && a.horizon === b.horizon;

/**
 * Fewer prefectures prove nothing: the bootstrap leaves zero out as soon as all differences have one sign, which of four equal
 * forecasts happens by chance in one case of eight.
 */
export const ENOUGH_PREFECTURES = 5;

function closerOf({ p05, p95, clusters }: ScoreDifference): Verdict['closer'] {
  if (clusters < ENOUGH_PREFECTURES) return 'undecided';
  if (p05 > 0) return 'model';
  return p95 < 0 ? 'naive' : 'undecided';
}
