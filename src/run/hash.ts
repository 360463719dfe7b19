import { createHash } from 'node:crypto';
import type { Scenario } from '../scenario/scenario.ts';
import type { InputFile } from './input-file.ts';

/** Everything that decides the numbers of a run. Workers, `--strict` and the place of the files do not. */
export interface RunIdentity {
  readonly version: string;
  readonly scenario: Scenario;
  readonly data: readonly InputFile[];
  readonly sample: number;
  readonly wholeOnly?: boolean;
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Hash of a run before it is made: names its folder. The same resolved scenario, data, seed and version give the same hash. */
export function scenarioHash({ version, scenario, data, sample, wholeOnly }: RunIdentity): string {
  const { file: _file, ...resolved } = scenario;
  const files = data.map(({ path, sha256 }) => [path, sha256]).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(canonicalJson({ version, sample, files, scenario: resolved, ...(wholeOnly ? { wholeOnly } : {}) }));
}

/** JSON with sorted keys and without `origin`, which says where a value was written and not what it is. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, item: unknown) => {
    if (key === 'origin') return undefined;
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
