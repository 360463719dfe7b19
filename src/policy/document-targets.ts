import type { PolicyDocument, TargetRule } from './document.ts';

/** A promised number with its clause; one for each reading of a disputed target, all to be scored. */
export interface Target {
  readonly document: string;
  readonly clause: string;
  readonly target: TargetRule;
}

/** All numbers a document promises, levels and rates of change, in its order. */
export function documentTargets(document: PolicyDocument): Target[] {
  return document.clauses.flatMap((clause) =>
    clause.sets.flatMap((rule) =>
      rule.rule === 'target' ? [{ document: document.id, clause: clause.id, target: rule }] : [],
    ),
  );
}
