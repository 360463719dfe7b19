import { describe, expect, it, test } from 'vitest';
import { additiveControls, type Shape } from '../../../src/analysis/sensitivity/additive.ts';
import { missedShare, morrisTrajectories, screen } from '../../../src/analysis/sensitivity/morris.ts';
import { type SobolOutputs, sobolDesign, sobolIndices } from '../../../src/analysis/sensitivity/sobol-indices.ts';
import { MOST_DIMENSIONS, sobolPoints } from '../../../src/analysis/sensitivity/sobol-sequence.ts';
import { uniform } from '../../../src/random/draw.ts';
import { replicateKey } from '../../../src/random/key.ts';

const key = replicateKey('sensitivity tests', 0);
const draw = (use: number, n: number) => uniform(key, n, use & 0xffff, 1990 + (use >>> 16), 90);

describe('the Sobol sequence', () => {
  it('begins as published, in the order of Gray codes', () => {
    expect(sobolPoints(8, 6)).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
      [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
      [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
    ]);
  });

  // from scipy.stats.qmc.Sobol(d=128, scramble=False), scipy 1.17.1: dimensions 1, 2, 3, 10, 64 and 128
  test.each([
    [5, [0.875, 0.875, 0.125, 0.125, 0.625, 0.125]],
    [11, [0.4375, 0.5625, 0.1875, 0.0625, 0.9375, 0.8125]],
    [15, [0.0625, 0.9375, 0.5625, 0.6875, 0.8125, 0.4375]],
  ])('has the known point %i in 128 dimensions', (n, coordinates) => {
    const point = sobolPoints(n + 1, 128)[n];
    expect([0, 1, 2, 9, 63, 127].map((d) => point[d])).toEqual(coordinates);
  });

  it('fills every dimension evenly, shifted or not, and has no more of them', () => {
    for (const points of [
      sobolPoints(64, 128),
      sobolPoints(
        64,
        128,
        Array.from({ length: 128 }, (_, d) => 0x9e3779b9 * (d + 1)),
      ),
    ]) {
      for (let d = 0; d < 128; d++) {
        const cells = points.map((point) => Math.floor(64 * point[d])).sort((a, b) => a - b);
        expect(cells).toEqual(Array.from({ length: 64 }, (_, n) => n));
      }
    }
    expect(() => sobolPoints(2, MOST_DIMENSIONS + 1)).toThrow('must have at most 128 dimensions, got 129');
  });
});

/** Outputs of a function at a design. */
function outputsOf(of: (x: readonly number[]) => number, factors: number, rows: number): SobolOutputs {
  const { a, b } = sobolDesign(factors, rows, draw);
  const mixed = Array.from({ length: factors }, (_, i) => a.map((point, r) => of(point.with(i, b[r][i]))));
  return { a: a.map(of), b: b.map(of), mixed };
}

const ishigami = (x: readonly number[]): number => {
  const [x1, x2, x3] = x.map((u) => -Math.PI + 2 * Math.PI * u) as [number, number, number];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
};

describe('Sobol indices', () => {
  it('are those of the Ishigami function (Ishigami & Homma 1990; a 7, b 0.1)', () => {
    const { variance, factors, mean } = sobolIndices(outputsOf(ishigami, 4, 4096), draw, 200);
    expect(mean).toBeCloseTo(3.5, 1);
    expect(variance.value).toBeCloseTo(13.8446, 0);
    const published = [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
      [0, 0],
    ];
    factors.forEach(({ first, total }, i) => {
      expect(Math.abs(first.value - published[i][0])).toBeLessThan(0.015);
      expect(Math.abs(total.value - published[i][1])).toBeLessThan(0.015);
    });
    // the fourth factor is in no term: exactly nothing, interval and all
    expect(factors[3]).toEqual({ first: { value: 0, p05: 0, p95: 0 }, total: { value: 0, p05: 0, p95: 0 } });
  });

  it('are those of the g function (Sobol 1993), whose variance is known', () => {
    const a = [0, 1, 4.5, 9, 99];
    const g = (x: readonly number[]): number =>
      x.reduce((product, u, i) => (product * (Math.abs(4 * u - 2) + a[i])) / (1 + a[i]), 1);
    const parts = a.map((each) => 1 / (3 * (1 + each) ** 2));
    const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    const found = sobolIndices(outputsOf(g, 5, 4096), draw, 200);
    expect(Math.abs(found.variance.value / variance - 1)).toBeLessThan(0.05);
    found.factors.forEach(({ first, total }, i) => {
      const others = parts.reduce((product, part, j) => (j === i ? product : product * (1 + part)), 1);
      expect(Math.abs(first.value - parts[i] / variance)).toBeLessThan(0.02);
      expect(Math.abs(total.value - (parts[i] * others) / variance)).toBeLessThan(0.02);
      expect(first.p05).toBeLessThanOrEqual(first.value);
      expect(first.p95).toBeGreaterThanOrEqual(first.value);
    });
  });

  it('lie inside their intervals about as often as these say', () => {
    // 40 samples of 64 rows each: a 90 % interval should hold the true index in 36 of them, give or take
    const key = replicateKey('coverage', 1);
    const linear = (x: readonly number[]): number => 3 * x[0] + 2 * x[1] + x[2];
    let held = 0;
    for (let s = 0; s < 40; s++) {
      const at = (use: number, n: number) => uniform(key, n + 1000 * s, use & 0xffff, 1990, 91);
      const rows = Array.from({ length: 64 }, (_, r) => Array.from({ length: 6 }, (_, d) => at(d, r)));
      const [a, b] = [rows.map((row) => row.slice(0, 3)), rows.map((row) => row.slice(3))];
      const mixed = [0, 1, 2].map((i) => a.map((point, r) => linear(point.with(i, b[r][i]))));
      const { factors } = sobolIndices({ a: a.map(linear), b: b.map(linear), mixed }, at, 100);
      const { p05, p95 } = factors[0].total;
      if (p05 <= 9 / 14 && 9 / 14 <= p95) held++;
    }
    expect(held).toBeGreaterThanOrEqual(30);
  });
});

describe('what factors do by themselves, taken off row by row', () => {
  const places = Array.from({ length: 256 }, (_, n) => (n + 0.5) / 256);
  const straight: Shape = { functions: (u) => [Math.sqrt(3) * (2 * u - 1)], places };
  const unknown: Shape = { functions: () => [], places };
  const sums = (x: readonly number[]): number => 4 * x[0] + 2 * x[1] + 0.5 * x[2] * x[0];
  const found = (of: typeof sums, rows: number, shapes: readonly Shape[], design = sobolDesign(3, rows, draw)) => {
    const mixed = [0, 1, 2].map((i) => design.a.map((point, r) => of(point.with(i, design.b[r][i]))));
    const outputs = { a: design.a.map(of), b: design.b.map(of), mixed };
    const controls = additiveControls(outputs, design, shapes);
    return { plain: sobolIndices(outputs, draw, 100), controlled: sobolIndices(outputs, draw, 100, controls) };
  };
  const width = ({ p05, p95 }: { p05: number; p95: number }): number => p95 - p05;

  it('leaves little of the error where the output is nearly their sum, and the same indices', () => {
    const { plain, controlled } = found(sums, 64, [straight, straight, straight]);
    // by hand: a variance of 1.8455, of which 0.0017 are the two factors together
    const exact = { first: [0.8156, 0.1806, 0.0028], total: [0.8166, 0.1806, 0.0038] };
    for (const of of ['first', 'total'] as const) {
      expect(width(controlled.factors[0][of])).toBeLessThan(width(plain.factors[0][of]) / 3);
      controlled.factors.forEach((factor, i) => {
        expect(Math.abs(factor[of].value - exact[of][i])).toBeLessThan(0.02);
      });
    }
  });

  it('changes nothing where nothing is known of the factors', () => {
    const { plain, controlled } = found(sums, 64, [unknown, unknown, unknown]);
    expect(controlled).toEqual(plain);
  });

  it('is right in the mean where the output is nothing like a sum', () => {
    const product = (x: readonly number[]): number => (x[0] - 0.5) * (x[1] - 0.5);
    const { controlled } = found(product, 2048, [straight, straight, straight]);
    expect(Math.abs(controlled.factors[0].total.value - 1)).toBeLessThan(0.03);
    expect(Math.abs(controlled.factors[0].first.value)).toBeLessThan(0.03);
    expect(controlled.factors[2]).toEqual({ first: { value: 0, p05: 0, p95: 0 }, total: { value: 0, p05: 0, p95: 0 } });
  });

  it('may be known of the first rows of a factor alone', () => {
    const design = sobolDesign(3, 64, draw);
    const mixed = [64, 16, 16].map((rows, i) =>
      design.a.slice(0, rows).map((point, r) => sums(point.with(i, design.b[r][i]))),
    );
    const outputs = { a: design.a.map(sums), b: design.b.map(sums), mixed };
    const controls = additiveControls(outputs, design, [straight, straight, straight]);
    const { factors } = sobolIndices(outputs, draw, 200, controls);
    expect(controls.total.map((column) => column.length)).toEqual([64, 16, 16]);
    expect(Math.abs(factors.reduce((sum, { total }) => sum + total.value, 0) - 1)).toBeLessThan(0.03);
  });

  it('lies inside its intervals about as often as these say', () => {
    const key = replicateKey('coverage with controls', 1);
    const of = (x: readonly number[]): number => 3 * x[0] + 2 * x[1] * x[1] + x[2] * x[0];
    const exact = 37 / 36 / (151 / 144 + 16 / 45); // by hand
    let held = 0;
    for (let s = 0; s < 40; s++) {
      const at = (use: number, n: number) => uniform(key, n + 1000 * s, use & 0xffff, 1990, 91);
      const rows = Array.from({ length: 64 }, (_, r) => Array.from({ length: 6 }, (_, d) => at(d, r)));
      const design = { a: rows.map((row) => row.slice(0, 3)), b: rows.map((row) => row.slice(3)) };
      const { p05, p95 } = found(of, 64, [straight, straight, straight], design).controlled.factors[0].total;
      if (p05 <= exact && exact <= p95) held++;
    }
    expect(held).toBeGreaterThanOrEqual(30);
  });
});

describe('Morris screening', () => {
  const trajectories = morrisTrajectories(4, 10, draw);

  it('walks one factor at a time over the middles of a grid of four', () => {
    for (const { points, order } of trajectories) {
      expect([...order].sort()).toEqual([0, 1, 2, 3]);
      points.slice(1).forEach((point, n) => {
        const changed = point.flatMap((x, i) => (x === points[n][i] ? [] : [i]));
        expect(changed).toEqual([order[n]]);
      });
      for (const x of points.flat()) expect([0.125, 0.375, 0.625, 0.875]).toContain(x);
    }
  });

  it('says how much of the effects a choice of the largest may miss', () => {
    const outputs = trajectories.map(({ points }) => points.map((x) => 5 * x[0] - 2 * x[1] + x[2]));
    expect(missedShare(trajectories, outputs, 2, [0, 1, 2, 3])).toBe(0);
    // effects that come and go from walk to walk
    const chosen = trajectories.map(({ points }, t) => points.map((x) => 5 * x[t % 2]));
    expect(missedShare(trajectories, chosen, 1, [0, 1, 2, 3])).toBe(1);
    expect(missedShare(trajectories, chosen, 2, [0, 1, 2, 3])).toBe(0);
  });

  it('finds slopes exactly where effects are straight, and nothing of a factor that is not there', () => {
    const of = (x: readonly number[]) => 5 * x[0] - 2 * x[1] + 4 * x[0] * x[2];
    const [one, two, three, four] = screen(
      trajectories,
      trajectories.map(({ points }) => points.map(of)),
    );
    expect(two).toMatchObject({ mu: expect.closeTo(-2, 9), muStar: expect.closeTo(2, 9), sigma: expect.closeTo(0, 9) });
    expect(one.mu).toBeGreaterThan(5.5);
    expect(one.sigma).toBeGreaterThan(0.5);
    expect(three.muStar).toBeGreaterThan(0.5);
    expect(four).toEqual({ mu: 0, muStar: 0, muStarError: 0, sigma: 0 });
  });
});
