import { readdirSync } from 'node:fs';
import type { PolicyDocument } from '../policy/document.ts';
import { loadDocuments } from '../policy/load-documents.ts';
import { withPlaces } from '../policy/place-groups.ts';
import { InputError, said } from '../scenario/errors.ts';
import { fileProblem, isMissing } from '../scenario/file-problem.ts';
import { messages } from '../scenario/messages.ts';
import type { ReadText } from '../scenario/tables.ts';
import { readCitySizes } from './city-sizes.ts';
import { placeOf } from './input-file.ts';

/** All policy documents of data/, in order of the day they came into force. */
export const readDocuments = (read: ReadText): PolicyDocument[] =>
  loadDocuments(
    documentFiles().map((file) => `data/${file}`),
    (file) => read(file.replace('data/', '')),
  ).map((document) => withCitySizes(document, read));

/** A document with the prefectures of its classes of city size, by data/city-size.csv. */
export const withCitySizes = (document: PolicyDocument, read: ReadText): PolicyDocument =>
  withPlaces(document, () => readCitySizes(read));

/** The document files, relative to data/. */
export const documentFiles = (): string[] =>
  namesIn('data/documents')
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `documents/${name}`);

function namesIn(folder: string): string[] {
  try {
    return readdirSync(placeOf(folder));
  } catch (error) {
    const problem = isMissing(error) ? messages.missingFolder() : fileProblem(error);
    throw new InputError([{ file: folder, ...said(problem) }]);
  }
}
