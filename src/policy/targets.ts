import type { PolicyDocument, TargetRule } from './document.ts';

/** A promised number with its clause; one for each reading of a disputed target, all to be scored. */
export interface Target {
  readonly document: string;
  readonly clause: string;
  readonly target: TargetRule;
}

/** The numbers a document promises, in its order. */
export function targetsOf(document: PolicyDocument): Target[] {
  return document.clauses.flatMap((clause) =>
    clause.sets.flatMap((rule) =>
      rule.rule === 'target' ? [{ document: document.id, clause: clause.id, target: rule }] : [],
    ),
  );
}
