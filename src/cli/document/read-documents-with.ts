import type { Language } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { parseDocumentFile, replacedNowhere } from '../../policy/load-documents.ts';
import { ownDocumentFiles, readOwnDocuments, withOwn } from '../../run/own-files.ts';
import { readDocuments, withCitySizes } from '../../run/read-documents.ts';
import { readUserFile } from '../../run/read-user-file.ts';
import { formatIssue, InputError, inLanguage, said } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import { readData } from '../../scenario/read-data.ts';
import { messages } from '../messages.ts';
import { tell } from '../tell.ts';

/**
 * The documents of data/ and of the working folder, and those of a user's files in their place or besides, in the order of their days.
 */
export function readDocumentsWith(files: readonly string[], lang: Language): PolicyDocument[] {
  const given = files.map((file) => {
    const text = readGiven(file);
    return { file, text, document: withCitySizes(parseDocumentFile(text, file, lang), readData) };
  });
  const own = given.map(({ document }) => document);
  const names = new Set(own.map(({ id }) => id));
  const here = readOwnDocuments(ownDocumentFiles());
  const all = [...withOwn(readDocuments(readData), here).filter(({ id }) => !names.has(id)), ...own];
  const known = new Set(all.map(({ id }) => id));
  for (const issue of [...here.broken, ...here.read.flatMap((each) => replacedNowhere(each, known))])
    tell(messages.warning(formatIssue(inLanguage(issue, lang)))[lang]);
  const issues = given.flatMap((each) => replacedNowhere(each, known, lang));
  if (issues.length > 0) throw new InputError(issues);
  return all.sort((a, b) => (a.date.inForce.assumed < b.date.inForce.assumed ? -1 : 1));
}

/** The text of a file the user named. */
export function readGiven(file: string): string {
  try {
    return readUserFile(file);
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
}
