import path from 'node:path';
import type { Localized } from '../language/language.ts';
import { type ClusterKey, clusterKey, signatureOf, type Worth, worthOf } from '../run/cluster-key.ts';
import { worthMessage } from '../run/record/worth-message.ts';
import { InputError, said } from '../scenario/errors.ts';
import type { Manifest } from './manifest.ts';

/**
 * The manifest of a result as it is written down, signed where there is a key. It names every result file by its hash, so that the
 * signature vouches for all of them.
 */
export function signedManifest(manifest: Manifest, key: ClusterKey | null): Manifest {
  // as it will be read back: what is undefined is not written
  const signature = signatureOf(JSON.parse(JSON.stringify(manifest)) as Manifest, key);
  return signature === null ? manifest : { ...manifest, signature };
}

/** What the signature of a manifest that was read is worth to this machine. */
export const worthOfManifest = ({ signature, ...content }: Manifest): Worth =>
  worthOf(content, signature, clusterKey());

/** @throws InputError for a manifest that was changed after it was signed, or is signed with another key than this machine's */
export function assertSignature(file: string, manifest: Manifest): void {
  const worth = worthOfManifest(manifest);
  if (worth === 'wrong' || worth === 'otherKey') throw new InputError([{ file, ...said(worthMessage(worth)!) }]);
}

/** What is said of a result that is read though nobody vouches for it: unsigned where there is a key, signed where there is none. */
export function unsignedNote(
  folder: string,
  manifest: Manifest,
): { readonly worth: Worth; readonly told: Localized } | null {
  const worth = worthOfManifest(manifest);
  const message = worthMessage(worth);
  const file = path.join(folder, 'manifest.json');
  return message && { worth, told: { zh: `${file} ${message.zh}`, en: `${file} ${message.en}` } };
}
