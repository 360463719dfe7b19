import { systemCode } from '../language/system-problem.ts';
import { Failure } from './errors.ts';
import { runMessages } from './messages.ts';
import { optionalVersions } from './package.ts';

/** Packages that a run can do without. */
export type OptionalPart = 'bullmq' | 'ioredis' | 'pg' | 's3mini' | '@resvg/resvg-js';

/** The command that installs packages in the versions they were tried with. */
export const installing = (...names: OptionalPart[]): string =>
  `npm install ${names.map((name) => `${name}@${optionalVersions[name]}`).join(' ')}`;

/** What packages export, by their names. */
type Loaded<T> = { readonly [Name in keyof T]: T[Name] extends () => Promise<infer Exports> ? Exports : never };

/**
 * Loads packages that may not be installed.
 * @param loads their imports, written out so that the types are known
 * @throws Failure that names those that are missing and how to install them
 */
export async function optionalParts<T extends Readonly<Partial<Record<OptionalPart, () => Promise<unknown>>>>>(
  loads: T,
): Promise<Loaded<T>> {
  const names = Object.keys(loads) as (OptionalPart & keyof T)[];
  const loaded = await Promise.allSettled(names.map((name) => loads[name]!()));
  const missing = names.filter((_, i) => isMissing(loaded[i]));
  if (missing.length > 0) throw new Failure(runMessages.missingParts(missing, installing(...missing)));
  const parts = loaded.map((part, i) => {
    if (part.status === 'rejected') throw part.reason;
    return [names[i], part.value] as const;
  });
  return Object.fromEntries(parts) as Loaded<T>;
}

const isMissing = (loaded: PromiseSettledResult<unknown>): boolean =>
  loaded.status === 'rejected' &&
  ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(systemCode(loaded.reason) ?? '');
