import { describe, expect, it } from 'vitest';
import { casesOf } from '../../src/analysis/calibration/calibrate.ts';
import { compactJson } from '../../src/analysis/calibration/compact-json.ts';
import { defaultSample } from '../../src/analysis/calibration/default-sample.ts';
import { fittedTargets, measured } from '../../src/analysis/calibration/measure.ts';
import { parameterDraws } from '../../src/analysis/calibration/parameter-draws.ts';
import { type CalibratedParameter, calibratedParameters } from '../../src/analysis/calibration/parameters.ts';
import { beliefOf, priorOf, priorSd } from '../../src/analysis/calibration/prior.ts';
import { estimatesOf, isIdentified } from '../../src/analysis/calibration/summary.ts';
import { levelOf } from '../../src/analysis/calibration/tangent.ts';
import { targetKinds } from '../../src/analysis/calibration/target-kinds.ts';
import { transforms } from '../../src/analysis/calibration/transform.ts';
import type { Target } from '../../src/analysis/hindcast/targets.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { parameterSpecs } from '../../src/scenario/parameters.ts';
import { readData } from '../../src/scenario/read-data.ts';

describe('the prior', () => {
  it('has the range of a parameter as its central 90 %', () => {
    const { mean, variance } = beliefOf(calibratedParameters.find(({ name }) => name === 'return.hazard')!);
    const ends = [-1.6448536, 1.6448536].map((z) => transforms.logit.from(mean + z * Math.sqrt(variance)));
    expect(ends[0]).toBeCloseTo(parameterSpecs['return.hazard'].range![0], 7);
    expect(ends[1]).toBeCloseTo(parameterSpecs['return.hazard'].range![1], 7);
  });

  it('refuses a range that the scale does not reach', () => {
    const zero: CalibratedParameter = {
      name: 'reclassification.factor',
      prior: [0, 1.4],
      scale: 'log',
      level: 'common',
      carries: true,
      why: '',
    };
    expect(() => beliefOf(zero)).toThrow(
      'the range of reclassification.factor must lie inside its log scale, got [0, 1.4]',
    );
    const { prior: _, ...without } = zero;
    expect(() => beliefOf({ ...without, name: 'job.capacityFactor' })).toThrow('must have a range to be calibrated');
  });

  it('gives every calibrated parameter a belief, of one prefecture as wide as its range', () => {
    const sd = priorSd(priorOf(calibratedParameters, targetKinds));
    calibratedParameters.forEach((parameter, p) => {
      expect(sd[p] ** 2, parameter.name).toBeCloseTo(beliefOf(parameter).variance, 12);
    });
  });

  it('draws values inside the limits of every parameter, far out as well', () => {
    const { mean } = priorOf(calibratedParameters, targetKinds);
    const sd = priorSd(priorOf(calibratedParameters, targetKinds));
    const far = [-6, 6].map((z) => mean.map((m, p) => m + z * sd[p]));
    for (const draw of parameterDraws(calibratedParameters, mean, far).draws) {
      draw.forEach((value, p) => {
        const { name } = calibratedParameters[p];
        const [low, high] = parameterSpecs[name].limits;
        expect(value, name).toBeGreaterThanOrEqual(low);
        expect(value, name).toBeLessThanOrEqual(high);
      });
    }
  });
});

describe('figures', () => {
  const at = (indicator: string, area: string, value: number): Target => ({
    indicator,
    area,
    value,
    year: 2020,
    source: 's',
  });
  const targets = fittedTargets([
    at('resident_population', 'city', 300_000),
    at('resident_population', '1', 100_000),
    at('resident_urbanization_rate', '1', 40),
    at('households', '1', 30_000),
    at('residents_registered_elsewhere.province', '1', 0),
    at('resident_population', '2+3', 200_000),
    at('residents_registered_elsewhere.province', '2+3', 20_000),
  ]);

  it('are taken by area and put on the scale of their kind; the city, a sum, and households are not', () => {
    expect(targets.map(({ kind, area, observed }) => [kind.indicator, area, observed])).toEqual([
      ['resident_population', '1', expect.closeTo(Math.log(100_000), 12)],
      ['resident_urbanization_rate', '1', 40],
      ['residents_registered_elsewhere.province', '1', expect.closeTo(Math.log(0.1), 12)],
      ['resident_population', '2+3', expect.closeTo(Math.log(200_000), 12)],
      ['residents_registered_elsewhere.province', '2+3', expect.closeTo(Math.log(10.1), 12)],
    ]);
  });

  it('are read from a replicate in the same way, areas joined where only their sum can be compared', () => {
    const indicators = ['resident_population', 'resident_urbanization_rate', 'residents_registered_elsewhere.province'];
    const rows = { city: [9, 9, 9], 1: [50_000, 30, 50], 2: [60_000, 80, 3000], 3: [40_000, 20, 1000] };
    const result = {
      indicators,
      years: [2010, 2020],
      areas: ['city', '1', '2', '3'],
      values: Float64Array.from([...new Array<number>(12).fill(0), ...rows.city, ...rows[1], ...rows[2], ...rows[3]]),
    } as unknown as ReplicateResult;
    const figures = measured(targets, result);
    [Math.log(50_000), 30, Math.log(0.2), Math.log(100_000), Math.log(4.1)].forEach((value, i) => {
      expect(figures[i]).toBeCloseTo(value, 12);
    });
  });

  it('differ from their mean by chance as one more replicate does', () => {
    const { level, noise } = levelOf(
      [
        [1, 10],
        [3, 10],
        [5, 10],
      ],
      ['a', 'b'],
    );
    expect(level).toEqual([3, 10]);
    expect(noise).toEqual([4 * (1 + 1 / 3), 0]);
    // with one kind both are drawn towards its mean variance of 2: (4 x 2 + 2 x own) / 6
    const alike = levelOf(
      [
        [1, 10],
        [3, 10],
        [5, 10],
      ],
      ['a', 'a'],
    ).noise;
    expect(alike[0]).toBeCloseTo((16 / 6) * (4 / 3), 12);
    expect(alike[1]).toBeCloseTo((8 / 6) * (4 / 3), 12);
  });
});

it('a value rests on the prior where the posterior is nearly as wide', () => {
  const parameters = calibratedParameters.slice(0, 2).map((each) => ({ ...each, scale: 'identity' as const }));
  const covariance = [
    [0.25, 0],
    [0, 0.81],
  ];
  const estimates = estimatesOf(parameters, { mean: [0, 1], covariance }, [1, 1]);
  expect(estimates.map(({ ratio }) => ratio)).toEqual([0.5, 0.9]);
  expect(estimates.map(isIdentified)).toEqual([true, false]);
  expect(estimates[1].high - estimates[1].centre).toBeCloseTo(0.9 * 1.6448536, 6);
});

it('cases come by prefecture, whatever order their scenarios were named in', () => {
  const inputs = ['sanmenxia', 'qingyang'].map((city) =>
    loadInputs({ scenario: `scenarios/${city}/hindcast-2010.yaml`, overrides: {}, sample: 1 }, 'en'),
  );
  const codes = (all: typeof inputs) => casesOf(readData, all, String).map((each) => each.inputs.city.code);
  expect(codes(inputs)).toEqual(['411200', '621000']);
  expect(codes([...inputs].reverse())).toEqual(['411200', '621000']);
  expect(casesOf(readData, inputs, String)[0].targets.every(({ area }) => area !== 'city')).toBe(true);
});

it('the sample is chosen for about 100,000 persons', () => {
  const area = { population: 1_800_000, registered: 2_000_000, fromOtherCounty: 100_000, fromOtherProvince: 0 };
  expect(defaultSample({ areas: [area] as never })).toBe(0.048);
  expect(defaultSample({ areas: [{ ...area, population: 50_000, registered: 0 }] as never })).toBe(1);
});

it('compact JSON is JSON, with a list of numbers on one line', () => {
  const value = { a: [1, 2.5], b: { c: [[1], [2]], d: null }, e: 'x "y"', f: {}, g: 0.123456789 };
  const text = compactJson(value);
  expect(JSON.parse(text)).toEqual({ ...value, g: 0.1234568 });
  expect(text).toContain('"a": [1, 2.5],\n');
});
