import type { ParameterName } from '../scenario/parameters.ts';
import type { DatedValue, ParameterSetting, Scenario } from '../scenario/scenario.ts';
import type { ArrivalFactors } from './command.ts';

const source = {
  zh: '使跨地区流动的账目平衡：到达等于流出减返回加外来人口离开',
  en: 'closes the account of moves between places: arrivals are out-migrants less those who return, and outsiders who leave',
};

/** The scenario with factors on arrivals by year in place of its own. */
export function withArrivalFactors(scenario: Scenario, { province, nation }: ArrivalFactors): Scenario {
  const dated = (factors: Readonly<Record<number, number>>): ParameterSetting => {
    const years = Object.keys(factors)
      .map(Number)
      .sort((a, b) => a - b);
    const values = years.map(
      (from): DatedValue => ({ from, value: factors[from], range: null, mark: 'derived', source, origin: 'arrivals' }),
    );
    return values.length > 0 && values[0].from > scenario.baseYear
      ? [{ ...values[0], from: scenario.baseYear, value: 1 }, ...values]
      : values;
  };
  const settings: Partial<Record<ParameterName, ParameterSetting>> = {
    ...(Object.keys(province).length > 0 ? { 'inMigration.provinceClosure': dated(province) } : {}),
    ...(Object.keys(nation).length > 0 ? { 'inMigration.nationClosure': dated(nation) } : {}),
  };
  return { ...scenario, parameters: { ...scenario.parameters, ...settings } };
}
