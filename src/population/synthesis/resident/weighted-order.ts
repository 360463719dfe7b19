import { log } from '../../../math/log.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';

/**
 * Units in a random order in which heavier ones tend to come first: the first k are a weighted sample of size k without
 * replacement. Each unit's key is -log(u) / weight, the smallest first (Efraimidis & Spirakis 2006).
 *
 * @param rowOf row the unit's draw is keyed by
 */
export function weightedOrder(
  units: Int32Array,
  rowOf: (unit: number) => number,
  weightOf: (unit: number) => number,
  source: DrawSource,
  decision: number,
): Int32Array {
  // keys are made whole numbers with the unit's position behind them: plain numbers sort without a comparison function
  const keys = new Float64Array(units.length);
  for (let i = 0; i < units.length; i++) {
    const time = -log(1 - drawFor(source, rowOf(units[i]), decision)) / weightOf(units[i]);
    keys[i] = Math.floor((time / (1 + time)) * KEY_RANGE) * POSITIONS + i;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => units[key % POSITIONS]);
}

const KEY_RANGE = 2 ** 28;
const POSITIONS = 2 ** 24;
