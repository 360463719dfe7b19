import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { areasCalled } from '../../report/readable/choice.ts';
import { readResultTables } from '../../report/readable/result-tables.ts';
import { READABLE, writeReadable } from '../../report/readable/write-readable.ts';
import { assertUnchanged, filesOf } from '../../result/verify.ts';
import { writeFolder } from '../../result/write-results.ts';
import { documentsHere } from '../../run/own-files.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { printJson } from '../print-json.ts';
import { tellUnsigned } from '../read-result.ts';
import { shownPath } from '../shown-path.ts';
import { tellEdited } from '../tell-edited.ts';
import { exportMessages as told } from './messages.ts';
import type { ExportOptions } from './options.ts';

/**
 * Writes the tables of a result for people. What somebody changed of those that are there is kept under another name.
 * @throws InputError for a folder without a result, tables that were changed after the run, years or areas it does not have, a place that cannot be written to
 */
export async function exportTables(
  { run, years, area, out, force, json }: ExportOptions,
  lang: Language,
): Promise<ExitStatus> {
  const result = await readResultTables(run, (...place) => messages.noResult(...place)[lang]);
  tellUnsigned(run, result.manifest, lang);
  await assertUnchanged(run, filesOf(result.manifest, isTable));
  const shown = { years, areas: area === undefined ? undefined : areasCalled(area, result.areas) };
  const target = path.resolve(out ?? path.join(run, READABLE));
  await assertOut(path.dirname(target), lang);
  const documents = documentsHere(readDocuments(readData));
  let names: string[] = [];
  const { folder, edited } = await writeFolder(path.dirname(target), path.basename(target), async (made) => {
    names = (await writeReadable(result, documents, made, lang, shown)).map((file) => path.basename(file));
  });
  await tellEdited(edited, folder, lang, force);
  const files = names.map((name) => shownPath(path.join(folder, name)));
  if (json) printJson({ files });
  else for (const file of files) process.stdout.write(`${told.written(file)[lang]}\n`);
  return ExitStatus.done;
}

/** The tables of a run lie side by side in its folder. */
const isTable = (file: string): boolean => /^[^/]+\.csv$/.test(file);
