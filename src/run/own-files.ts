import path from 'node:path';
import type { PolicyDocument } from '../policy/document.ts';
import { parseDocumentFile, replacedNowhere } from '../policy/load-documents.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { fileProblem } from '../scenario/file-problem.ts';
import { readData } from '../scenario/read-data.ts';
import { filesIn, isFile } from './files-in.ts';
import { packageRoot } from './package.ts';
import { withCitySizes } from './read-documents.ts';
import { readUserFile } from './read-user-file.ts';

/*
 * What the working folder adds to what the package ships: scenarios in `scenarios/`, policy documents in `documents/`. A project folder
 * (`luohu init`) has both; they are found from it, and beside a scenario that lies in it from anywhere.
 */

/**
 * The scenario file that is meant: as it was given; else in `scenarios/` of the working folder, else among those shipped; with or
 * without its ending, and by its id (`baotou.no-document`). What is nowhere is given back as it is, to be told missing by its own name.
 */
export function scenarioFile(given: string): string {
  if (isFile(given)) return given;
  return namedScenario(given) ?? given;
}

/** A scenario by its name, from `scenarios/` of the working folder or of the package; null where neither has it. */
export function namedScenario(given: string): string | null {
  const plain = given
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/^scenarios\//, '');
  if (path.isAbsolute(given) || plain.split('/').includes('..')) return null;
  const names = /\.ya?ml$/i.test(plain) ? [plain] : [`${plain}.yaml`, `${plain.replace('.', '/')}.yaml`];
  const places = [path.resolve('scenarios'), path.join(packageRoot, 'scenarios')].flatMap((folder) =>
    names.map((name) => path.join(folder, name)),
  );
  return places.find(isFile) ?? null;
}

/**
 * Where a file lies that a scenario of one's own extends: where it says, else at the same way among the shipped scenarios, so that
 * `extends: ../baotou.yaml` needs no copy.
 */
export function extendedFile(file: string): string {
  if (isFile(file)) return file;
  const [, way] = /(?:^|[\\/])scenarios[\\/](.+)$/.exec(path.resolve(file)) ?? [];
  const shipped = way === undefined ? undefined : path.join(packageRoot, 'scenarios', way);
  return shipped !== undefined && isFile(shipped) ? shipped : file;
}

/** Documents of one's own that were read, and what is wrong with those that could not be. */
export interface OwnDocuments {
  readonly read: readonly { readonly file: string; readonly text: string; readonly document: PolicyDocument }[];
  /** A document that is being written breaks nothing but what needs it. */
  readonly broken: readonly Issue[];
}

/**
 * Document files of one's own: `documents/` of the working folder, and of the project a scenario file lies in.
 * @param scenario path of the scenario file, where there is one
 */
export function ownDocumentFiles(scenario?: string): string[] {
  const beside =
    scenario === undefined ? [] : [path.dirname(scenario), projectOf(path.dirname(path.resolve(scenario)))];
  const folders = [...new Set(['', ...beside].map((folder) => path.resolve(folder, 'documents')))];
  return folders.flatMap((folder) =>
    filesIn(folder, (name) => /\.ya?ml$/i.test(name)).map((name) => path.join(folder, name)),
  );
}

/** The folder above the `scenarios/` a folder is, or lies in; the folder itself where it is in none. */
function projectOf(folder: string): string {
  const parts = folder.split(path.sep);
  const at = parts.lastIndexOf('scenarios');
  return at < 0 ? folder : parts.slice(0, at).join(path.sep) || path.sep;
}

/** Reads documents of one's own; of two of one id the first counts. */
export function readOwnDocuments(files: readonly string[]): OwnDocuments {
  const read: OwnDocuments['read'][number][] = [];
  const broken: Issue[] = [];
  for (const file of files) {
    try {
      const text = readUserFile(file);
      const document = withCitySizes(parseDocumentFile(text, file), readData);
      if (!read.some((each) => each.document.id === document.id)) read.push({ file, text, document });
    } catch (error) {
      broken.push(...(error instanceof InputError ? error.issues : [{ file, ...said(fileProblem(error)) }]));
    }
  }
  return { read, broken };
}

/** Shipped documents with one's own in the place of those of the same id, in the order of their days. */
export function withOwn(shipped: readonly PolicyDocument[], { read }: OwnDocuments): readonly PolicyDocument[] {
  if (read.length === 0) return shipped;
  const own = read.map(({ document }) => document);
  const names = new Set(own.map(({ id }) => id));
  const day = ({ date, id }: PolicyDocument): string => `${date.inForce.assumed} ${id}`;
  return [...shipped.filter(({ id }) => !names.has(id)), ...own].sort((a, b) => (day(a) < day(b) ? -1 : 1));
}

/** Shipped documents and those of the working folder; what cannot be read of the latter is left out. */
export const documentsHere = (shipped: readonly PolicyDocument[]): readonly PolicyDocument[] =>
  withOwn(shipped, readOwnDocuments(ownDocumentFiles()));

/** Documents in the folder of a file, itself among them; what cannot be read is left out. */
export const documentsBeside = (file: string): readonly PolicyDocument[] => {
  const folder = path.dirname(file);
  const names = filesIn(folder, (name) => /\.ya?ml$/i.test(name));
  return readOwnDocuments(names.map((name) => path.join(folder, name))).read.map(({ document }) => document);
};

/**
 * Refuses documents of one's own that replace what is no document.
 * @param documents all there are
 * @param needed ids of those that are needed
 * @throws InputError with every mistake
 */
export function assertReplaced(
  { read }: OwnDocuments,
  documents: readonly PolicyDocument[],
  needed: (id: string) => boolean,
): void {
  const known = new Set(documents.map(({ id }) => id));
  const issues = read.filter(({ document }) => needed(document.id)).flatMap((each) => replacedNowhere(each, known));
  if (issues.length > 0) throw new InputError(issues);
}
