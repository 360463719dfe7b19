import type { Localized } from '../language/language.ts';
import { describeRule } from './describe-rule.ts';
import type { ClauseKind, Force, PolicyDocument } from './document.ts';
import type { Audience } from './law.ts';

/** One clause as a planner reads it: what it says, what it does in the model, or why it does nothing. */
interface ClauseRow {
  readonly id: string;
  readonly at: string;
  readonly quote: string;
  readonly meaning: Localized;
  readonly kind: ClauseKind;
  readonly force: Force;
  readonly who: Audience;
  readonly modelled: boolean;
  /** What it sets, or the reason why it is not in the model. */
  readonly effect: readonly Localized[];
  /** Disputed readings, the default first. */
  readonly readings: readonly string[];
  readonly assumptions: readonly Localized[];
}

/** The clauses of a document in its order. */
export function documentTable(document: PolicyDocument): ClauseRow[] {
  return document.clauses.map((clause) => {
    const { id, at, quote, meaning, kind, force, who, sets, notModelled } = clause;
    return {
      id,
      at,
      quote,
      meaning,
      kind,
      force,
      who,
      modelled: notModelled === null,
      effect: notModelled
        ? [notModelled]
        : sets.map((rule) => withReading(describeRule(rule, clause).text, rule.reading)),
      readings: clause.readings.map((r) => r.name),
      assumptions: sets.flatMap((rule) => rule.assumption ?? []),
    };
  });
}

const withReading = (text: Localized, reading: string | null): Localized =>
  reading === null ? text : { zh: `［${reading}］${text.zh}`, en: `[${reading}] ${text.en}` };
