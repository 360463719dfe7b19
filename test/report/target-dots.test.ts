import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetDotsChart } from '../../src/report/chart/target-dots.ts';
import { dotsFor, quantileDots, wilsonInterval } from '../../src/report/quantile-dots.ts';
import { sample } from './sample.ts';

const values = fc.array(fc.double({ min: 20, max: 90, noNaN: true }), { minLength: 2, maxLength: 300 });

describe('quantile dots', () => {
  it('are as many as are asked for, and as many reach the target as their values do', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 20, max: 90, noNaN: true }), (all, target) => {
        const count = dotsFor(all.length);
        const dots = quantileDots(all, target, 1, count);
        expect(dots).toHaveLength(Math.min(count, all.length));
        const share = all.filter((value) => value >= target).length / all.length;
        const dotted = dots.filter(({ reached }) => reached).length / dots.length;
        expect(Math.abs(dotted - share)).toBeLessThanOrEqual(1 / dots.length + 1 / all.length);
      }),
    );
  });

  it('never stand on the wrong side of the target, nor on each other', () => {
    fc.assert(
      fc.property(values, (all) => {
        const dots = quantileDots(all, 55, 2, dotsFor(all.length));
        for (const { value, reached } of dots) expect(value >= 55).toBe(reached);
        expect(new Set(dots.map(({ value, level, reached }) => `${value} ${level} ${reached}`)).size).toBe(dots.length);
      }),
    );
  });

  it('show every value of a few replicates, and stand for 20 or 50 shares of many', () => {
    expect([5, 19, 20, 49, 50, 1000].map(dotsFor)).toEqual([5, 19, 20, 20, 50, 50]);
    const few = quantileDots([4, 1, 3], 3, 0.1, 3);
    expect(few).toEqual([
      { value: 1, level: 1, reached: false },
      { value: 3, level: 1, reached: true },
      { value: 4, level: 1, reached: true },
    ]);
  });

  it('of which close ones are piled', () => {
    expect(quantileDots([1, 1.2, 1.4, 9], 100, 1, 4).map(({ value, level }) => [value, level])).toEqual([
      [1.2, 1],
      [1.2, 2],
      [1.2, 3],
      [9, 1],
    ]);
  });
});

it('the interval of a share is the published one (Newcombe 1998, table I, method 3, 95 %)', () => {
  const at = (many: number, all: number) => wilsonInterval(many, all, 1.959964).map((each) => each.toFixed(4));
  expect(at(81, 263)).toEqual(['0.2553', '0.3662']);
  expect(at(15, 148)).toEqual(['0.0624', '0.1605']);
  expect(at(0, 20)).toEqual(['0.0000', '0.1611']);
  expect(at(1, 29)).toEqual(['0.0061', '0.1718']);
});

describe('the chart of targets', () => {
  const rowsOf = (spec: unknown) =>
    (
      spec as { vconcat: { layer: { data: { values: { value: number; reached: boolean; target: number }[] } }[] }[] }
    ).vconcat.map(({ layer }) => layer.slice(0, 2).flatMap(({ data }) => data.values));

  it('has a panel a target, and says how many replicates reach it', () => {
    const spec = targetDotsChart(sample(), 'en')!;
    const [registered, resident] = rowsOf(spec);
    expect([registered, resident].map((rows) => rows.length)).toEqual([20, 20]);
    expect(spec.description).toContain('75.0 % by 2030: a chance of 38 % (15 of 40 replicates; 90 % interval 26–51 %)');
    expect(spec.description).toContain('89.0 % by 2025: a chance of 75 % (30 of 40 replicates');
    expect(resident.filter(({ reached }) => reached)).toHaveLength(15);
  });

  it('is not there without targets, without replicates, or for a target of the base year', () => {
    const { targets: _targets, ...bare } = sample();
    const { targetValues: _values, ...unread } = sample();
    const early = sample().targets!.map((target) => ({ ...target, year: 2020 }));
    const values = sample().targetValues!.map((each) => ({ ...each, year: 2020 }));
    for (const input of [bare, unread, { ...sample(), targets: early, targetValues: values }])
      expect(targetDotsChart(input, 'zh')).toBeNull();
  });
});
