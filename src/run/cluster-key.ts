import { createHash, createHmac } from 'node:crypto';
import { InputError, said } from '../scenario/errors.ts';
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
