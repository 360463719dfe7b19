import type { Method } from '../forecaster.ts';
import { scaleOf } from '../scale.ts';
import { lastOf, type Outcome } from '../unit.ts';
import { meanRate } from './mean-rate.ts';

/**
 * Every area changes as the training prefectures' areas of its level did on average: rates in log-odds a year, counts in
 * logarithms a year. For an urban share this is a constant difference of urban and rural growth.
 */
export const averageShift: Method = {
  id: 'average-shift',
  name: { zh: '平均变动（对数几率或对数）', en: 'average shift (log-odds, log)' },
  learn: (training) => {
    const change = meanRate(training, changeOf);
    return (unit) => {
      const { to, from } = scaleOf(unit.indicator);
      const shift = change(unit);
      return typeof shift === 'number' ? from(to(lastOf(unit)) + shift) : shift;
    };
  },
};

function changeOf(outcome: Outcome): number {
  const { to } = scaleOf(outcome.indicator);
  return to(outcome.observed) - to(lastOf(outcome));
}
