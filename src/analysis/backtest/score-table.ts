import type { LocalName } from '../../scenario/city-data.ts';
import { bias } from '../score/bias.ts';
import { centralInterval } from '../score/central-interval.ts';
import { coverage } from '../score/coverage.ts';
import { ensembleCrps } from '../score/ensemble-crps.ts';
import { intervalScore } from '../score/interval-score.ts';
import { meanAbsoluteError } from '../score/mean-absolute-error.ts';
import { type ScoreDifference, scoreDifference } from '../score/score-difference.ts';
import type { Assessment } from './assess.ts';
import { type Forecast, isApplicable } from './forecaster.ts';
import { isRate } from './scale.ts';
import { horizonOf, type Level, type Outcome, unitKey } from './unit.ts';

/** Units that are scored together. */
export interface ScoreGroup {
  readonly indicator: string;
  readonly level: Level;
  /** Years from origin to target. */
  readonly horizon: number;
}

/**
 * How one forecaster fared in one group. Errors of rates are percentage points, errors of counts percent of what was observed,
 * so that a large county does not outweigh a small one.
 */
export interface ScoreRow extends ScoreGroup {
  readonly forecaster: string;
  readonly name: LocalName;
  /** Units it spoke of, of how many, in how many prefectures. */
  readonly units: number;
  readonly unitsOfGroup: number;
  readonly prefectures: number;
  readonly bias: number;
  readonly meanAbsoluteError: number;
  /** Shares of units inside the intervals, 0..1; NaN for points. */
  readonly coverage50: number;
  readonly coverage90: number;
  readonly intervalScore90: number;
  /** Fair form; of a point its absolute error. */
  readonly crps: number;
  /** This less the reference on the units both spoke of; null for the reference and where they share none. */
  readonly errorDifference: ScoreDifference | null;
  readonly crpsDifference: ScoreDifference | null;
}

/** One forecast against one outcome, in the error unit. */
interface Scored {
  readonly key: string;
  readonly prefecture: string;
  readonly point: number;
  readonly observed: number;
  readonly members: readonly number[] | null;
  readonly absolute: number;
  readonly crps: number;
}

/**
 * Scores by group and forecaster, in the order they first appear.
 * @param reference id of the forecaster the others are held against
 */
export function scoreTable(assessments: readonly Assessment[], reference: string): ScoreRow[] {
  const groups = new Map<string, Assessment[]>();
  for (const assessment of assessments) {
    const key = JSON.stringify(groupOf(assessment.outcome));
    groups.set(key, [...(groups.get(key) ?? []), assessment]);
  }
  return [...groups].flatMap(([key, members]) => rowsOf(JSON.parse(key) as ScoreGroup, members, reference));
}

const groupOf = (outcome: Outcome): ScoreGroup => ({
  indicator: outcome.indicator,
  level: outcome.level,
  horizon: horizonOf(outcome),
});

function rowsOf(group: ScoreGroup, assessments: readonly Assessment[], reference: string): ScoreRow[] {
  const unitsOfGroup = new Set(assessments.map(({ outcome }) => unitKey(outcome))).size;
  const scored = new Map<string, Scored[]>();
  const names = new Map<string, LocalName>();
  for (const { outcome, forecaster, forecast } of assessments) {
    names.set(forecaster.id, forecaster.name);
    const own = scored.get(forecaster.id) ?? [];
    scored.set(forecaster.id, own);
    if (isApplicable(forecast)) own.push(scoreOf(outcome, forecast));
  }
  const against = scored.get(reference) ?? [];
  return [...scored].map(([id, units]) => ({
    ...group,
    forecaster: id,
    name: names.get(id)!,
    unitsOfGroup,
    ...summaryOf(units),
    errorDifference: id === reference ? null : differenceOf(units, against, ({ absolute }) => absolute),
    crpsDifference: id === reference ? null : differenceOf(units, against, ({ crps }) => crps),
  }));
}

function scoreOf(outcome: Outcome, { point, members }: Forecast): Scored {
  const unit = isRate(outcome.indicator) ? 1 : 100 / outcome.observed;
  const observed = outcome.observed * unit;
  const scaled = members?.map((member) => member * unit) ?? null;
  return {
    key: unitKey(outcome),
    prefecture: outcome.prefecture,
    point: point * unit,
    observed,
    members: scaled,
    absolute: Math.abs(point * unit - observed),
    crps: ensembleCrps(scaled ?? [point * unit], observed),
  };
}

function summaryOf(units: readonly Scored[]) {
  const points = units.map(({ point }) => point);
  const observed = units.map((unit) => unit.observed);
  const spread = units.filter(({ members }) => members !== null);
  const seen = spread.map((unit) => unit.observed);
  const [half, wide] = [0.5, 0.9].map((level) => spread.map(({ members }) => centralInterval(members!, level)));
  return {
    units: units.length,
    prefectures: new Set(units.map(({ prefecture }) => prefecture)).size,
    bias: bias(points, observed),
    meanAbsoluteError: meanAbsoluteError(points, observed),
    coverage50: coverage(half!, seen),
    coverage90: coverage(wide!, seen),
    intervalScore90: meanOf(wide!.map((interval, n) => intervalScore(interval, seen[n]!, 0.9))),
    crps: meanOf(units.map(({ crps }) => crps)),
  };
}

/** Mean of a list; NaN of an empty one. */
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function differenceOf(
  units: readonly Scored[],
  against: readonly Scored[],
  score: (unit: Scored) => number,
): ScoreDifference | null {
  const others = new Map(against.map((unit) => [unit.key, unit]));
  const shared = units.filter(({ key }) => others.has(key));
  if (shared.length === 0) return null;
  const [own, other] = [shared.map(score), shared.map(({ key }) => score(others.get(key)!))];
  return scoreDifference(
    own,
    other,
    shared.map(({ prefecture }) => prefecture),
  );
}
