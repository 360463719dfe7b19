import { isPercent } from '../../indicator/indicators.ts';
import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { logistic, logit } from '../../math/logistic.ts';

/** The scale a figure is carried forward on: rates in percent as log-odds, counts as logarithms. */
interface Scale {
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
}

const logOdds: Scale = { to: (percent) => logit(percent / 100), from: (odds) => 100 * logistic(odds) };
const logarithm: Scale = { to: log, from: exp };

/** Infinite at 0 % and 100 %, which then stay where they are. */
export const scaleOf = (indicator: string): Scale => (isPercent(indicator) ? logOdds : logarithm);
