import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dayOfYear, yearOf } from '../../src/policy/calendar.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { explainEligibility } from '../../src/policy/explain-eligibility.ts';
import { householdSchema } from '../../src/policy/household.ts';
import type { LawBook } from '../../src/policy/law.ts';
import type { AddedClause } from '../../src/scenario/scenario.ts';

/** A case as written in cases/*.yaml: a person, a place, a day, and what the law must answer. */
export interface Case {
  readonly case: string;
  readonly on: string;
  readonly in: string;
  readonly who: Readonly<Record<string, unknown>>;
  /** The same case once for each value of a fact. */
  readonly each?: Readonly<Record<string, readonly unknown[]>>;
  readonly without?: readonly string[];
  readonly add?: readonly AddedClause[];
  readonly readings?: Readonly<Record<string, string>>;
  /** Strength of clauses that only explore. */
  readonly explore?: number;
  /** Names of all routes open, in the order of the law. */
  readonly open?: readonly string[];
  /** Clause of an open route. */
  readonly clause?: Readonly<Record<string, string>>;
  /** Who may follow by an open route: `alone`, or `[co-resident] spouse children ...`. */
  readonly follow?: Readonly<Record<string, string>>;
  readonly shapedBy?: Readonly<Record<string, readonly string[]>>;
  /** Part of what a closed route lacks. */
  readonly missing?: Readonly<Record<string, string>>;
  /** Where the first open route puts the register. */
  readonly address?: string;
  /** Clause under which a permit may be held; null when none may. */
  readonly permit?: string | null;
  /** Level of services before settling. */
  readonly has?: Readonly<Record<string, number>>;
  /** Level of services once settled. */
  readonly gets?: Readonly<Record<string, number>>;
}

export interface CaseFile {
  readonly name: string;
  readonly city: string;
  readonly documents: readonly string[];
  readonly cases: readonly Case[];
}

const folder = new URL('cases/', import.meta.url);

export const caseFiles: readonly CaseFile[] = readdirSync(folder)
  .sort()
  .map((name) => {
    const file = parse(readFileSync(new URL(name, folder), 'utf8')) as Omit<CaseFile, 'name'>;
    return { ...file, name, cases: file.cases.flatMap(spread) };
  });

/** A case with `each` as one case for each value. */
function spread(c: Case): Case[] {
  const [fact, ...others] = Object.entries(c.each ?? {});
  if (!fact) return [c];
  const [key, values] = fact;
  return values.flatMap((value) =>
    spread({
      ...c,
      case: `${c.case} (${key} ${value})`,
      who: { ...c.who, [key]: value },
      each: Object.fromEntries(others),
    }),
  );
}

/** Law books by their options: one is compiled for many cases. */
export type Books = Map<string, LawBook>;

/** What the law answers, in the words the case uses; only what the case asks about. */
export function answer(
  documents: readonly PolicyDocument[],
  file: CaseFile,
  c: Case,
  books: Books,
): Record<string, unknown> {
  const key = JSON.stringify([file.documents, c.in, c.without, c.add, c.readings, c.explore]);
  const book =
    books.get(key) ??
    compileLawBook(documents, {
      documents: file.documents,
      without: c.without ?? [],
      add: c.add ?? [],
      areas: [{ code: c.in }],
      readings: c.readings ?? {},
      exploreStrength: c.explore ?? 0,
    });
  books.set(key, book);
  const { hasPermit, yearsSinceGraduation = Number.POSITIVE_INFINITY, ...facts } = householdSchema.parse(c.who);
  const law = book.on(0, yearOf(c.on), dayOfYear(c.on));
  const { routes, permit, receives } = explainEligibility(law, { ...facts, yearsSinceGraduation }, hasPermit);
  const open = routes.filter((r) => r.open);
  const ask = <T>(asked: Readonly<Record<string, T>> | undefined, of: (key: string) => unknown) =>
    asked && Object.fromEntries(Object.keys(asked).map((k) => [k, of(k)]));
  const route = (name: string) => open.find((r) => r.route === name);
  return {
    open: c.open && open.map((r) => r.route),
    clause: ask(c.clause, (k) => `${route(k)?.document}:${route(k)?.clause}`),
    follow: ask(c.follow, (k) => {
      const r = route(k);
      return (
        r && (r.relatives.length === 0 ? 'alone' : [...(r.coResident ? ['co-resident'] : []), ...r.relatives].join(' '))
      );
    }),
    shapedBy: ask(c.shapedBy, (k) => route(k)?.shapedBy),
    missing: ask(c.missing, (k) => {
      const closed = routes.find((r) => !r.open && r.route === k);
      const text = closed?.missing.map((m) => m.en).join('; ') ?? 'open';
      return text.includes(c.missing?.[k] as string) ? c.missing?.[k] : text;
    }),
    address: c.address && open[0]?.address,
    permit: c.permit === undefined ? undefined : permit.open ? `${permit.document}:${permit.clause}` : null,
    has: ask(c.has, (k) => receives.find((s) => s.service === k)?.now),
    gets: ask(c.gets, (k) => receives.find((s) => s.service === k)?.settled),
  };
}

/** The part of a case that `answer` must return. */
export function expected(c: Case): Record<string, unknown> {
  const { open, clause, follow, shapedBy, missing, address, permit, has, gets } = c;
  return { open, clause, follow, shapedBy, missing, address, permit, has, gets };
}
