import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReplicateResult } from '../../../indicator/result.ts';
import { csvText } from '../../../result/csv.ts';
import { mergeIndicators } from '../../../result/merge.ts';
import { sha256 } from '../../../run/hash.ts';
import type { Inputs } from '../../../run/load-inputs.ts';
import { packageName, packageVersion } from '../../../run/package.ts';
import { writeWhole } from '../../../run/write-whole.ts';
import { type SealManifest, sealedColumns, sealedIndicators } from './sealed-forecast.ts';

/** The name a forecast is sealed under. */
export const sealId = (scenario: string, date: string): string => `${scenario}-${date}`;

/** Table and manifest of a run, ready to be written. Years after the base year; the same run gives the same bytes. */
export function sealOf(
  { scenario, city, command, hash }: Inputs,
  results: readonly ReplicateResult[],
  date: string,
): { readonly table: string; readonly manifest: SealManifest } {
  const rows = mergeIndicators(results).filter(
    ({ indicator, year }) => sealedIndicators.includes(indicator) && year > scenario.baseYear,
  );
  const table = csvText(
    sealedColumns,
    rows.map((row) => sealedColumns.map((column) => row[column])),
  );
  const { id, title, baseYear, endYear, seed, replicates } = scenario;
  const manifest: SealManifest = {
    format: 1,
    id: sealId(id, date),
    date,
    scenario: { id, title, city: city.code },
    baseYear,
    endYear,
    seed,
    replicates,
    sample: command.sample,
    package: { name: packageName, version: packageVersion },
    scenarioHash: hash,
    sha256: sha256(table),
  };
  return { table, manifest };
}

/** Scenario hash of the forecast sealed under an id; null where none is. */
export async function sealedHash(folder: string, id: string): Promise<string | null> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, `${id}.json`), 'utf8')) as SealManifest;
    return manifest.scenarioHash;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes `<id>.csv` and `<id>.json`, each whole or not at all, the manifest last: a table without one is no seal. A sealed
 * forecast is never replaced: ask `sealedHash` first.
 * @returns the table's path
 */
export async function writeSeal(
  folder: string,
  { table, manifest }: { readonly table: string; readonly manifest: SealManifest },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${manifest.id}.csv`);
  await writeWhole(file, table);
  await writeWhole(path.join(folder, `${manifest.id}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
  return file;
}
