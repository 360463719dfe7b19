import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { observer } from '../../src/run/microdata/observe.ts';
import { openGroups } from '../../src/run/parquet-file.ts';
import type { TablesFile } from '../../src/scenario/table-shape.ts';
import { replicateInput, type SampledCity, sampledCity } from '../support/sanmenxia.ts';

export type Row = Readonly<Record<string, string | number | bigint | boolean | null>>;

interface ObservedRun {
  readonly town: SampledCity;
  readonly years: readonly number[];
  readonly weight: number;
  /** Folder of the files of the replicate. */
  readonly folder: string;
  readonly result: ReplicateResult;
  readonly persons: readonly Row[];
  readonly households: readonly Row[];
  readonly events: readonly Row[];
}

/** A replicate of a sample of a city with its people written out, and its tables counted while it ran. */
export async function observedRun(
  file: string,
  sample: number,
  endYear: number,
  tables?: TablesFile,
): Promise<ObservedRun> {
  const town = sampledCity(file, sample);
  const scenario = { ...town.scenario, endYear, ...(tables ? { tables } : {}) };
  const { baseYear } = scenario;
  const years = Array.from({ length: endYear - baseYear + 1 }, (_, t) => baseYear + t);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-microdata-'));
  const weight = 1 / sample;
  const looksOn = observer({ scenario, weight, microdata: { years, only: [1], folder } }, 1)!;
  const counted = runReplicate({
    ...replicateInput(town, { scenario }),
    weight,
    onBegin: looksOn.onBegin,
    onYear: () => {
      looksOn.onYearEnd();
      return true;
    },
  });
  const result: ReplicateResult = looksOn.finish(counted);
  const read = async (population: string): Promise<Row[]> => {
    const name = readdirSync(folder).find((each) => each.endsWith(`${population}.parquet`))!;
    return rowsIn(path.join(folder, name));
  };
  const [persons, households, events] = [await read('persons'), await read('households'), await read('events')];
  return { town, years, weight, folder, result, persons, households, events };
}

/** All rows of a Parquet file. */
export async function rowsIn(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { rows: count, read } of (await openGroups(file)).groups) {
    const columns = Object.entries(await read());
    for (let n = 0; n < count; n++)
      rows.push(Object.fromEntries(columns.map(([name, column]) => [name, column[n] as Row[string]])));
  }
  return rows;
}
