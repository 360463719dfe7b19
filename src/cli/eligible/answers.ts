import { type Localized, text } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { explainHousehold, type MemberAnswer } from '../../policy/explain-household.ts';
import type { Household } from '../../policy/given-household.ts';
import type { PlaceLaw } from './place-law.ts';

/** What the law answers a household on a day. */
export interface DayAnswer {
  readonly date: string;
  readonly members: readonly MemberAnswer[];
  readonly readings: readonly ReadingAnswer[];
}

/** What another reading of a disputed clause would change. */
interface ReadingAnswer {
  /** `chifeng-2016:2.1.1` */
  readonly clause: string;
  readonly reading: string;
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly changes: readonly ReadingChange[];
}

interface ReadingChange {
  readonly name: string;
  /** Open under this reading alone, and under the chosen one alone: `route (document:clause)`. */
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  /** The same in words. */
  readonly inWords: { readonly opens: readonly Localized[]; readonly closes: readonly Localized[] };
}

/** Answers under the readings chosen, and what each other reading would change. */
export function answerOn(
  date: string,
  household: Household,
  law: PlaceLaw,
  readings: Readonly<Record<string, string>>,
): DayAnswer {
  const members = explainHousehold(law.on(date), household);
  const others = law.documents.flatMap((document) => otherReadings(document, date, readings));
  return {
    date,
    members,
    readings: others
      .map(({ clause, reading, meaning }) => {
        const under = explainHousehold(law.on(date, { ...readings, [clause]: reading }), household);
        const changes = members.flatMap((member, i) => changeOf(member, under[i]) ?? []);
        return { clause, reading, meaning, changes };
      })
      .filter(({ changes }) => changes.length > 0),
  };
}

/** Readings that were not chosen, of clauses in force. */
function otherReadings({ id, date, clauses }: PolicyDocument, day: string, chosen: Readonly<Record<string, string>>) {
  if (date.inForce.assumed > day) return [];
  return clauses.flatMap((clause) => {
    const reference = `${id}:${clause.id}`;
    const now = chosen[reference] ?? clause.readings[0]?.name;
    return clause.readings
      .filter(({ name }) => name !== now)
      .map(({ name, meaning }) => ({ clause: reference, reading: name, meaning }));
  });
}

function changeOf(now: MemberAnswer, under: MemberAnswer): ReadingChange | null {
  const [before, after] = [openOf(now), openOf(under)];
  const only = (all: ReadonlyMap<string, Localized>, others: ReadonlyMap<string, Localized>) =>
    [...all].filter(([code]) => !others.has(code));
  const [opens, closes] = [only(after, before), only(before, after)];
  if (opens.length + closes.length === 0) return null;
  const codes = (found: typeof opens): string[] => found.map(([code]) => code);
  const words = (found: typeof opens): Localized[] => found.map(([, word]) => word);
  return {
    name: now.name,
    opens: codes(opens),
    closes: codes(closes),
    inWords: { opens: words(opens), closes: words(closes) },
  };
}

/** What is open to a member: as codes, with the words for each. */
const openOf = ({ routes, permit, follows }: MemberAnswer): ReadonlyMap<string, Localized> =>
  new Map([
    ...routes
      .filter(({ open }) => open)
      .map(({ route, text: words, document, clause }) => [`${route} (${document}:${clause})`, words] as const),
    ...(permit.open
      ? [
          [
            `permit (${permit.document}:${permit.clause})`,
            text(
              `居住证（${permit.document}:${permit.clause}）`,
              `residence permit (${permit.document}:${permit.clause})`,
            ),
          ] as const,
        ]
      : []),
    ...follows.map(
      ({ whom, route, text: words, document, clause }) =>
        [`${whom} > ${route} (${document}:${clause})`, words] as const,
    ),
  ]);
