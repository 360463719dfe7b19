import type { Localized } from '../language/language.ts';
import { describeRule } from './describe-rule.ts';
import type { PolicyDocument } from './document.ts';

/** What one document says on a subject, with its clauses; empty when it is silent. */
export interface Side {
  readonly clauses: readonly string[];
  readonly text: readonly Localized[];
}

/** A subject on which two documents differ. */
interface Difference {
  /** `route.kin`, `permit`, `lever.jobs.training`, ... */
  readonly subject: string;
  readonly a: Side;
  readonly b: Side;
}

/** What differs between two documents, rule by rule, under the default readings; subjects in the order of `a`, then of `b`. */
export function diffDocuments(a: PolicyDocument, b: PolicyDocument): Difference[] {
  const [left, right] = [bySubject(a), bySubject(b)];
  const silent: Side = { clauses: [], text: [] };
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((subject) => ({ subject, a: left.get(subject) ?? silent, b: right.get(subject) ?? silent }))
    .filter((d) => says(d.a) !== says(d.b));
}

/** A measure set by two clauses is the same as one set by one: only different words count. */
const says = (side: Side): string => [...new Set(side.text.map((t) => t.en))].sort().join('\n');

function bySubject(document: PolicyDocument): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const clause of document.clauses) {
    for (const rule of clause.sets) {
      if (rule.reading !== null && rule.reading !== clause.readings[0]?.name) continue;
      const { subject, text } = describeRule(rule, clause, document.places);
      const side = sides.get(subject) ?? { clauses: [], text: [] };
      sides.set(subject, { clauses: [...new Set([...side.clauses, clause.id])], text: [...side.text, text] });
    }
  }
  return sides;
}
