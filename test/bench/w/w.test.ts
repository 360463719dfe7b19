import { readFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { replicateKey } from '../../../src/random/key.ts';
import { type Coefficients, coefficients } from './coefficients.ts';
import { addCounts, type Counts, fromLines, toLines } from './counts.ts';
import { plainVillage } from './plain.ts';
import { simulate } from './simulate.ts';
import { survivalOf, waitingTime } from './waiting-time.ts';
import { createWorld, initialise, VILLAGE } from './world.ts';
import { LARGEST_Z, readReference, zScores } from './z-test.ts';

const reference = readReference(readFileSync(new URL('reference.csv', import.meta.url), 'utf8'));
const largestZ = (counts: Counts, households: number): number => Math.abs(zScores(counts, households, reference)[0].z);

const VILLAGES = 300;
const HOUSEHOLDS = VILLAGES * VILLAGE;

function simulated(w: Coefficients, seed = 1, splits: readonly number[] = [0, VILLAGES]): Counts {
  const world = createWorld(HOUSEHOLDS);
  const key = replicateKey('W', seed);
  initialise(world, key);
  return addCounts(splits.slice(1).map((end, part) => simulate(world, key, w, splits[part], end)));
}

test('the plain program agrees with the reference under another seed, in births and deaths with their exact expectation', () => {
  const random = seedrandom('another');
  const counts = addCounts(Array.from({ length: 100 }, () => plainVillage(random)));
  expect(largestZ(counts, 100 * VILLAGE)).toBeLessThan(LARGEST_Z);
});

test.each([1, 2, 3])('W in columns agrees with the reference, seed %i', (seed) => {
  expect(largestZ(simulated(coefficients(), seed), HOUSEHOLDS)).toBeLessThan(LARGEST_Z);
});

const scaled = (table: Float64Array, factor: number): Float64Array =>
  table.map((chance) => Math.min(1, factor * chance));
const w = coefficients();
test.each<[string, Partial<Coefficients>]>([
  ['mortality 10 % high', { death: scaled(w.death, 1.1) }],
  ['fertility 5 % low', { birth: scaled(w.birth, 0.95) }],
  ['births two years late', { birth: w.birth.map((_, age) => w.birth[age - 2] ?? 0) }],
  ['constant', { constant: -4.95 }],
  ['years in town', { years: 0.125 }],
  ['tenure', { tenure: 0.38 }],
  ['school', { school: 0.3 }],
  ['land', { land: 0.09 }],
  ['peers', { share: 2.2 }],
])('the z-test catches a wrong coefficient: %s', (_, changes) => {
  expect(largestZ(simulated(coefficients(changes)), HOUSEHOLDS)).toBeGreaterThan(LARGEST_Z);
});

test('villages that pass the ceiling of their share still settle as they should', () => {
  const constant = -3.5;
  const random = seedrandom('ceiling');
  const plain = Array.from({ length: VILLAGES }, () => plainVillage(random, constant).settled);
  const fast = simulated(coefficients({ constant })).settled;
  for (let y = 0; y < 15; y++) {
    const counts = plain.map((settled) => settled[y]);
    const mean = counts.reduce((sum, n) => sum + n, 0) / VILLAGES;
    const variance = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (VILLAGES - 1);
    expect(Math.abs(fast[y] / VILLAGES - mean) / Math.sqrt((2 * variance) / VILLAGES)).toBeLessThan(LARGEST_Z);
  }
});

test('any division into parts gives the same counts', () => {
  expect(simulated(w, 1, [0, 1, 7, 150, VILLAGES])).toEqual(simulated(w));
});

test('a waiting time has the distribution of a draw a year', () => {
  const chance = [0, 0.5, 0.1, 0.2, ...new Array<number>(12).fill(0.01), 1];
  const survival = survivalOf(chance);
  for (const from of [0, 3]) {
    const found = new Map<number, number>();
    for (let n = 0; n < 2 ** 16; n++) {
      const years = waitingTime(survival, from, (n * 2 ** 16 + 2 ** 15) | 0);
      found.set(years, (found.get(years) ?? 0) + 2 ** -16);
    }
    let alive = 1;
    for (let k = 1; from + k < chance.length; k++) {
      expect(found.get(k) ?? 0).toBeCloseTo(alive * chance[from + k], 4);
      alive *= 1 - chance[from + k];
    }
  }
});

test('lines are read back as they were written', () => {
  const counts = simulated(w);
  expect(fromLines(toLines(counts, HOUSEHOLDS), HOUSEHOLDS)).toEqual(counts);
});

test('a village is never cut', () => {
  expect(() => createWorld(250)).toThrow('households must be a multiple of 200, got 250');
});
