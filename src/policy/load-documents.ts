import { InputError, type Issue } from '../scenario/errors.ts';
import type { Language } from '../scenario/messages.ts';
import type { PolicyDocument } from './document.ts';
import { documentSchema } from './document-schema.ts';
import { type ReadYaml, readYaml } from './read-yaml.ts';

/** Reads one document file and checks what a schema cannot say; throws InputError with every mistake. */
export function parseDocumentFile(text: string, file: string, language: Language = 'en'): PolicyDocument {
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
      if (earlier) issues.push({ file, path: 'id', message: `document ${document.id} is already in ${earlier}` });
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
        issues.push({ file: fileOf.get(document.id) as string, path: 'replaces', message: `unknown document ${id}` });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return documents.sort((a, b) => (inForce(a) < inForce(b) || (inForce(a) === inForce(b) && a.id < b.id) ? -1 : 1));
}

const inForce = (document: PolicyDocument): string => document.date.inForce.assumed;

/** Order of dates, ids, readings and cross references inside one document. */
function checkDocument({ value: document, issueAt }: ReadYaml<PolicyDocument>): Issue[] {
  const issues: Issue[] = [];
  const { inForce, until } = document.date;
  if (inForce.assumed < inForce.earliest || inForce.assumed > inForce.latest)
    issues.push(
      issueAt(
        ['date', 'inForce', 'assumed'],
        `must lie between ${inForce.earliest} and ${inForce.latest}, got ${inForce.assumed}`,
      ),
    );
  if (until !== null && until <= inForce.assumed)
    issues.push(issueAt(['date', 'until'], `must be later than ${inForce.assumed}, got ${until}`));
  if ((document.level === 'nation') !== (document.area === null))
    issues.push(issueAt(['area'], 'must be given for a document of a city or region and for no other'));

  const requirements = new Set(
    document.clauses.filter((c) => c.sets.some((r) => r.rule === 'requirement')).map((c) => c.id),
  );
  const seen = new Set<string>();
  document.clauses.forEach((clause, i) => {
    const path = ['clauses', i];
    if (seen.has(clause.id)) issues.push(issueAt([...path, 'id'], `duplicate clause ${clause.id}`));
    seen.add(clause.id);
    if (clause.from !== null && clause.from < inForce.assumed)
      issues.push(
        issueAt(
          [...path, 'from'],
          `clause ${clause.id} is older than its document (${inForce.assumed}), got ${clause.from}`,
        ),
      );
    if (clause.sets.length > 0 === (clause.notModelled !== null))
      issues.push(issueAt([...path, 'id'], `clause ${clause.id} must have either sets or notModelled`));
    const readings = clause.readings.map((r) => r.name);
    if (readings.length === 1) issues.push(issueAt([...path, 'readings'], 'a dispute needs two readings'));
    clause.sets.forEach((rule, k) => {
      const at = [...path, 'sets', k];
      if (rule.reading !== null && !readings.includes(rule.reading))
        issues.push(
          issueAt(
            [...at, 'reading'],
            `must be ${readings.join(', ') || 'a reading of the clause'}, got ${rule.reading}`,
          ),
        );
      if (rule.rule === 'route')
        for (const id of rule.under)
          if (!requirements.has(id)) issues.push(issueAt([...at, 'under'], `clause ${id} sets no requirement`));
    });
  });
  return issues;
}
