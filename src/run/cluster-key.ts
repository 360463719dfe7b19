import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { InputError, said } from '../scenario/errors.ts';
import { sortedJson } from './hash.ts';
import { runMessages } from './messages.ts';

/** Shortest key that is taken: a word somebody could guess is no key. */
const SHORTEST = 16;

/** The key that the machines of a cluster share. What carries its seal was made by one that has it. */
export interface ClusterKey {
  /** Tells two keys apart without giving either away. */
  readonly id: string;
  /** HMAC-SHA256 of a content. */
  seal(content: string | Uint8Array): Buffer;
}

/**
 * The key in LUOHU_CLUSTER_KEY; null where none is given.
 * @throws InputError for one that is too short
 */
export function clusterKey(env: NodeJS.ProcessEnv = process.env): ClusterKey | null {
  const secret = env['LUOHU_CLUSTER_KEY'] ?? '';
  if (secret === '') return null;
  if (secret.length < SHORTEST) throw new InputError([said(runMessages.shortKey(SHORTEST, secret.length))]);
  const seal = (content: string | Uint8Array): Buffer => createHmac('sha256', secret).update(content).digest();
  return { id: seal('luohu key').toString('hex').slice(0, 16), seal };
}

/** What vouches for a content: the seal of the key, or, without one, a checksum that anybody can make. */
export const digestOf = (content: string | Uint8Array, key: ClusterKey | null): Buffer =>
  key === null ? createHash('sha256').update(content).digest() : key.seal(content);

/** Which key vouches for a content, and its seal. */
export interface Signature {
  /** `ClusterKey.id`. */
  readonly key: string;
  /** HMAC-SHA256 in hexadecimal digits. */
  readonly seal: string;
}

export const keyShape = z.string().regex(/^[0-9a-f]{16}$/);
export const sealShape = z.string().regex(/^[0-9a-f]{64}$/);
export const signatureShape: z.ZodType<Signature> = z.strictObject({ key: keyShape, seal: sealShape });

/** The seal over a content that is kept as JSON, and over the name of the key. */
const sealOf = (content: object, key: ClusterKey): Buffer => key.seal(sortedJson({ ...content, key: key.id }));

/** The signature of a content that is kept as JSON; null without a key. */
export const signatureOf = (content: object, key: ClusterKey | null): Signature | null =>
  key === null ? null : { key: key.id, seal: sealOf(content, key).toString('hex') };

/**
 * What a signature is worth: `sound` where it is of this machine's key and fits, or where there is neither key nor signature;
 * `noKey` where it is signed and this machine has no key to check it with.
 */
export type Worth = 'sound' | 'unsigned' | 'noKey' | 'otherKey' | 'wrong';

/** Holds a content, as JSON gave it back, against its signature. */
export function worthOf(content: object, signature: Signature | null | undefined, key: ClusterKey | null): Worth {
  if (!signature) return key === null ? 'sound' : 'unsigned';
  if (key === null) return 'noKey';
  if (signature.key !== key.id) return 'otherKey';
  return timingSafeEqual(sealOf(content, key), Buffer.from(signature.seal, 'hex')) ? 'sound' : 'wrong';
}
