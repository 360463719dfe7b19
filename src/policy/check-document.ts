import type { Localized } from '../language/language.ts';
import type { Issue } from '../scenario/errors.ts';
import type { Path } from '../scenario/finding.ts';
import type { ReadYaml } from '../scenario/read-yaml.ts';
import type { Clause, PolicyDocument } from './document.ts';
import { documentMessages as say } from './messages.ts';

/** What a schema cannot say of a document: order of dates, new clause ids, readings and cross references. */
export function checkDocument({ value: document, issueAt }: ReadYaml<PolicyDocument>): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: Path, message: Localized): void => void issues.push(issueAt(path, message));
  const { level, area, date, clauses } = document;
  const { earliest, latest, assumed } = date.inForce;
  if (assumed < earliest || assumed > latest)
    refuse(['date', 'inForce', 'assumed'], say.assumedBetween(earliest, latest, assumed));
  if (date.until !== null && date.until <= assumed) refuse(['date', 'until'], say.laterThan(assumed, date.until));
  if (level === 'nation' && area !== null) refuse(['area'], say.noAreaOfNation(area));
  if (level !== 'nation' && area === null) refuse(['level'], say.needsArea(level));

  checkPlaces(document, refuse);

  const seen = new Set<string>();
  clauses.forEach((clause, i) => {
    const path = ['clauses', i];
    if (seen.has(clause.id)) refuse([...path, 'id'], say.clauseTwice(clause.id));
    seen.add(clause.id);
    if (clause.from !== null && clause.from < assumed)
      refuse([...path, 'from'], say.olderThanDocument(assumed, clause.from));
    if (clause.until !== null && clause.until <= (clause.from ?? assumed))
      refuse([...path, 'until'], say.laterThan(clause.from ?? assumed, clause.until));
    checkRules(clause, document, (at, message) => refuse([...path, ...at], message));
    const both = clause.sets.length > 0;
    if (both === (clause.notModelled !== null)) refuse(path, say.setsOrNotModelled(both));
    checkReferences(clause, requirementsOf(clauses), (at, message) => refuse([...path, ...at], message));
  });
  return issues;
}

/** Groups of places: a new name each, either a size or a list, the lesser size first. */
function checkPlaces({ places }: PolicyDocument, refuse: (path: Path, message: Localized) => void): void {
  places.forEach(({ name, citySize, districtsOf }, i) => {
    const path = ['places', i];
    if (ownWords.includes(name) || places.findIndex((other) => other.name === name) < i)
      refuse([...path, 'name'], say.placeTwice(name));
    const both = districtsOf.length > 0;
    if (both === (citySize !== null)) refuse(path, say.sizeOrList(both));
    if (citySize !== null && citySize.below !== null && citySize.below <= citySize.atLeast)
      refuse([...path, 'citySize', 'below'], say.greaterThan(citySize.atLeast, citySize.below));
  });
}

/** Words of `where` that every document has. */
const ownWords = ['districts', 'counties'];

/** Cities that are provinces: their counties have a prefix of their own (500229 of 500100). */
const isMunicipality = (area: string | null): boolean => /^(11|12|31|50)/.test(area ?? '');

/** What rules say that cannot be: places outside the document's, rights before settling for those who have settled. */
function checkRules(
  { sets, who }: Clause,
  { level, area, places }: PolicyDocument,
  refuse: (path: Path, message: Localized) => void,
): void {
  const digits = level === 'nation' ? 0 : level === 'region' || isMunicipality(area) ? 2 : 4;
  const inside = (code: string): boolean =>
    !/^\d/.test(code) || area === null || code.startsWith(area.slice(0, digits));
  sets.forEach((rule, i) => {
    for (const [n, code] of (rule.where ?? []).entries()) {
      if (!inside(code)) refuse(['sets', i, 'where', n], say.placeInside(area ?? '', code));
      const groups = places.map(({ name }) => name);
      if (!/^\d/.test(code) && ![...ownWords, ...groups].includes(code))
        refuse(['sets', i, 'where', n], say.placeWord(groups, code));
    }
    if (rule.rule === 'right' && who === 'settled') refuse(['sets', i, 'rule'], say.rightOfSettled());
    if (rule.rule === 'route' && rule.name.startsWith('own-') && rule.called === null)
      refuse(['sets', i, 'name'], say.ownNameCalled(rule.name));
  });
}

const requirementsOf = (clauses: readonly Clause[]): Set<string> =>
  new Set(
    clauses.filter((c) => c.sets.some(({ rule }) => rule === 'requirement' || rule === 'points')).map((c) => c.id),
  );

/** Readings, requirements and points that the rules of a clause name. */
function checkReferences(
  clause: Clause,
  requirements: ReadonlySet<string>,
  refuse: (path: Path, message: Localized) => void,
): void {
  const readings = clause.readings.map((r) => r.name);
  if (readings.length === 1) refuse(['readings'], say.twoReadings(readings[0]));
  clause.sets.forEach((rule, i) => {
    if (rule.reading !== null && !readings.includes(rule.reading))
      refuse(['sets', i, 'reading'], say.reading(readings, rule.reading));
    if (rule.rule !== 'route') return;
    for (const id of rule.under) if (!requirements.has(id)) refuse(['sets', i, 'under'], say.requirement(id));
  });
}
