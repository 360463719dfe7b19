import { linearRegression } from 'simple-statistics';
import { isPercent } from '../../../indicator/indicators.ts';
import type { Method } from '../forecaster.ts';
import { scaleOf } from '../scale.ts';
import { horizonOf, lastOf, type Outcome, type Unit } from '../unit.ts';
import { noTraining } from './mean-rate.ts';

/** Years over which a place's own growth difference gives way to the norm. */
const CONVERGENCE_YEARS = 25;

/** Years before the origin a place's own growth difference is taken over, as far as it has figures: one census decade. */
const PAST_YEARS = 10;

/**
 * The United Nations' method for urban shares: the difference of urban and rural growth rates, which is the yearly change of
 * the log-odds of the share, is carried forward from its last observed value and converges within 25 years to a norm, a
 * linear function of the urban share (United Nations, World Urbanization Prospects, Methodology; National Research Council
 * 2003, Cities Transformed, appendix D).
 *
 * The norm is fitted to the training prefectures, not taken from the United Nations' countries: a line through their growth
 * differences over the share at the origin. A place without a past of its own follows the norm.
 */
export const unGrowthDifference: Method = {
  id: 'un-growth-difference',
  name: { zh: '联合国城乡增长率差法', en: 'UN urban-rural growth difference' },
  speaksOf: isPercent,
  learn: (training) => {
    const norms = new Map<string, (unit: Unit) => number>();
    for (const alike of new Set(training.map(kindOf))) {
      const norm = lineThrough(training.filter((outcome) => kindOf(outcome) === alike));
      if (norm !== null) norms.set(alike, norm);
    }
    return (unit) => {
      const norm = norms.get(kindOf(unit));
      return norm === undefined ? { because: noTraining } : carriedOn(unit, norm(unit));
    };
  },
};

const kindOf = ({ indicator, level }: Unit): string => `${indicator} ${level}`;

/** Least-squares line of the yearly growth difference over the share at the origin; null with fewer than three units. */
function lineThrough(outcomes: readonly Outcome[]): ((unit: Unit) => number) | null {
  const points = outcomes
    .map((outcome) => [
      lastOf(outcome),
      growthDifference(outcome, outcome.origin, lastOf(outcome), outcome.year, outcome.observed),
    ])
    .filter(([, difference]) => Number.isFinite(difference));
  if (points.length < 3) return null;
  const { m, b } = linearRegression(points);
  return (unit) => b + m * lastOf(unit);
}

/** Mean difference of urban and rural growth between two years, a year. */
function growthDifference({ indicator }: Unit, from: number, start: number, to: number, end: number): number {
  const scale = scaleOf(indicator);
  return (scale.to(end) - scale.to(start)) / (to - from);
}

/** The share at the end of the horizon, the own growth difference losing 1/25 of its weight to the norm each year. */
function carriedOn(unit: Unit, norm: number): number {
  const { to, from } = scaleOf(unit.indicator);
  const own = ownDifference(unit);
  let odds = to(lastOf(unit));
  for (let year = 1; year <= horizonOf(unit); year++) {
    const weight = own === null ? 0 : Math.max(0, 1 - year / CONVERGENCE_YEARS);
    odds += weight * (own ?? norm) + (1 - weight) * norm;
  }
  return from(odds);
}

/** Growth difference of the unit's own last years; null where its past tells none. */
function ownDifference(unit: Unit): number | null {
  const first = unit.past.find(({ year }) => year >= unit.origin - PAST_YEARS);
  if (first === undefined || first.year === unit.origin) return null;
  const own = growthDifference(unit, first.year, first.value, unit.origin, lastOf(unit));
  return Number.isFinite(own) ? own : null;
}
