import { linearRegression, linearRegressionLine, mean } from 'simple-statistics';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { intervalScore } from '../score/interval-score.ts';
import type { FittedFigure, Spread } from './fitted-figure.ts';

/** Points the straight line goes through: the last ones. */
const POINTS = 3;
const Z = 1.645;

/** A figure kept out, and how three forecasts of it fared. */
export interface Scored {
  readonly figure: OwnFigure;
  readonly forecasts: Readonly<Record<'model' | 'line' | 'noChange', Score | null>>;
}

interface Score extends Spread {
  readonly error: number;
  readonly inside: boolean;
  readonly intervalScore: number;
}

/** Figures after the last one fitted, forecast by the fitted model, by the straight line through the last points and as the last point. */
export function scoresOf(fitted: readonly FittedFigure[]): Scored[] {
  return fitted
    .filter(({ isUsed }) => !isUsed)
    .map(({ figure, fitted: spread }) => {
      const series = fitted
        .filter(
          ({ isUsed, figure: { area, indicator } }) => isUsed && area === figure.area && indicator === figure.indicator,
        )
        .map((each) => each.figure)
        .sort((a, b) => a.year - b.year);
      return {
        figure,
        forecasts: {
          model: score(spread, figure.value),
          line: score(line(series, figure), figure.value),
          noChange: score(noChange(series, figure), figure.value),
        },
      };
    });
}

const score = (spread: Spread | null, value: number): Score | null =>
  spread && {
    ...spread,
    error: spread.middle - value,
    inside: spread.low <= value && value <= spread.high,
    intervalScore: intervalScore(spread, value, 0.9),
  };

/** The last point, with the changes from year to year so far as its spread. */
function noChange(series: readonly OwnFigure[], { year, error }: OwnFigure): Spread | null {
  const last = series.at(-1);
  if (last === undefined) return null;
  const changes = series.slice(1).map((each, i) => (each.value - series[i].value) ** 2 / (each.year - series[i].year));
  const variance = (changes.length > 0 ? mean(changes) : error ** 2) * (year - last.year);
  const side = Z * Math.sqrt(variance + last.error ** 2 + error ** 2);
  return { low: last.value - side, middle: last.value, high: last.value + side };
}

/** Least squares through the last points, with the spread that errors and their distance from the line give it. */
function line(series: readonly OwnFigure[], { year, error }: OwnFigure): Spread | null {
  const points = series.slice(-POINTS);
  if (points.length < 2) return null;
  const at = linearRegressionLine(linearRegression(points.map((each) => [each.year, each.value])));
  const years = points.map((each) => each.year);
  const centre = mean(years);
  const squares = years.reduce((sum, each) => sum + (each - centre) ** 2, 0);
  const rest =
    points.reduce((sum, each) => sum + (each.value - at(each.year)) ** 2, 0) / Math.max(1, points.length - 2);
  const leverage = 1 / points.length + (year - centre) ** 2 / squares;
  const variance = Math.max(rest, mean(points.map((each) => each.error ** 2)));
  const side = Z * Math.sqrt(variance * leverage + error ** 2);
  return { low: at(year) - side, middle: at(year), high: at(year) + side };
}
