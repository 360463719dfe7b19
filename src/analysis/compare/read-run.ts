import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { csvParseRows } from 'd3-dsv';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Manifest } from '../../result/manifest.ts';
import { type ReplicateCell, readReplicateCells } from '../../run/parquet-file.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { refuseSteering } from '../../scenario/steering.ts';

/** A finished run as its folder holds it. */
interface StoredRun {
  readonly manifest: Manifest;
  /** In replicate order; without settlements by route. */
  readonly results: readonly ReplicateResult[];
  readonly areas: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/**
 * Reads `replicates.parquet` and `areas.csv` of a result folder back into results.
 * @throws InputError where a file is missing, broken, or does not hold what the manifest says
 */
export async function readRun(folder: string, manifest: Manifest): Promise<StoredRun> {
  const areas = await areasIn(folder);
  const file = path.join(folder, 'replicates.parquet');
  const rows: ReplicateCell[] = [];
  try {
    await readReplicateCells(file, (cell) => void rows.push(cell));
  } catch {
    throw broken(file);
  }
  const results = resultsOf(rows, manifest, ['city', ...areas.map(({ code }) => code)]);
  if (results === null) throw broken(file);
  return { manifest, results, areas };
}

/** Dense results from tidy rows; null when they do not fit the manifest. */
function resultsOf(
  rows: readonly ReplicateCell[],
  { scenario: { baseYear, endYear }, options }: Manifest,
  areas: readonly string[],
): ReplicateResult[] | null {
  const indicators = [...new Set(rows.map(({ indicator }) => indicator))];
  const years = Array.from({ length: endYear - baseYear + 1 }, (_, t) => baseYear + t);
  const [areaAt, indicatorAt] = [indexOf(areas), indexOf(indicators)];
  const values = Array.from({ length: options.replicates }, () =>
    new Float64Array(years.length * areas.length * indicators.length).fill(Number.NaN),
  );
  for (const { replicate, area, year, indicator, value } of rows) {
    const a = areaAt.get(area);
    if (values[replicate] === undefined || a === undefined || year < baseYear || year > endYear) return null;
    values[replicate][((year - baseYear) * areas.length + a) * indicators.length + indicatorAt.get(indicator)!] = value;
  }
  if (rows.length === 0) return null;
  const shape = { indicators, years, areas, settlements: new Float64Array(0), routes: [], personYears: 0 };
  return values.map((each, replicate) => ({ replicate, ...shape, values: each }));
}

const indexOf = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]));

/** The areas of a run, without the city. */
async function areasIn(folder: string): Promise<StoredRun['areas']> {
  const file = path.join(folder, 'areas.csv');
  const text = await readFile(file, 'utf8').catch(() => {
    throw broken(file);
  });
  refuseSteering(file, text);
  return csvParseRows(text)
    .slice(1)
    .filter(([code]) => code !== 'city')
    .map(([code = '', zh = '', en = '']) => ({ code, zh, en }));
}

const broken = (file: string): InputError =>
  new InputError([
    {
      file,
      ...said({
        zh: '应为 luohu run 写下的文件，实际缺失或不完整',
        en: 'must be as luohu run wrote it, got a missing or broken file',
      }),
    },
  ]);
