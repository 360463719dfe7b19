import { Failure } from './errors.ts';
import { runMessages } from './messages.ts';
import { systemCode } from './system-problem.ts';

/** Packages that a run can do without. */
export type OptionalPart = 'bullmq' | 'ioredis' | 'pg' | 's3mini' | '@resvg/resvg-js';

/**
 * Loads a package that may not be installed.
 * @param load its import, written out so that the types are known
 * @throws Failure that names the package and how to install it
 */
export async function optionalPart<T>(name: OptionalPart, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(systemCode(error) ?? '')) throw error;
    throw new Failure(runMessages.missingPart(name), error);
  }
}
