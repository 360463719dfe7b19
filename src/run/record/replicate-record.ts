import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ReplicateResult } from '../../indicator/result.ts';
import { populations } from '../../people/column/column.ts';
import { type ClusterKey, digestOf, keyShape, type Worth } from '../cluster-key.ts';
import { jsonIn } from './json.ts';
import { codeShape, hashShape, replicateShape } from './shapes.ts';

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

const nameShape = z.string().max(200);
/** What a document calls a route of its own. */
const calledShape = z.string().max(2000);
const countShape = z.int().min(0).max(1e8);

/** The line of JSON before the numbers. */
const headShape = z
  .strictObject({
    hash: hashShape,
    code: codeShape,
    strict: z.boolean(),
    key: keyShape.optional(),
    replicate: replicateShape,
    indicators: z.array(nameShape).max(10_000),
    years: z.array(z.int().min(1900).max(2200)).max(300),
    areas: z.array(nameShape).max(10_000),
    routes: z
      .array(
        z.strictObject({
          name: nameShape,
          document: nameShape,
          clause: nameShape,
          called: z.strictObject({ zh: calledShape, en: calledShape }).optional(),
        }),
      )
      .max(10_000),
    personYears: z.number().min(0),
    microdata: z
      .partialRecord(
        z.enum(populations),
        z.strictObject({ rows: countShape, sha256: hashShape, file: hashShape.optional() }),
      )
      .optional(),
    lengths: z.strictObject({ values: countShape, settlements: countShape }),
  })
  .refine(({ years, areas, indicators, routes, lengths }) => {
    const cells = years.length * areas.length;
    return lengths.values === cells * indicators.length && lengths.settlements === cells * routes.length;
  });

/**
 * A finished replicate as bytes; the same replicate and key give the same bytes.
 *
 *   `luohu replicate 1` LF, a line of JSON, values and settlements as little-endian doubles, and of all before it SHA-256, or
 *   HMAC-SHA256 where the machines of a cluster share a key; the line then names the key
 */
export function encodeReplicate(
  owner: ReplicateOwner,
  result: ReplicateResult,
  key: ClusterKey | null = null,
): Uint8Array {
  const { values, settlements, ...rest } = result;
  const lengths = { values: values.length, settlements: settlements.length };
  const signer = key === null ? {} : { key: key.id };
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify({ ...owner, ...signer, ...rest, lengths })}\n`);
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
  bytes.set(digestOf(bytes.subarray(0, numbers), key), numbers);
  return bytes;
}

/** The line of JSON a record begins with, and where its numbers begin; null for what is no record. */
function headOf(bytes: Uint8Array): { head: z.infer<typeof headShape>; start: number } | null {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const end = bytes.indexOf(10, MAGIC.length);
  const head = end < 0 ? null : jsonIn(bytes.subarray(MAGIC.length, end), headShape);
  return head === null ? null : { head, start: end + 1 };
}

/** Whether the last bytes are the digest of all before them. */
function vouches(bytes: Uint8Array, key: ClusterKey | null): boolean {
  const numbers = bytes.length - DIGEST_BYTES;
  return numbers >= MAGIC.length && timingSafeEqual(digestOf(bytes.subarray(0, numbers), key), bytes.subarray(numbers));
}

/** Reads a finished replicate back; null when the bytes are damaged, something else, or not sealed with the key. */
export function decodeReplicate(
  bytes: Uint8Array,
  key: ClusterKey | null = null,
): { owner: ReplicateOwner; result: ReplicateResult } | null {
  const read = vouches(bytes, key) ? headOf(bytes) : null;
  if (read === null) return null;
  const { start } = read;
  const { hash, code, strict, lengths, key: _signer, ...rest } = read.head;
  if (bytes.length !== start + 8 * (lengths.values + lengths.settlements) + DIGEST_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const column = (first: number, length: number) =>
    Float64Array.from({ length }, (_, i) => view.getFloat64(first + 8 * i, true));
  const values = column(start, lengths.values);
  const settlements = column(start + 8 * lengths.values, lengths.settlements);
  return { owner: { hash, code, strict }, result: { ...rest, values, settlements } };
}

/** What the signature of a record is worth; null for what is no record, or one without a key whose checksum does not fit. */
export function worthOfReplicate(bytes: Uint8Array, key: ClusterKey | null): Worth | null {
  const read = headOf(bytes);
  if (read === null) return null;
  const signer = read.head.key;
  if (signer === undefined) return vouches(bytes, null) ? (key === null ? 'sound' : 'unsigned') : null;
  if (key === null) return 'noKey';
  if (signer !== key.id) return 'otherKey';
  return vouches(bytes, key) ? 'sound' : 'wrong';
}
