import { parentPort } from 'node:worker_threads';
import { adoptTable } from '../../../src/population/columns.ts';
import type { DrawKey } from '../../../src/random/draw.ts';
import { coefficients } from './coefficients.ts';
import { simulate } from './simulate.ts';
import { householdSpec, personSpec } from './world.ts';

/** Villages of a shared world to simulate. */
export interface Order {
  readonly persons: SharedArrayBuffer;
  readonly households: SharedArrayBuffer;
  readonly key: DrawKey;
  readonly first: number;
  readonly end: number;
}

const w = coefficients();

parentPort?.on('message', ({ persons, households, key, first, end }: Order) => {
  const world = { persons: adoptTable(personSpec, persons), households: adoptTable(householdSpec, households) };
  parentPort?.postMessage(simulate(world, key, w, first, end));
});
