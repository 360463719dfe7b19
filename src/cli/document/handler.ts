import { existsSync, writeFileSync } from 'node:fs';
import type { Language } from '../../language/language.ts';
import { answerCase, expectedOf, type Laws } from '../../policy/cases/answer-case.ts';
import { type Case, type CaseFile, parseCases } from '../../policy/cases/case.ts';
import { survivorsOf } from '../../policy/cases/survivors.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { documentJsonSchema, householdJsonSchema } from '../../policy/json-schema.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { FIRST_YEAR } from '../first-year.ts';
import { documentMessages as say } from './messages.ts';
import type { DocumentOptions } from './options.ts';
import { readDocumentsWith, readGiven } from './read-documents-with.ts';
import { documentSkeleton } from './skeleton.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

export async function documentAction(options: DocumentOptions, lang: Language): Promise<ExitStatus> {
  switch (options.action) {
    case 'schema':
      print(JSON.stringify(options.what[0] === 'household' ? householdJsonSchema() : documentJsonSchema(), null, 2));
      return ExitStatus.done;
    case 'new':
      return beginDocument(options, lang);
    default:
      return testCases(options, lang);
  }
}

/** Begins a document of a place: a file with comments, in the language of the reader, that passes the check once filled in. */
function beginDocument({ what, out, force }: DocumentOptions, lang: Language): ExitStatus {
  if (what.length !== 1) throw new InputError([{ message: say.needsPlace(what.join(' '))[lang] }]);
  const place = placeCalled(what[0], readData);
  const file = out ?? `${place.pinyin}-${FIRST_YEAR}.yaml`;
  if (existsSync(file) && !force) throw new InputError([{ message: say.exists(file)[lang] }]);
  writeFileSync(file, documentSkeleton(place, lang));
  print(say.written(file)[lang]);
  return ExitStatus.done;
}

interface Difference {
  readonly case: string;
  readonly on: string;
  readonly in: string;
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Tries the cases of files; status 1 where one does not agree. */
function testCases({ what, with: own, mutants, json }: DocumentOptions, lang: Language): ExitStatus {
  if (what.length === 0) throw new InputError([{ message: say.needsCases()[lang] }]);
  const documents = readDocumentsWith(own, lang);
  const files = what.map((file) => parseCases(readGiven(file), file, lang));
  const results = files.map((file) => ({
    file: file.name,
    cases: file.cases.length,
    differences: differencesOf(documents, file),
  }));
  const slips = mutants ? slipsOf(documents, files) : [];
  if (json) print(JSON.stringify({ files: results, ...(mutants ? { slips } : {}) }, null, 2));
  else {
    for (const { file, cases, differences } of results) tellDifferences(file, cases, differences, lang);
    for (const { document, slips: all, unnoticed } of slips) {
      print(say.slips(document, all, unnoticed.length)[lang]);
      for (const name of unnoticed) print(`  ${name}`);
    }
  }
  return results.some(({ differences }) => differences.length > 0) ? ExitStatus.failed : ExitStatus.done;
}

function tellDifferences(file: string, cases: number, differences: readonly Difference[], lang: Language): void {
  const wrong = new Map<string, Difference[]>();
  for (const each of differences) {
    const name = say.differs(each.case, each.on, each.in)[lang];
    wrong.set(name, [...(wrong.get(name) ?? []), each]);
  }
  for (const [name, list] of wrong) {
    print(name);
    for (const { key, expected, got } of list)
      print(say.expected(key, JSON.stringify(expected), JSON.stringify(got) ?? '-')[lang]);
  }
  print(say.agree(file, cases - wrong.size, cases)[lang]);
}

function differencesOf(documents: readonly PolicyDocument[], file: CaseFile): Difference[] {
  const laws: Laws = new Map();
  return file.cases.flatMap((c) => differences(c, answerCase(documents, file, c, laws)));
}

const differences = (c: Case, got: Record<string, unknown>): Difference[] =>
  Object.entries(expectedOf(c))
    .filter(([key, expected]) => expected !== undefined && JSON.stringify(got[key]) !== JSON.stringify(expected))
    .map(([key, expected]) => ({ case: c.case, on: c.on, in: c.in, key, expected, got: got[key] }));

/** Slips of the documents the files name that no case notices. */
function slipsOf(documents: readonly PolicyDocument[], files: readonly CaseFile[]) {
  const named = new Set(files.flatMap((file) => file.documents));
  return documents
    .filter(({ id }) => named.has(id))
    .map((document) => {
      const { mutants, survivors } = survivorsOf(document, documents, files);
      return { document: document.id, slips: mutants, unnoticed: survivors };
    });
}
