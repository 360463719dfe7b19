import { linearRegression } from 'simple-statistics';
import { isPercent } from '../../../indicator/indicators.ts';
import type { Method } from '../forecaster.ts';
import { horizonOf, lastOf } from '../unit.ts';

/** Years before the origin the line is laid through. */
const WINDOW = 10;

/**
 * From the figure of the origin on along the least-squares slope of the figures of the ten years before; needs two of them.
 * Rates end at 0 and 100 percent, counts at 0.
 */
export const straightLine: Method = {
  id: 'straight-line',
  name: { zh: '直线外推', en: 'straight line' },
  learn: () => (unit) => {
    const recent = unit.past.filter(({ year }) => year >= unit.origin - WINDOW);
    if (recent.length < 2) {
      return {
        because: {
          zh: `${unit.origin} 年及之前十年内只有一个可比数字`,
          en: `only one comparable figure in the ten years up to ${unit.origin}`,
        },
      };
    }
    const { m } = linearRegression(recent.map(({ year, value }) => [year, value]));
    const end = lastOf(unit) + m * horizonOf(unit);
    return Math.max(0, isPercent(unit.indicator) ? Math.min(100, end) : end);
  },
};
