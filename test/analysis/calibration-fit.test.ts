import { describe, expect, it } from 'vitest';
import { fitJointly } from '../../src/analysis/calibration/fit-jointly.ts';
import { type JointFit, leaveOneOut } from '../../src/analysis/calibration/leave-one-out.ts';
import type { Prior } from '../../src/analysis/calibration/linear-model.ts';
import { normalDraws } from '../../src/analysis/calibration/normal-draws.ts';
import type { CalibratedParameter } from '../../src/analysis/calibration/parameters.ts';
import { priorSd } from '../../src/analysis/calibration/prior.ts';
import { type Prefecture, withoutNoise } from '../../src/analysis/calibration/tangent.ts';

const COUNTIES = 8;
const REPLICATES = 4;

/** The first parameter differs by prefecture, the second is common, the third moves nothing. */
const prior: Prior = {
  mean: [0, 0, 0],
  common: [0.5, 0.5, 1],
  spread: [0.5, 0, 0],
  discrepancy: { a: { county: 0.02, shared: 0.02 }, b: { county: 0.02, shared: 0.02 } },
};
const common = [0.8, -0.7];
/** A prefecture far from the prior mean of its first parameter. */
const FAR = 6;

interface Fake extends Prefecture {
  readonly truth: readonly number[];
  points: number;
}

/** A curved simulator with keyed noise that is the same at every point; the check is a little off the sample. */
function fake(c: number, curve: (x: number) => number = (x) => x + 0.3 * Math.exp(0.8 * x)): Fake {
  const kind = Array.from({ length: COUNTIES }, (_, i) => (i % 2 === 0 ? 'a' : 'b'));
  const slopes = normalDraws(`fake slopes ${c}`, COUNTIES, 2);
  const noise = normalDraws(`fake noise ${c}`, REPLICATES, COUNTIES);
  const missed = normalDraws(`fake missed ${c}`, COUNTIES, 1);
  const own = normalDraws('fake own', 7, 1)[c][0];
  const truth = [common[0] + 0.4 * own, common[1], 0];
  const figure = (point: readonly number[], i: number) => {
    return curve(point[0]) + 0.5 * slopes[i][0] * point[0] + slopes[i][1] * point[1] + 0.2 * point[1] ** 2;
  };
  const made: Fake = {
    city: String(100000 + c),
    truth,
    points: 0,
    kind,
    observed: kind.map((_, i) => figure(truth, i) + 0.12 * missed[i][0]),
    simulate: (point, scale) => {
      made.points++;
      const bias = scale === 'check' ? 0.03 : 0;
      return Promise.resolve(noise.map((row) => kind.map((_, i) => figure(point, i) + bias + 0.05 * row[i])));
    },
  };
  return made;
}

const several = () => [0, 1, 2, 3, 4, 5].map((c) => fake(c));

describe('fitJointly', () => {
  it('recovers known values within its own intervals, in few rounds', async () => {
    const prefectures = several();
    const { posterior, ended, rounds, before, after } = await fitJointly(prefectures, prior, { rounds: 8 });
    expect(ended).toBe('converged');
    expect(rounds).toBeLessThanOrEqual(5);
    const away = prefectures.map(({ city, truth }) => {
      const { mean, covariance } = posterior.cities.get(city)!;
      return [0, 1].map((p) => (mean[p] - truth[p]) / Math.sqrt(covariance[p][p]));
    });
    expect(Math.max(...away.flat().map(Math.abs))).toBeLessThan(2.6);
    for (const { city, observed } of prefectures) {
      const missed = (levels: ReadonlyMap<string, readonly number[]>) =>
        observed.reduce((sum, value, i) => sum + (value - levels.get(city)![i]) ** 2, 0);
      expect(missed(after)).toBeLessThan(0.5 * missed(before));
    }
  });

  it('leaves what nothing depends on at its prior', async () => {
    const { posterior } = await fitJointly(several(), prior, { rounds: 8 });
    expect(posterior.common.mean[2]).toBeCloseTo(0, 10);
    expect(posterior.common.covariance[2][2]).toBeCloseTo(1, 10);
    const [narrow] = priorSd(prior).map((sd, p) => Math.sqrt(posterior.common.covariance[p][p]) / sd);
    expect(narrow).toBeLessThan(0.5);
  });

  it('shortens its step where a whole one would overshoot', async () => {
    // beyond 0.6 the figures turn round and fall steeply, which a line at 0 knows nothing of
    const folded = fake(FAR, (x) => (x < 0.6 ? x : 0.6 - 12 * (x - 0.6)));
    const observed = folded.kind.map(() => 1.2);
    const { refused, after, before } = await fitJointly([{ ...folded, observed }], prior, { rounds: 12 });
    expect(refused).toBeGreaterThan(0);
    const missed = (levels: ReadonlyMap<string, readonly number[]>) =>
      levels.get(folded.city)!.reduce((sum, level) => sum + (level - 1.2) ** 2, 0);
    expect(missed(after)).toBeLessThan(missed(before));
  });

  it('takes no step more than it is allowed rounds', async () => {
    const { rounds, ended, before, after } = await fitJointly(several(), prior, { rounds: 1 });
    expect({ rounds, ended }).toEqual({ rounds: 1, ended: 'rounds' });
    expect(after).toEqual(before);
  });

  it('is a function of what it is given', async () => {
    const [one, two] = await Promise.all([
      fitJointly(several(), prior, { rounds: 8 }),
      fitJointly(several(), prior, { rounds: 8 }),
    ]);
    expect(one).toEqual(two);
  });

  it('takes the level from the check and tells how far that moved the values', async () => {
    const { check, after, shift } = await fitJointly(several(), prior, { rounds: 8 });
    const [city] = [...check.keys()] as [string];
    expect(check.get(city)![0] - after.get(city)![0]).toBeCloseTo(0.03, 2);
    expect(shift).toBeGreaterThan(0);
    expect(shift).toBeLessThan(1);
  });

  it('reckons the points that are left beforehand', async () => {
    const prefectures = several();
    const left: number[] = [];
    const { rounds } = await fitJointly(prefectures, prior, { rounds: 8, onRound: (points) => left.push(points) });
    expect(left).toHaveLength(rounds + 1);
    expect(left.at(-1)).toBe(prefectures.length);
    const simulated = prefectures.reduce((sum, { points }) => sum + points, 0);
    expect(left[0] / simulated).toBeGreaterThan(0.5);
    expect(left[0] / simulated).toBeLessThan(2);
  });
});

describe('withoutNoise', () => {
  it('keeps slopes far above their error and drops a kind that is all error', () => {
    const kind = ['a', 'a', 'a', 'b', 'b', 'b'];
    const noise = kind.map(() => 0.01);
    const kept = withoutNoise([2, -3, 1, 0.05, -0.1, 0.08], noise, kind);
    expect(kept.slice(3)).toEqual([0, 0, 0]);
    [2, -3, 1].forEach((slope, i) => {
      expect(kept[i] / slope).toBeGreaterThan(0.99);
      expect(kept[i] / slope).toBeLessThan(1);
    });
  });
});

describe('leaveOneOut', () => {
  const parameters: CalibratedParameter[] = (['place.townConstant', 'place.centreConstant', 'place.land'] as const).map(
    (name, p) => ({ name, scale: 'identity', level: p === 0 ? 'prefecture' : 'common', carries: true, why: 'test' }),
  );
  const fitted = async (): Promise<JointFit> => {
    const { models, variances } = await fitJointly(several(), prior, { rounds: 8 });
    return { parameters, prior, models, variances, seed: 'test' };
  };

  it('does not look at the figures of the prefecture left out', async () => {
    const fit = await fitted();
    const [first] = leaveOneOut(fit);
    const models = fit.models.map((model, c) =>
      c === 0 ? { ...model, observed: model.observed.map((y) => y + 9) } : model,
    );
    expect(leaveOneOut({ ...fit, models })[0]).toEqual(first);
    expect(leaveOneOut({ ...fit, models })[1]).not.toEqual(leaveOneOut(fit)[1]);
  });

  it('spreads predictions as wide as prefectures differ, and covers those left out', async () => {
    const fit = await fitted();
    const truths = several().map(({ truth }) => truth);
    const out = leaveOneOut(fit, 400);
    expect(out.map(({ city }) => city)).toEqual(fit.models.map(({ city }) => city));
    out.forEach(({ predictive, common: values, spread }, c) => {
      expect(predictive.parameters).toEqual(parameters.map(({ name }) => name));
      const own = predictive.draws.map((draw) => draw[0]);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
      expect(variance).toBeGreaterThan(0.8 * (values.covariance[0][0] + spread[0]));
      expect(variance).toBeLessThan(1.2 * (values.covariance[0][0] + spread[0]));
      expect(Math.abs(truths[c][0] - mean)).toBeLessThan(3 * Math.sqrt(variance));
    });
  });

  it('needs others to leave one out from', async () => {
    const fit = await fitted();
    expect(() => leaveOneOut({ ...fit, models: fit.models.slice(0, 1) })).toThrow(RangeError);
  });
});
