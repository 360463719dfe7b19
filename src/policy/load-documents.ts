import type { Language } from '../language/language.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { toIssue } from '../scenario/finding.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import { parseYamlSource } from '../scenario/yaml-source.ts';
import { checkDocument } from './check-document.ts';
import type { PolicyDocument } from './document.ts';
import { documentSchema } from './document-schema.ts';
import { documentMessages } from './messages.ts';

/** Reads one document file and checks what a schema cannot say; throws InputError with every mistake. */
export function parseDocumentFile(text: string, file: string, language?: Language): PolicyDocument {
  const read = readYaml(text, file, documentSchema, language);
  const issues = checkDocument(read);
  if (issues.length > 0) throw new InputError(issues);
  return read.value;
}

/**
 * Reads all documents through an injected reader.
 * @param files paths of the document files, any order
 * @param read text of a file
 * @returns documents in order of the day they came into force, then of id
 * @throws InputError with every mistake in every file
 */
export function loadDocuments(files: readonly string[], read: (file: string) => string): PolicyDocument[] {
  const issues: Issue[] = [];
  const documents: PolicyDocument[] = [];
  const fileOf = new Map<string, string>();
  for (const file of files) {
    try {
      const document = parseDocumentFile(read(file), file);
      const earlier = fileOf.get(document.id);
      if (earlier) issues.push({ file, path: 'id', ...said(documentMessages.documentTwice(document.id, earlier)) });
      fileOf.set(document.id, file);
      documents.push(document);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  const known = new Set(documents.map((d) => d.id));
  if (issues.length === 0)
    issues.push(
      ...documents.flatMap((document) => {
        const file = fileOf.get(document.id)!;
        return replacedNowhere({ file, text: read(file), document }, known);
      }),
    );
  if (issues.length > 0) throw new InputError(issues);
  return documents.sort((a, b) => (inForce(a) < inForce(b) || (inForce(a) === inForce(b) && a.id < b.id) ? -1 : 1));
}

/** A document and the text it was read from. */
interface WrittenDocument {
  readonly file: string;
  readonly text: string;
  readonly document: PolicyDocument;
}

/**
 * What a document or a clause of it says it replaces and no document is called: routes end with whole documents.
 * @param known ids of the documents there are
 */
export function replacedNowhere(
  { file, text, document }: WrittenDocument,
  known: ReadonlySet<string>,
  language?: Language,
): Issue[] {
  const named = [
    { at: ['replaces'], ids: document.replaces },
    ...document.clauses.map(({ replaces }, c) => ({ at: ['clauses', c, 'replaces'], ids: replaces })),
  ];
  const missing = named.flatMap(({ at, ids }) =>
    ids.flatMap((id, i) => (known.has(id) ? [] : [{ path: [...at, i], text: documentMessages.noSuchDocument(id) }])),
  );
  if (missing.length === 0) return [];
  const source = parseYamlSource(file, text, language);
  return missing.map((each) => toIssue({ source, at: 'value', ...each }, language));
}

const inForce = (document: PolicyDocument): string => document.date.inForce.assumed;
