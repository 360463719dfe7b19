import type { Language } from '../language/language.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { readYaml } from '../scenario/read-yaml.ts';
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
  for (const document of documents) {
    for (const id of [...document.replaces, ...document.clauses.flatMap((c) => c.replaces)]) {
      if (issues.length === 0 && !known.has(id))
        issues.push({
          file: fileOf.get(document.id) as string,
          path: 'replaces',
          ...said(documentMessages.notInFolder(id)),
        });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return documents.sort((a, b) => (inForce(a) < inForce(b) || (inForce(a) === inForce(b) && a.id < b.id) ? -1 : 1));
}

const inForce = (document: PolicyDocument): string => document.date.inForce.assumed;
