import type { Issue } from '../scenario/errors.ts';
import type { Clause, PolicyDocument } from './document.ts';
import type { ReadYaml } from './read-yaml.ts';

type Path = readonly PropertyKey[];

/** What a schema cannot say of a document: order of dates, new clause ids, readings and cross references. */
export function checkDocument({ value: document, issueAt }: ReadYaml<PolicyDocument>): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: Path, message: string): void => void issues.push(issueAt(path, message));
  const { level, area, date, clauses } = document;
  const { earliest, latest, assumed } = date.inForce;
  if (assumed < earliest || assumed > latest)
    refuse(['date', 'inForce', 'assumed'], `must lie between ${earliest} and ${latest}, got ${assumed}`);
  if (date.until !== null && date.until <= assumed)
    refuse(['date', 'until'], `must be later than ${assumed}, got ${date.until}`);
  if (level === 'nation' && area !== null) refuse(['area'], `must be left out for the nation, got ${area}`);
  if (level !== 'nation' && area === null) refuse(['level'], `must have an area, got ${level} without`);

  const seen = new Set<string>();
  clauses.forEach((clause, i) => {
    const path = ['clauses', i];
    if (seen.has(clause.id)) refuse([...path, 'id'], `must be a new clause, got ${clause.id} again`);
    seen.add(clause.id);
    if (clause.from !== null && clause.from < assumed)
      refuse([...path, 'from'], `must not be older than its document (${assumed}), got ${clause.from}`);
    const both = clause.sets.length > 0;
    if (both === (clause.notModelled !== null))
      refuse(path, `must have either sets or notModelled, got ${both ? 'both' : 'neither'}`);
    checkReferences(clause, requirementsOf(clauses), (at, message) => refuse([...path, ...at], message));
  });
  return issues;
}

const requirementsOf = (clauses: readonly Clause[]): Set<string> =>
  new Set(clauses.filter((c) => c.sets.some((rule) => rule.rule === 'requirement')).map((c) => c.id));

/** Readings and requirements that the rules of a clause name. */
function checkReferences(
  clause: Clause,
  requirements: ReadonlySet<string>,
  refuse: (path: Path, message: string) => void,
): void {
  const readings = clause.readings.map((r) => r.name);
  if (readings.length === 1) refuse(['readings'], `must be two or more, got ${readings[0]}`);
  clause.sets.forEach((rule, i) => {
    if (rule.reading !== null && !readings.includes(rule.reading))
      refuse(
        ['sets', i, 'reading'],
        `must be ${readings.join(' or ') || 'a reading of the clause'}, got ${rule.reading}`,
      );
    if (rule.rule !== 'route') return;
    for (const id of rule.under)
      if (!requirements.has(id)) refuse(['sets', i, 'under'], `must be a clause that sets a requirement, got ${id}`);
  });
}
