import { isPercent } from '../../indicator/indicators.ts';
import type { Localized } from '../../language/language.ts';
import { bias } from '../score/bias.ts';
import type { Interval } from '../score/central-interval.ts';
import { coverage } from '../score/coverage.ts';
import { ensembleCrps } from '../score/ensemble-crps.ts';
import { intervalScore } from '../score/interval-score.ts';
import { meanAbsoluteError } from '../score/mean-absolute-error.ts';
import { type ScoreDifference, scoreDifference } from '../score/score-difference.ts';
import type { Assessment } from './assess.ts';
import { type Forecast, type Intervals, intervalsOf, isApplicable } from './forecaster.ts';
import { horizonOf, type Level, type Outcome, unitKey } from './unit.ts';

/** Units that are scored together. */
export interface ScoreGroup {
  readonly indicator: string;
  readonly level: Level;
  /** Years from origin to target: `10`, or `1-9` where several are scored together. */
  readonly horizon: string;
}

/**
 * How one forecaster fared in one group. Errors of rates are percentage points, errors of counts percent of what was observed,
 * so that a large county does not outweigh a small one.
 */
export interface ScoreRow extends ScoreGroup {
  readonly forecaster: string;
  readonly name: Localized;
  /** Units it spoke of, of how many, in how many prefectures. */
  readonly units: number;
  readonly unitsOfGroup: number;
  /** Why it did not speak of the rest; null where it spoke of all. */
  readonly because: Localized | null;
  readonly prefectures: number;
  readonly bias: number;
  readonly meanAbsoluteError: number;
  /** Where the mean absolute error may lie over other prefectures. */
  readonly errorInterval: Pick<ScoreDifference, 'p05' | 'p95'>;
  /** Shares of units inside the intervals, 0..1; NaN for points. */
  readonly coverage50: number;
  readonly coverage90: number;
  readonly intervalScore90: number;
  /** Fair form; of a point its absolute error; NaN where only intervals were kept. */
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
  readonly intervals: Intervals | null;
  readonly absolute: number;
  readonly crps: number;
}

/** Which horizons are scored together: those with the same answer. */
export type BandOf = (years: number) => number;

/** Up to nine years are scored together, a census decade by itself: for series with few figures. */
export const decadeOrLess: BandOf = (years) => (years < 10 ? 0 : years);

/**
 * Scores by group and forecaster; forecasters in the order they first appear.
 * @param reference id of the forecaster the others are held against
 * @param bandOf every horizon by itself when left out
 */
export function scoreTable(
  assessments: readonly Assessment[],
  reference: string,
  bandOf: BandOf = (years) => years,
): ScoreRow[] {
  const groups = new Map<string, Assessment[]>();
  for (const assessment of assessments) {
    const { indicator, level } = assessment.outcome;
    const key = [indicator, level, bandOf(horizonOf(assessment.outcome))].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), assessment]);
  }
  return [...groups.values()]
    .map((members) => ({ group: groupOf(members.map(({ outcome }) => outcome)), members }))
    .sort((a, b) => compareRanks(rankOf(a.group), rankOf(b.group)))
    .flatMap(({ group, members }) => rowsOf(group, members, reference));
}

/** Groups as a reader wants them: rates before counts, prefectures before counties, shorter before longer horizons. */
const rankOf = ({ indicator, level, horizon }: ScoreGroup): (string | number)[] => [
  isPercent(indicator) ? 0 : 1,
  indicator.startsWith('resident') ? 0 : 1,
  indicator,
  level === 'prefecture' ? 0 : 1,
  Number.parseInt(horizon, 10),
];

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((value, n) => value !== b[n]);
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
}

function groupOf(outcomes: readonly Outcome[]): ScoreGroup {
  const { indicator, level } = outcomes[0];
  const horizons = outcomes.map(horizonOf);
  const [least, most] = [Math.min(...horizons), Math.max(...horizons)];
  return { indicator, level, horizon: least === most ? `${least}` : `${least}-${most}` };
}

function rowsOf(group: ScoreGroup, assessments: readonly Assessment[], reference: string): ScoreRow[] {
  const unitsOfGroup = new Set(assessments.map(({ outcome }) => unitKey(outcome))).size;
  const scored = new Map<string, Scored[]>();
  const names = new Map<string, Localized>();
  const reasons = new Map<string, Localized>();
  for (const { outcome, forecaster, forecast } of assessments) {
    names.set(forecaster.id, forecaster.name);
    const own = scored.get(forecaster.id) ?? [];
    scored.set(forecaster.id, own);
    if (isApplicable(forecast)) own.push(scoreOf(outcome, forecast));
    else reasons.set(forecaster.id, forecast.because);
  }
  const against = scored.get(reference) ?? [];
  return [...scored].map(([id, units]) => ({
    ...group,
    forecaster: id,
    name: names.get(id)!,
    unitsOfGroup,
    because: reasons.get(id) ?? null,
    ...summaryOf(units),
    errorDifference: id === reference ? null : differenceOf(units, against, ({ absolute }) => absolute),
    crpsDifference: id === reference ? null : differenceOf(units, against, ({ crps }) => crps),
  }));
}

function scoreOf(outcome: Outcome, forecast: Forecast): Scored {
  const unit = isPercent(outcome.indicator) ? 1 : 100 / outcome.observed;
  const observed = outcome.observed * unit;
  const { point, spread } = scaled(forecast, unit);
  const absolute = Math.abs(point - observed);
  const { prefecture } = outcome;
  const intervals = spread && intervalsOf(spread);
  return { key: unitKey(outcome), prefecture, point, observed, intervals, absolute, crps: crpsOf() };

  function crpsOf(): number {
    if (spread === null) return absolute;
    return 'members' in spread ? ensembleCrps(spread.members, observed) : Number.NaN;
  }
}

/** A forecast in another unit. */
function scaled({ point, spread }: Forecast, unit: number): Forecast {
  const interval = ({ low, high }: Interval): Interval => ({ low: low * unit, high: high * unit });
  if (spread === null) return { point: point * unit, spread };
  if ('members' in spread) return { point: point * unit, spread: { members: spread.members.map((x) => x * unit) } };
  return { point: point * unit, spread: { half: interval(spread.half), wide: interval(spread.wide) } };
}

function summaryOf(units: readonly Scored[]) {
  const points = units.map(({ point }) => point);
  const observed = units.map((unit) => unit.observed);
  const absolute = units.map((unit) => unit.absolute);
  const clusters = units.map(({ prefecture }) => prefecture);
  const spread = units.filter(({ intervals }) => intervals !== null);
  const seen = spread.map((unit) => unit.observed);
  const wide = spread.map(({ intervals }) => intervals!.wide);
  const half = spread.map(({ intervals }) => intervals!.half);
  const zeros = absolute.map(() => 0);
  return {
    units: units.length,
    prefectures: new Set(clusters).size,
    bias: bias(points, observed),
    meanAbsoluteError: meanAbsoluteError(points, observed),
    errorInterval: scoreDifference(absolute, zeros, clusters),
    coverage50: coverage(half, seen),
    coverage90: coverage(wide, seen),
    intervalScore90: meanOf(wide.map((interval, n) => intervalScore(interval, seen[n], 0.9))),
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
