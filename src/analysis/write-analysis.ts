import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dictionaryCsv } from '../result/dictionary.ts';
import { type WrittenFolder, writeFolder } from '../result/write-results.ts';
import { canonicalJson, sha256 } from '../run/hash.ts';
import type { InputFile } from '../run/input-file.ts';
import { packageName, packageVersion } from '../run/package.ts';
import { type TidyTable, writeTable } from './tidy-table.ts';

/** Everything that decides the numbers of an analysis. Workers and the place of the result do not. */
export interface AnalysisIdentity {
  readonly analysis: 'compare' | 'attribute';
  /** What was asked, and the hashes of what it was asked of. */
  readonly question: object;
}

/** Digits of the hash in the name of a result folder. */
const HASH_DIGITS = 10;

/** Name of the result folder: `<analysis>-<scenario>-<hash>`. The same question has the same folder. */
export function analysisName(identity: AnalysisIdentity, scenario: string): string {
  const hash = sha256(canonicalJson({ version: packageVersion, ...identity }));
  return `${identity.analysis}-${scenario}-${hash.slice(0, HASH_DIGITS)}`;
}

/** Folder beside the results where finished evaluations of an analysis wait until it is done. */
export const workFolder = (out: string, name: string): string => path.join(out, `.${name}.evaluations`);

/**
 * Writes the tables of an analysis, the dictionary of the indicators they name, and its manifest; the folder appears whole or not at all.
 * @param answers what was found, in short, for the manifest
 */
export async function writeAnalysis(
  out: string,
  name: string,
  identity: AnalysisIdentity,
  tables: readonly TidyTable[],
  answers: object,
): Promise<WrittenFolder> {
  const written = await writeFolder(out, name, async (folder) => {
    const files: InputFile[] = [];
    for (const table of tables) {
      for (const file of await writeTable(folder, table))
        files.push({ path: file, sha256: sha256(await readFile(path.join(folder, file))) });
    }
    const dictionary = dictionaryCsv(indicatorsIn(tables));
    await writeFile(path.join(folder, 'dictionary.csv'), dictionary);
    files.push({ path: 'dictionary.csv', sha256: sha256(dictionary) });
    const manifest = {
      format: 1,
      package: { name: packageName, version: packageVersion },
      ...identity,
      answers,
      files,
    };
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  });
  return written;
}

/** The indicators that tables name; a flow added up since the base year is told by its plain name. */
const indicatorsIn = (tables: readonly TidyTable[]): string[] =>
  tables.flatMap(({ columns }) =>
    columns.flatMap((column) =>
      column.type === 'text' && column.name === 'indicator'
        ? [...new Set(column.data)].map((name) => name.replace(/\.cumulative$/, ''))
        : [],
    ),
  );
