import { group } from 'd3-array';
import { sampleCorrelation, sampleStandardDeviation } from 'simple-statistics';
import { log } from '../../math/log.ts';
import type { Assessment } from '../backtest/assess.ts';
import { isApplicable } from '../backtest/forecaster.ts';
import { lastOf } from '../backtest/unit.ts';
import type { Learned } from './county-forecast.ts';

/** What is left in the errors of a forecaster of residents by county. */
interface ErrorPatterns {
  /** Percent by which the residents of a province's units together are forecast too high, by code of the province. */
  readonly bias: readonly { readonly province: string; readonly percent: number; readonly units: number }[];
  /** Standard deviation of ten years' log growth over counties. */
  readonly spread: { readonly forecast: number; readonly counted: number };
  /** Correlations of log errors with covariates of 2010, the strongest first. */
  readonly correlations: readonly { readonly covariate: string; readonly value: number }[];
}

const STRONGEST = 5;

/** @param units those assessed; their covariates are of 2010 */
export function errorPatterns(
  assessments: readonly Assessment[],
  forecasterId: string,
  units: readonly Learned[],
): ErrorPatterns {
  const unitOf = new Map(units.map((each) => [each.unit.codes[2020].join('+'), each]));
  const rows = assessments.flatMap(({ outcome, forecaster, forecast }) => {
    const { indicator, level, area, observed } = outcome;
    if (forecaster.id !== forecasterId || indicator !== 'resident_population' || level !== 'county') return [];
    if (!isApplicable(forecast)) return [];
    return [{ unit: unitOf.get(area)!, point: forecast.point, observed, before: lastOf(outcome) }];
  });
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const provinces = group(rows, ({ unit }) => unit.point.province);
  const bias = [...provinces].map(([province, own]) => ({
    province: `${province}0000`,
    percent: 100 * (sum(own.map(({ point }) => point)) / sum(own.map(({ observed }) => observed)) - 1),
    units: own.length,
  }));
  const errors = rows.map(({ point, observed }) => log(point / observed));
  const correlations = Object.keys(rows[0]?.unit.covariates ?? {}).flatMap((covariate) => {
    const known = rows.flatMap(({ unit }, n) => {
      const value = unit.covariates[covariate];
      return Number.isFinite(value) ? [{ value, error: errors[n] }] : [];
    });
    const values = known.map(({ value }) => value);
    if (known.length < 3 || sampleStandardDeviation(values) < 1e-9) return [];
    return [
      {
        covariate,
        value: sampleCorrelation(
          values,
          known.map(({ error }) => error),
        ),
      },
    ];
  });
  return {
    bias: bias.sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent)),
    spread: {
      forecast: sampleStandardDeviation(rows.map(({ point, before }) => log(point / before))),
      counted: sampleStandardDeviation(rows.map(({ observed, before }) => log(observed / before))),
    },
    correlations: correlations.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, STRONGEST),
  };
}
