import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Population, shareBuffers } from '../../../src/population/population.ts';
import { makeCity } from './city.ts';

const hashes = (population: Population): string[] =>
  Object.values(shareBuffers(population)).map((buffer) =>
    createHash('sha256').update(new Uint8Array(buffer)).digest('hex'),
  );

it('the same seed gives the same bytes, another seed other persons', () => {
  const once = hashes(makeCity('620200', 2010).population);
  expect(hashes(makeCity('620200', 2010).population)).toEqual(once);
  expect(hashes(makeCity('620200', 2010, {}, 'other').population)).not.toEqual(once);
});
