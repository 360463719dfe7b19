import { exp } from '../../../math/exp.ts';
import { log } from '../../../math/log.ts';
import type { Method } from '../forecaster.ts';
import { lastOf, type Outcome } from '../unit.ts';
import { averageShift } from './average-shift.ts';
import { meanRate } from './mean-rate.ts';

const RESIDENTS = 'resident_population';
const URBAN_SHARE = 'resident_urbanization_rate';
const EVENTS = ['births', 'deaths'];
const speaksOf = (indicator: string): boolean => indicator === RESIDENTS || indicator === URBAN_SHARE;

/** Births and deaths at the rates of data/, nobody moves, the urban share stays. */
export const cohortClosed: Method = {
  id: 'cohort-closed',
  name: { zh: '队列要素法，无迁移', en: 'cohort component, no migration' },
  speaksOf: (indicator) => speaksOf(indicator) || EVENTS.includes(indicator),
  learn: () => (unit) => (unit.indicator === URBAN_SHARE ? lastOf(unit) : (unit.closed ?? { because: noAges })),
};

/**
 * Births and deaths as above, and everywhere the mean net migration of the training areas: the logarithm of their residents
 * over what they would have been had nobody moved. The urban share shifts by their mean change.
 */
export const cohortMigration: Method = {
  id: 'cohort-migration',
  name: { zh: '队列要素法，平均净迁移', en: 'cohort component, mean net migration' },
  speaksOf,
  learn: (training) => {
    const share = averageShift.learn(training);
    const moved = meanRate(
      training.filter(({ closed }) => closed !== undefined),
      netMigration,
    );
    return (unit) => {
      if (unit.indicator === URBAN_SHARE) return share(unit);
      if (unit.closed === undefined) return { because: noAges };
      const net = moved(unit);
      return typeof net === 'number' ? unit.closed * exp(net) : net;
    };
  },
};

const noAges = { zh: '起点没有分年龄的普查人口', en: 'no census by age at the origin' };

const netMigration = ({ observed, closed }: Outcome): number => log(observed / closed!);
