import type { Language } from '../../language/language.ts';
import { systemProblem } from '../../language/system-problem.ts';
import { cachePlace } from '../../run/cache/cache-place.ts';
import { type CachedFile, cachedBases, emptyCache } from '../../run/cache/cached-files.ts';
import { Failure } from '../../run/errors.ts';
import { runMessages } from '../../run/messages.ts';
import { ExitStatus } from '../exit-status.ts';
import { tell } from '../tell.ts';
import { cacheCliMessages as told } from './messages.ts';

export interface CacheOptions {
  readonly action: 'clear' | undefined;
  readonly json: boolean;
}

/** Tells what base populations are kept, or removes them. */
export async function manageCache({ action, json }: CacheOptions, lang: Language): Promise<ExitStatus> {
  const place = cachePlace();
  if (place?.complaint) tell(place.complaint[lang]);
  const answer = (document: object, text: string): ExitStatus => {
    process.stdout.write(`${json ? JSON.stringify(document, null, 2) : text}\n`);
    return ExitStatus.done;
  };
  if (place === null) return answer({ folder: null }, told.off()[lang]);
  const { folder, maxBytes } = place;
  if (action === 'clear') {
    const removed = await emptyCache(folder).catch((error: unknown) => {
      throw new Failure(runMessages.cannotWrite(folder, systemProblem(error)), error);
    });
    const bytes = bytesOf(removed);
    return answer({ folder, removed: removed.length, bytes }, told.cleared(folder, removed.length, bytes)[lang]);
  }
  const bases = await cachedBases(folder);
  const bytes = bytesOf(bases);
  return answer(
    { folder, populations: bases.length, bytes, maxBytes },
    told.there(folder, bases.length, bytes, maxBytes)[lang],
  );
}

const bytesOf = (files: readonly CachedFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
