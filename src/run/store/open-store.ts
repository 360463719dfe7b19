import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemProblem } from '../../language/system-problem.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { Failure } from '../errors.ts';
import { runMessages } from '../messages.ts';
import { folderStore } from './folder-store.ts';
import { patientStore } from './patient-store.ts';
import { isBucket, s3Store } from './s3-store.ts';
import type { Store } from './store.ts';

/**
 * Opens a store that several machines share: a folder, or the address of a bucket.
 * @param make whether a folder that is not there is made; whoever joins others must find theirs
 * @throws InputError for an address that is not one, or a folder that is not there; Failure when the package for buckets is
 *   missing, or the folder cannot be made
 */
export async function openStore(place: string, { make }: { readonly make: boolean }): Promise<Store> {
  if (isBucket(place)) return patientStore(await s3Store(place));
  const folder = path.normalize(place);
  if (make) {
    await mkdir(folder, { recursive: true }).catch((error) => {
      throw new Failure(runMessages.cannotWrite(place, systemProblem(error)), error);
    });
  }
  const there = await stat(folder).catch(() => null);
  if (there === null || !there.isDirectory()) throw new InputError([said(runMessages.noStore(place))]);
  return patientStore(folderStore(folder));
}
