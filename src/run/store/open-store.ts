import path from 'node:path';
import { folderStore } from './folder-store.ts';
import { patientStore } from './patient-store.ts';
import { isBucket, s3Store } from './s3-store.ts';
import type { Store } from './store.ts';

/**
 * Opens a store that several machines share: a folder, or the address of a bucket.
 * @throws InputError for an address that is not one; Failure when the package for buckets is missing
 */
export const openStore = async (place: string): Promise<Store> =>
  patientStore(isBucket(place) ? await s3Store(place) : folderStore(path.normalize(place)));
