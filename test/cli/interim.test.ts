import { expect, test } from 'vitest';
import { interimTables } from '../../src/cli/run/interim.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';

const inputs = loadInputs({ scenario: 'scenarios/baotou.yaml', overrides: { replicates: 200 }, sample: 0.05 }, 'en');
const first = (count: number): ReplicateResult[] =>
  Array.from({ length: count }, (_, replicate) => ({
    replicate,
    indicators: ['resident_urbanization_rate'],
    years: [2020, 2035],
    areas: ['city'],
    routes: [],
    values: Float64Array.of(86, 90 + (replicate % 10) / 10),
    settlements: new Float64Array(0),
    personYears: 1,
  }));

/** Replicates and seconds at which a table was shown, of those that came. */
function shownAt(coming: readonly (readonly [replicates: number, seconds: number])[]): (readonly [number, number])[] {
  let now = 0;
  let told = '';
  const show = interimTables(
    inputs,
    (text) => (told = text),
    'en',
    undefined,
    () => now,
  );
  return coming.filter(([replicates, seconds]) => {
    now = seconds;
    told = '';
    show(first(replicates));
    return told !== '';
  });
}

test('a first table stands within ten seconds, the next when there are twice as many, the last is the result', () => {
  const steady = Array.from({ length: 200 }, (_, r) => [r + 1, 2 + (r + 1) / 4] as const);
  expect(shownAt(steady)).toEqual([
    [10, 4.5],
    [42, 12.5],
    [84, 23],
  ]);
});

test('where replicates are slow, a few are better than none; where all are done at once there is none', () => {
  expect(
    shownAt([
      [2, 6],
      [4, 8.5],
      [8, 17],
    ]),
  ).toEqual([
    [4, 8.5],
    [8, 17],
  ]);
  expect(
    shownAt([
      [40, 2],
      [200, 4],
    ]),
  ).toEqual([]);
});

test('a table says of how many replicates it is, and how far each mean is known', () => {
  let told = '';
  interimTables(
    inputs,
    (text) => (told = text),
    'zh',
    [2035],
    () => 9,
  )(first(40));
  expect(told).toContain('200 次重复中的前 40 次：均值 ± 标准误（5%—95% 区间）');
  expect(told).toMatch(/90\.45 ± 0 \(90\.00–90\.90\)/);
});
