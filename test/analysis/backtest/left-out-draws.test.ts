import { describe, expect, it } from 'vitest';
import { leftOutDraws } from '../../../src/analysis/backtest/model/left-out-draws.ts';
import { InputError, said } from '../../../src/scenario/errors.ts';
import { parameterNames } from '../../../src/scenario/parameters.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

const name = 'place.centreConstant';

/** A calibration of one parameter on three cities, each of which shows it directly: 0, 1 and a value of the test's choice. */
function calibration(third: number): string {
  const observed: Record<string, number> = { '150200': 0, '150400': 1, '152900': third };
  const cities = Object.keys(observed);
  const discrepancy = { share: { county: 0.01, shared: 0.01 } };
  return JSON.stringify({
    format: 1,
    baseYear: 2010,
    seed: 'test',
    parameters: [{ name, carries: true, scale: 'identity', level: 'prefecture', why: 'test' }],
    elsewhere: { centre: [0.5], draws: [[0.4], [0.6]] },
    prefectures: Object.fromEntries(
      cities.map((city) => [city, { city, centre: [observed[city]], draws: [[7]], outcomes: [{ weight: 1 }] }]),
    ),
    prior: { mean: [0], common: [1], spread: [1], discrepancy },
    variances: { spread: [1], discrepancy },
    models: cities.map((city) => ({
      ...{ city, point: [0], level: [0], jacobian: [[1]], noise: [0.0001], kind: ['share'] },
      observed: [observed[city]],
    })),
  });
}

const read = (text: string) => (file: string) => {
  if (file === 'calibration/test.json') return text;
  throw new InputError([{ file, ...said({ zh: '没有', en: 'none' }) }]);
};

const scenario = (city: string) =>
  ({
    city,
    baseYear: 2010,
    parameters: Object.fromEntries(parameterNames.map((each) => [each, []])),
  }) as never as Scenario;

const drawn = (third: number, city: string) => {
  const { posterior } = leftOutDraws(read(calibration(third)), 'test', 50).scenario(scenario(city));
  return { from: posterior!.calibration, draws: posterior!.draws.map(([value]) => value) };
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('draws for a prefecture that is left out', () => {
  it('are the same whatever it shows itself', () => {
    expect(drawn(-5, '152900')).toEqual(drawn(5, '152900'));
    expect(drawn(5, '152900').from).toBe('test without 152900');
    expect(drawn(5, '152900').draws).toHaveLength(50);
  });

  it('follow what the others show, and spread as they do', () => {
    expect(mean(drawn(5, '150200').draws)).toBeGreaterThan(mean(drawn(-5, '150200').draws) + 1);
    expect(new Set(drawn(5, '150200').draws).size).toBe(50);
  });

  it('are those of the whole fit for one that was not in it', () => {
    expect(drawn(5, '411200')).toEqual({ from: 'test', draws: [0.4, 0.6] });
  });

  it('come with what the model misses elsewhere', () => {
    const { discrepancyOf } = leftOutDraws(read(calibration(5)), 'test', 5);
    // prior and two other cities, or the fit of all three
    expect(discrepancyOf('152900')).not.toEqual(discrepancyOf('411200'));
    expect(discrepancyOf('411200')).toEqual({ share: { county: 0.01, shared: 0.01 } });
  });

  it('need a calibration of that name', () => {
    expect(() => leftOutDraws(read(''), 'other', 5)).toThrow(
      '--calibration must be the name of a calibration (data/calibration/<name>.json), got "other"',
    );
  });
});
