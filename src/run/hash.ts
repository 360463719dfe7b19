import { createHash } from 'node:crypto';
import type { ReplicateResult } from '../indicator/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { InputFile } from './input-file.ts';
import { inReplicateOrder } from './merge.ts';

/** Everything that decides the numbers of a run. Workers, `--strict` and the place of the files do not. */
export interface RunIdentity {
  readonly version: string;
  readonly scenario: Scenario;
  readonly data: readonly InputFile[];
  readonly sample: number;
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Hash of a run before it is made: names its folder. The same resolved scenario, data, seed and version give the same hash. */
export function scenarioHash({ version, scenario, data, sample }: RunIdentity): string {
  const { file: _file, ...resolved } = scenario;
  const files = data.map(({ path, sha256 }) => [path, sha256]).sort(([a], [b]) => (a! < b! ? -1 : 1));
  return sha256(canonicalJson({ version, sample, files, scenario: resolved }));
}

/** Hash of all numbers of all replicates, in replicate order, as big-endian doubles with one kind of NaN and of zero. */
export function resultHash(results: readonly ReplicateResult[]): string {
  const hash = createHash('sha256');
  for (const { replicate, indicators, years, areas, routes, values, settlements } of inReplicateOrder(results)) {
    hash.update(canonicalJson({ replicate, indicators, years, areas, routes }));
    hash.update(bytesOf(values));
    hash.update(bytesOf(settlements));
  }
  return hash.digest('hex');
}

/** JSON with sorted keys and without `origin`, which says where a value was written and not what it is. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, item: unknown) => {
    if (key === 'origin') return undefined;
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function bytesOf(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => {
    view.setFloat64(i * 8, Number.isNaN(value) ? NaN : value + 0);
  });
  return new Uint8Array(view.buffer);
}
