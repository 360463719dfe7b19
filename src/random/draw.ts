import { threefry } from './threefry.ts';

/** Two signed key words: the seed, mixed with the replicate. */
export interface DrawKey {
  readonly k0: number;
  readonly k1: number;
}

/** Two words, in an array longer than V8 keeps on its heap (64 bytes): only then is its address a constant of the code. */
const word = new Int32Array(32);

/** First calendar year a draw can be keyed by. */
const FIRST_YEAR = 1990;

/**
 * Uniform on [0, 1) with 53 bits, a function of (key, identity, lineage, year, decision) alone.
 *
 * The counter's words are the identity and (lineage, year - 1990, decision) packed as 16 + 8 + 8 bits.
 * @param decision one of `Decision`
 */
export function uniform(key: DrawKey, identity: number, lineage: number, year: number, decision: number): number {
  threefry(key.k0, key.k1, identity | 0, (lineage << 16) | ((year - FIRST_YEAR) << 8) | decision, word);
  return ((word[0] >>> 5) * 67108864 + (word[1] >>> 6)) * 1.1102230246251565e-16;
}
