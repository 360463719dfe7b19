import type { Localized } from '../language/language.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { messages } from '../scenario/messages.ts';
import type { AddedClause } from '../scenario/scenario.ts';
import { suggest } from '../scenario/suggest.ts';
import { isDate } from './calendar.ts';
import type { Clause, PolicyDocument, Rule } from './document.ts';
import { placesOf } from './place-groups.ts';

/** What a run says about its law. */
export interface LawOptions {
  /** Documents of the city's real law; national ones and those of its region are in force without being listed. */
  readonly documents: readonly string[];
  /** Documents (`baotou-2024`) or clauses (`baotou-2024:2.2.1.1`) taken out. */
  readonly without: readonly string[];
  /** Clauses of any document tried here; they hold in every area. */
  readonly add: readonly AddedClause[];
  /** The run's areas; an area's place in the list is its number. */
  readonly areas: readonly { readonly code: string }[];
  /** Strength of clauses that only explore (探索 研究制定); 0 when not given. */
  readonly exploreStrength?: number;
  /** Readings of disputed clauses other than the default: `chifeng-2016:2.1.1` to the name of a reading. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** A rule with the days and places it holds in, in the order of the law: date, then document, then clause. */
export interface DatedRule {
  readonly rule: Rule;
  readonly document: string;
  readonly clause: Clause;
  readonly from: string;
  /** First day it no longer holds; null while it does. */
  readonly until: string | null;
  readonly where: readonly string[] | null;
  /** Tried in another city: reaches the rules of every document there, not only of its own. */
  readonly added: boolean;
}

/** The end that one document puts to the settlement routes of another. */
interface Replacement {
  readonly document: string;
  readonly from: string;
}

export interface SelectedRules {
  readonly rules: readonly DatedRule[];
  readonly replacements: readonly Replacement[];
  /** `document:clause` of requirements that were taken out. */
  readonly without: ReadonlySet<string>;
}

/** The rules of a run: documents in force, less the clauses taken out, with the clauses tried; throws InputError. */
export function selectRules(documents: readonly PolicyDocument[], options: LawOptions): SelectedRules {
  const byId = new Map(documents.map((d) => [d.id, d]));
  const issues = checkOptions(byId, options);
  if (issues.length > 0) throw new InputError(issues);

  const without = new Set(options.without);
  const rules: DatedRule[] = [];
  const replacements: Replacement[] = [];
  for (const document of documents) {
    const { id } = document;
    if (
      without.has(id) ||
      !(options.documents.includes(id) || options.areas.some(({ code }) => isBaseDocument(document, code)))
    )
      continue;
    const start = document.date.inForce.assumed;
    replacements.push(...document.replaces.map((target) => ({ document: target, from: start })));
    for (const clause of document.clauses) {
      if (without.has(`${id}:${clause.id}`)) continue;
      const from = clause.from ?? start;
      replacements.push(...clause.replaces.map((target) => ({ document: target, from })));
      for (const rule of rulesRead(document, clause, options))
        rules.push({
          rule,
          document: id,
          clause,
          from,
          until: earlier(clause, document),
          where: placesOf(rule.where, document.places),
          added: false,
        });
    }
  }
  for (const { clause: reference, from } of options.add) {
    const [document, clause] = findClause(byId, reference) as [PolicyDocument, Clause];
    for (const rule of rulesRead(document, clause, options))
      rules.push({ rule, document: document.id, clause, from, until: null, where: null, added: true });
  }
  // Array.sort is stable: inside one day the order of the documents, then of clauses, stands.
  return { rules: rules.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)), replacements, without };
}

/** Law that holds in a place (six-digit code) without the city's own doing: the nation's and the region's. */
export function isBaseDocument({ level, area, draft }: PolicyDocument, code: string): boolean {
  if (level === 'city' || draft) return false;
  return area === null || code.startsWith(area.slice(0, 2));
}

/** Whether a document, a draft too, is of a place (six-digit code of a prefecture) or of what it belongs to. */
export const reachesPlace = ({ level, area }: PolicyDocument, city: string): boolean =>
  area === null || (level === 'city' ? area === city : city.startsWith(area.slice(0, 2)));

/** The first day a clause no longer holds: its own, or that of its document. */
function earlier(clause: Clause, { date }: PolicyDocument): string | null {
  if (clause.until === null || date.until === null) return clause.until ?? date.until;
  return clause.until < date.until ? clause.until : date.until;
}

/** Rules of a clause under the reading chosen for it. */
function rulesRead(document: PolicyDocument, clause: Clause, options: LawOptions): readonly Rule[] {
  const chosen = options.readings?.[`${document.id}:${clause.id}`] ?? clause.readings[0]?.name;
  return clause.sets.filter((rule) => rule.reading === null || rule.reading === chosen);
}

function findClause(byId: ReadonlyMap<string, PolicyDocument>, reference: string): [PolicyDocument, Clause] | null {
  const colon = reference.indexOf(':');
  const document = byId.get(reference.slice(0, colon));
  const clause = document?.clauses.find((c) => c.id === reference.slice(colon + 1));
  return document && clause ? [document, clause] : null;
}

/** One issue for each reference to a document, clause, reading or day that does not exist. */
function checkOptions(byId: ReadonlyMap<string, PolicyDocument>, options: LawOptions): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: string, message: Localized): void => void issues.push({ path, ...said(message) });
  const check = (reference: string, path: string, wholeDocument: boolean): void => {
    const [id, clause] = reference.split(':');
    const document = byId.get(id);
    if (document === undefined) refuse(path, messages.unknownDocument(id, suggest(id, byId.keys())));
    else if (clause === undefined) {
      if (!wholeDocument) refuse(path, messages.format('clause', reference));
    } else if (!findClause(byId, reference)) {
      const known = document.clauses.map((each) => each.id);
      refuse(path, messages.unknownClause(id, clause, suggest(clause, known)));
    }
  };
  for (const id of options.documents) check(id, 'documents', true);
  for (const reference of options.without) check(reference, 'policy.without', true);
  for (const { clause, from } of options.add) {
    check(clause, 'policy.add', false);
    if (!isDate(from)) refuse('policy.add', messages.format('date', from));
  }
  for (const [reference, name] of Object.entries(options.readings ?? {})) {
    const names = findClause(byId, reference)?.[1].readings.map((r) => r.name);
    if (!names) check(reference, 'policy.readings', false);
    else if (!names.includes(name)) refuse(`policy.readings.${reference}`, messages.unknownReading(names, name));
  }
  return issues;
}
