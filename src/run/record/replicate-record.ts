import { createHash } from 'node:crypto';
import type { ReplicateResult } from '../../indicator/result.ts';

/** Which run a finished replicate belongs to. */
export interface ReplicateOwner {
  /** Scenario hash of the run. */
  readonly hash: string;
  /** Hash of the code that made it. */
  readonly code: string;
  /** Whether the invariants were checked. */
  readonly strict: boolean;
}

const MAGIC = 'luohu replicate 1\n';
const DIGEST_BYTES = 32;

/**
 * A finished replicate as bytes; the same replicate gives the same bytes.
 *
 *   `luohu replicate 1` LF, a line of JSON, values and settlements as little-endian doubles, SHA-256 of all before it
 */
export function encodeReplicate(owner: ReplicateOwner, result: ReplicateResult): Uint8Array {
  const { values, settlements, ...rest } = result;
  const lengths = { values: values.length, settlements: settlements.length };
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify({ ...owner, ...rest, lengths })}\n`);
  const numbers = head.length + 8 * (values.length + settlements.length);
  const bytes = new Uint8Array(numbers + DIGEST_BYTES);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  let at = head.length;
  for (const column of [values, settlements]) {
    for (const value of column) {
      view.setFloat64(at, value, true);
      at += 8;
    }
  }
  bytes.set(createHash('sha256').update(bytes.subarray(0, numbers)).digest(), numbers);
  return bytes;
}

/** Reads a finished replicate back; null when the bytes are damaged or something else. */
export function decodeReplicate(bytes: Uint8Array): { owner: ReplicateOwner; result: ReplicateResult } | null {
  const numbers = bytes.length - DIGEST_BYTES;
  if (numbers < MAGIC.length || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const digest = createHash('sha256').update(bytes.subarray(0, numbers)).digest();
  if (!digest.equals(bytes.subarray(numbers))) return null;
  const end = bytes.indexOf(10, MAGIC.length);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(MAGIC.length, end))) as ReplicateOwner &
    Omit<ReplicateResult, 'values' | 'settlements'> & { lengths: { values: number; settlements: number } };
  const { hash, code, strict, lengths, ...rest } = head;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const column = (first: number, length: number) =>
    Float64Array.from({ length }, (_, i) => view.getFloat64(first + 8 * i, true));
  const values = column(end + 1, lengths.values);
  const settlements = column(end + 1 + 8 * lengths.values, lengths.settlements);
  return { owner: { hash, code, strict }, result: { ...rest, values, settlements } };
}
