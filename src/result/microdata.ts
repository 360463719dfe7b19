import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReplicateResult } from '../indicator/result.ts';
import { columnsByPopulation } from '../people/column/all.ts';
import { type Place, type PopulationName, populations } from '../people/column/column.ts';
import { sha256, sha256OfFile } from '../run/hash.ts';
import type { InputFile } from '../run/input-file.ts';
import { partName } from '../run/microdata/choice.ts';
import { leadingColumns, microdataMetadata, parquetColumns } from '../run/microdata/write-year.ts';
import { packageVersion } from '../run/package.ts';
import { openParquet } from '../run/parquet-file.ts';
import { csvText } from './csv.ts';
import type { Origin } from './origin.ts';

/** Folder of the people inside a result folder. */
const MICRODATA = 'microdata';

/** Areas and routes as columns name them. */
export const placeOfRun = (
  { areas }: Pick<Origin['city'], 'areas'>,
  [first]: readonly Pick<ReplicateResult, 'routes'>[],
): Place => ({
  areas: areas.map(({ code, name, central = false }) => ({ code, name, central })),
  routes: first.routes,
  checked: true,
});

/**
 * Joins the people the replicates have written into one file a population, in the order of the replicates, and writes what the columns
 * mean beside them:
 *
 *   microdata/persons.parquet, households.parquet, events.parquet
 *   microdata/columns.csv   every column: name, words, type, unit, definition
 *   microdata/labels.csv    every category of every column: its number in its order, name, words
 *
 * @returns the files with their hashes, none where nobody asked for people
 */
export async function writeMicrodata(
  folder: string,
  { scenario, city, command }: Origin,
  results: readonly ReplicateResult[],
  parts: string | null | undefined,
): Promise<InputFile[]> {
  const { microdata, sample } = command;
  if (microdata === undefined || parts === undefined || parts === null) return [];
  await mkdir(path.join(folder, MICRODATA));
  const place = placeOfRun(city, results);
  const { id, title, seed, baseYear, endYear } = scenario;
  const about = { scenario: id, title, city: city.code, seed, sample, baseYear, endYear, version: packageVersion };
  const files: InputFile[] = [];
  for (const population of populations) {
    const name = `${MICRODATA}/${population}.parquet`;
    const parquet = openParquet(
      path.join(folder, name),
      parquetColumns(population),
      microdataMetadata(population, place, about),
    );
    for (const { replicate } of results)
      if (microdata.only.includes(replicate)) await parquet.append(path.join(parts, partName(replicate, population)));
    parquet.finish();
    files.push({ path: name, sha256: await sha256OfFile(path.join(folder, name)) });
  }
  for (const [name, text] of Object.entries(describingFiles(populations, place))) {
    await writeFile(path.join(folder, MICRODATA, name), text);
    files.push({ path: `${MICRODATA}/${name}`, sha256: sha256(text) });
  }
  return files;
}

/** Columns and categories as tables, for programs that do not read the metadata of Parquet. */
export function describingFiles(written: readonly PopulationName[], place: Place): Readonly<Record<string, string>> {
  const columns = written.flatMap((file) => columnsByPopulation[file].map((column) => ({ file, column })));
  const described = written.flatMap((file) => [
    ...leadingColumns.map((column) => ({ file, column: { ...column, unit: null } })),
    ...columns.filter((each) => each.file === file),
  ]);
  return {
    'columns.csv': csvText(
      'file,column,name_zh,name_en,type,unit,definition_zh,definition_en'.split(','),
      described.map(({ file, column: { name, label, type, unit, definition } }) => [
        ...[file, name, label.zh, label.en, type, unit ?? '', definition.zh, definition.en],
      ]),
    ),
    'labels.csv': csvText(
      'file,column,code,label,name_zh,name_en'.split(','),
      columns.flatMap(({ file, column }) =>
        column.labels(place).map(({ name, words }, code) => [file, column.name, code, name, words.zh, words.en]),
      ),
    ),
  };
}
