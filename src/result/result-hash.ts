import { createHash } from 'node:crypto';
import type { ReplicateResult, WrittenPeople } from '../indicator/result.ts';
import { canonicalJson } from '../run/hash.ts';
import { inReplicateOrder } from './merge.ts';

/** Hash of all numbers of all replicates, in replicate order, as big-endian doubles with one kind of NaN and of zero. */
export function resultHash(results: readonly ReplicateResult[]): string {
  const hash = createHash('sha256');
  for (const result of inReplicateOrder(results)) {
    const { replicate, indicators, years, areas, routes, values, settlements, microdata } = result;
    const people = microdata && valuesOf(microdata);
    const codes = routes.map(({ name, document, clause }) => ({ name, document, clause }));
    hash.update(
      canonicalJson({ replicate, indicators, years, areas, routes: codes, ...(people ? { microdata: people } : {}) }),
    );
    hash.update(bytesOf(values));
    hash.update(bytesOf(settlements));
  }
  return hash.digest('hex');
}

/** What was written of the people, apart from the files it was written to. */
const valuesOf = (people: WrittenPeople): WrittenPeople =>
  Object.fromEntries(Object.entries(people).map(([name, { rows, sha256 }]) => [name, { rows, sha256 }]));

function bytesOf(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => {
    view.setFloat64(i * 8, Number.isNaN(value) ? NaN : value + 0);
  });
  return new Uint8Array(view.buffer);
}
