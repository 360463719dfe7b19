import { mean } from 'simple-statistics';
import type { NotApplicable } from '../forecaster.ts';
import { horizonOf, type Outcome, type Unit } from '../unit.ts';

/**
 * Mean change of the training units like a given one (same indicator and level) up to its horizon: of those with the same
 * horizon where there are any, else the mean yearly change of all times the horizon. Changes that are not finite (a share of
 * 0 or 100 percent at either end) say nothing and are left out.
 */
export function meanRate(
  training: readonly Outcome[],
  changeOf: (outcome: Outcome) => number,
): (unit: Unit) => number | NotApplicable {
  const yearly = new Map<string, number[]>();
  const add = (key: string, rate: number) => void (yearly.get(key)?.push(rate) ?? yearly.set(key, [rate]));
  for (const outcome of training) {
    const rate = changeOf(outcome) / horizonOf(outcome);
    if (!Number.isFinite(rate)) continue;
    add(`${outcome.indicator} ${outcome.level}`, rate);
    add(`${outcome.indicator} ${outcome.level} ${horizonOf(outcome)}`, rate);
  }
  const means = new Map([...yearly].map(([key, rates]) => [key, mean(rates)]));
  return (unit) => {
    const alike = `${unit.indicator} ${unit.level}`;
    const rate = means.get(`${alike} ${horizonOf(unit)}`) ?? means.get(alike);
    return rate === undefined ? { because: noTraining } : rate * horizonOf(unit);
  };
}

export const noTraining = {
  zh: '其他地级单位没有同级的前后数字',
  en: 'no other prefecture has figures of that level at both ends',
};
