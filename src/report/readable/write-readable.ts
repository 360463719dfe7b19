import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { writePlainBook } from '../workbook/hucre-plain.ts';
import type { Shown } from './choice.ts';
import { lawNames } from './law-names.ts';
import { readableCsv } from './readable-csv.ts';
import type { ResultTables } from './result-tables.ts';
import { readableTables } from './tables.ts';
import { workbookSheets } from './workbook.ts';

/** Folder of a result in which the tables for people lie. */
export const READABLE = 'readable';

/**
 * Writes the tables of a result for people into a folder: `indicators.csv` long, `indicators-by-year.csv` wide, `settled.csv`,
 * `dictionary.csv`, each with a byte-order mark, and `tables.xlsx` with the main ones. Words and units in one language, codes beside.
 * @param documents policy documents, for the names of clauses
 * @returns the files written
 * @throws InputError for years or areas the result does not have
 */
export async function writeReadable(
  result: ResultTables,
  documents: readonly PolicyDocument[],
  folder: string,
  lang: Language,
  shown: Shown = {},
): Promise<string[]> {
  const names = lawNames(documents);
  const tables = readableTables(result, names, lang, shown);
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const table of [tables.long, tables.wide, tables.settled, tables.dictionary]) {
    const file = path.join(folder, `${table.file}.csv`);
    await writeFile(file, readableCsv(table));
    written.push(file);
  }
  const titles = result.manifest.scenario.documents.map(names.document);
  const sheets = workbookSheets(result, tables, titles, lang);
  const book = path.join(folder, 'tables.xlsx');
  await writeFile(book, await writePlainBook(result.manifest.scenario.title[lang], sheets, lang));
  return [...written, book];
}
