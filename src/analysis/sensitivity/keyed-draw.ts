import { uniform } from '../../random/draw.ts';
import { replicateKey } from '../../random/key.ts';
import type { Draw } from './morris.ts';

const FIRST_YEAR = 1990;

/** Uniform draws that depend on a text and two numbers alone; the first number below 2^24. */
export function keyedDraw(text: string): Draw {
  const key = replicateKey(text, 0);
  return (use, n) => uniform(key, n, use & 0xffff, FIRST_YEAR + (use >>> 16), 0);
}
