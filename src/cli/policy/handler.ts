import { writeFileSync } from 'node:fs';
import type { Language } from '../../language/language.ts';
import { diffDocuments, type Side } from '../../policy/diff-documents.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { documentTable } from '../../policy/document-table.ts';
import { audienceWords, forceWords, placeWords } from '../../policy/words.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import { readData } from '../../scenario/read-data.ts';
import { sourceNames } from '../../scenario/source-names.ts';
import { readDocumentsWith } from '../document/read-documents-with.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { policyMessages } from './messages.ts';
import type { PolicyOptions } from './options.ts';
import { documentPage } from './page.ts';
import { withPlaceNames } from './place-names.ts';
import { documentWord } from './word.ts';

/** Lists the documents; with one named, its clauses and what each does; with two, what they say differently. */
export async function showPolicy(options: PolicyOptions, lang: Language): Promise<ExitStatus> {
  const asked = documentsAsked(options, lang);
  const documents = readDocumentsWith(options.with, lang);
  const [a, b] = asked.map((name) => documentNamed(name, documents, lang));
  const print = (value: unknown, text: () => string) =>
    process.stdout.write(`${options.json ? JSON.stringify(value, null, 2) : text()}\n`);
  const shown = a === undefined ? documents : [a];
  const { html, docx } = options;
  if (html !== undefined) write(html, documentPage(shown, lang), lang);
  if (docx !== undefined) write(docx, await documentWord(shown, lang), lang);
  if (html !== undefined || docx !== undefined) return ExitStatus.done;
  if (a === undefined) print(documents, () => documentList(documents, lang));
  else if (b === undefined) print(documentTable(a), () => clauses(a, lang));
  else print(diffDocuments(a, b), () => differences(a, b, lang));
  return ExitStatus.done;
}

function write(file: string, content: string | Uint8Array, lang: Language): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
  process.stdout.write(`${policyMessages.written(file)[lang]}\n`);
}

/** The documents named: none, one to be shown, or two to be compared (`--diff a b`, or `a --against b`). */
function documentsAsked({ document, against, diff }: PolicyOptions, lang: Language): readonly string[] {
  const refuse = (message: string): never => {
    throw new InputError([{ message }]);
  };
  if (diff !== undefined) {
    const other = document ?? against;
    if (diff.length !== 2) refuse(policyMessages.diffNeedsTwo(diff.join(' '))[lang]);
    return other === undefined ? diff : refuse(policyMessages.diffStandsAlone(other)[lang]);
  }
  if (document === undefined)
    return against === undefined ? [] : refuse(policyMessages.againstNeedsDocument(against)[lang]);
  return against === undefined ? [document] : [document, against];
}

function documentNamed(id: string, documents: readonly PolicyDocument[], lang: Language): PolicyDocument {
  const found = documents.find((document) => document.id === id);
  if (found !== undefined) return found;
  const known = documents.map((document) => document.id).join(' ');
  throw new InputError([{ message: policyMessages.unknownDocument(id, known)[lang] }]);
}

const documentList = (documents: readonly PolicyDocument[], lang: Language): string =>
  plainTable(
    policyMessages.documentsHeader()[lang].split(','),
    documents.map(({ id, date, clauses, title }) => [id, date.inForce.assumed, String(clauses.length), title[lang]]),
    ['left', 'left', 'right', 'left'],
  );

/** A paragraph a clause: where it stands, how binding it is and for whom, its words, its meaning, what it does. */
function clauses(document: PolicyDocument, lang: Language): string {
  const paragraphs = documentTable(document).map((row) => {
    const { id, at, force, who, quote, meaning, from, until, replaces, modelled, effect, readings, assumptions } = row;
    const says = (name: string, n: number) => `    ${name}: ${row.readingsSay[n]?.[lang]}`;
    const dated = from !== document.date.inForce.assumed || until !== null;
    return [
      `${id}  ${placeWords(at)[lang]}  ${forceWords[force][lang]} · ${audienceWords[who][lang]}`,
      `  「${quote}」`,
      ...(lang === 'en' ? [`  ${meaning.en}`] : []),
      ...(dated ? [`  ${policyMessages.fromTo(from, until)[lang]}`] : []),
      ...(replaces.length > 0 ? [`  ${policyMessages.replaces(replaces.join(' '))[lang]}`] : []),
      ...effect.map((text) => `  ${modelled ? '→' : '×'} ${withPlaceNames(text, lang)}`),
      ...(readings.length > 0
        ? [`  ? ${policyMessages.readings(readings.join(' / '))[lang]}`, ...readings.map(says)]
        : []),
      ...assumptions.map((text) => `  ~ ${text[lang]}`),
    ].join('\n');
  });
  const { title, number, source } = document;
  return [
    `${title[lang]}${document.draft ? policyMessages.draft()[lang] : ''}  ${number}`,
    policyMessages.inForceFrom(document.date.inForce.assumed, sourceNames(readData)(source))[lang],
    ...(document.replaces.length > 0 ? [policyMessages.replaces(document.replaces.join(' '))[lang]] : []),
    ...document.notes.map((note) => policyMessages.note(note)[lang]),
    '',
    ...paragraphs,
  ].join('\n');
}

function differences(a: PolicyDocument, b: PolicyDocument, lang: Language): string {
  const side = ({ clauses, text }: Side): string =>
    text.length === 0
      ? policyMessages.silent()[lang]
      : `${text.map((line) => line[lang]).join('; ')} (${clauses.join(' ')})`;
  return diffDocuments(a, b)
    .map((difference) =>
      [difference.subject, `  ${a.id}: ${side(difference.a)}`, `  ${b.id}: ${side(difference.b)}`].join('\n'),
    )
    .join('\n');
}
