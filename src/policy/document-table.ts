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
  /** Day the clause comes into force, and the first day it no longer is; null while it is. */
  readonly from: string;
  readonly until: string | null;
  /** Documents whose routes end on that day. */
  readonly replaces: readonly string[];
  readonly modelled: boolean;
  /** What it sets, or the reason why it is not in the model. */
  readonly effect: readonly Localized[];
  /** Disputed readings, the default first, and what each says. */
  readonly readings: readonly string[];
  readonly readingsSay: readonly Localized[];
  readonly assumptions: readonly Localized[];
}

/** The clauses of a document in its order. */
export function documentTable(document: PolicyDocument): ClauseRow[] {
  return document.clauses.map((clause) => {
    const { id, at, quote, meaning, kind, force, who, replaces, sets, notModelled } = clause;
    return {
      id,
      at,
      quote,
      meaning,
      kind,
      force,
      who,
      from: clause.from ?? document.date.inForce.assumed,
      until: clause.until ?? document.date.until,
      replaces,
      modelled: notModelled === null,
      effect: notModelled
        ? [notModelled]
        : sets.map((rule) => withReading(describeRule(rule, clause, document.places).text, rule.reading)),
      readings: clause.readings.map((r) => r.name),
      readingsSay: clause.readings.map((r) => r.meaning),
      assumptions: once(sets.flatMap((rule) => rule.assumption ?? [])),
    };
  });
}

/** What rules of several readings assume alike is said once. */
const once = (texts: readonly Localized[]): Localized[] => [...new Map(texts.map((text) => [text.en, text])).values()];

const withReading = (text: Localized, reading: string | null): Localized =>
  reading === null ? text : { zh: `［${reading}］${text.zh}`, en: `[${reading}] ${text.en}` };
