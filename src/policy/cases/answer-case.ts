import { isDeepStrictEqual } from 'node:util';
import { lawOnDay } from '../compile-law-book.ts';
import type { PolicyDocument } from '../document.ts';
import { explainHousehold, type MemberAnswer } from '../explain-household.ts';
import type { Law } from '../law.ts';
import { membersOf } from '../persons.ts';
import { type Case, type CaseFile, householdOf } from './case.ts';

/** Laws by day and options: one is made for many cases. */
export type Laws = Map<string, Law>;

/** The law of a case. */
export function lawOfCase(documents: readonly PolicyDocument[], file: CaseFile, c: Case, laws: Laws): Law {
  const key = JSON.stringify([file.documents, c.on, c.in, c.without, c.add, c.readings, c.explore]);
  const options = {
    documents: file.documents,
    without: c.without ?? [],
    add: c.add ?? [],
    areas: [{ code: c.in }],
    readings: c.readings ?? {},
    exploreStrength: c.explore ?? 0,
  };
  const law = laws.get(key) ?? lawOnDay(documents, options, c.on);
  laws.set(key, law);
  return law;
}

/** What the law answers, in the words the case uses; only what the case asks about. */
export function answerCase(
  documents: readonly PolicyDocument[],
  file: CaseFile,
  c: Case,
  laws: Laws,
): Record<string, unknown> {
  const law = lawOfCase(documents, file, c, laws);
  const members = explainHousehold(law, { members: membersOf(householdOf(c)), oneAdult: false, registerAssumed: [] });
  const member = members.find(({ name }) => name === c.ask) ?? members[0];
  return asAsked(c, member);
}

/** The answer for a member, in the words of a case. */
export function asAsked(
  c: Case,
  { routes, permit, receives, follows, returns = [] }: MemberAnswer,
): Record<string, unknown> {
  const open = routes.filter((r) => r.open);
  const ask = <T>(asked: Readonly<Record<string, T>> | undefined, of: (key: string) => unknown) =>
    asked && Object.fromEntries(Object.keys(asked).map((k) => [k, of(k)]));
  const route = (name: string) => open.find((r) => r.route === name);
  const clauseOf = (r: { document: string; clause: string } | undefined) => r && `${r.document}:${r.clause}`;
  return {
    open: c.open && open.map((r) => r.route),
    clause: ask(c.clause, (k) => clauseOf(route(k))),
    follow: ask(c.follow, (k) => {
      const r = route(k);
      if (!r) return undefined;
      const who = r.relatives.map((name) => (r.conditional.includes(name) ? `${name}?` : name));
      return who.length === 0 ? 'alone' : [...(r.coResident ? ['co-resident'] : []), ...who].join(' ');
    }),
    follows: ask(c.follows, (k) => follows.filter(({ whom }) => whom === k).map(clauseOf)),
    points: ask(c.points, (k) => route(k)?.points),
    quota: ask(c.quota, (k) => route(k)?.quota?.perYear),
    shapedBy: ask(c.shapedBy, (k) => route(k)?.shapedBy),
    missing: ask(c.missing, (k) => {
      const closed = routes.filter((r) => !r.open && r.route === k);
      const said = closed.flatMap((r) => r.missing.flatMap((m) => [m.en, m.zh])).join('; ') || 'open';
      return said.includes(c.missing?.[k] as string) ? c.missing?.[k] : said;
    }),
    address: c.address && open[0]?.address,
    permit: c.permit === undefined ? undefined : permit.open ? `${permit.document}:${permit.clause}` : null,
    returns: c.returns === undefined ? undefined : (clauseOf(returns.find((r) => r.open)) ?? null),
    has: ask(c.has, (k) => receives.find((s) => s.service === k)?.now),
    gets: ask(c.gets, (k) => receives.find((s) => s.service === k)?.settled),
  };
}

/** The part of a case that an answer must return. */
export function expectedOf(c: Case): Record<string, unknown> {
  const { open, clause, follow, follows, points, quota, shapedBy, missing, address, permit, returns, has, gets } = c;
  return { open, clause, follow, follows, points, quota, shapedBy, missing, address, permit, returns, has, gets };
}

/** Whether the law answers a case as expected. */
export const agrees = (documents: readonly PolicyDocument[], file: CaseFile, c: Case, laws: Laws): boolean =>
  isDeepStrictEqual(answerCase(documents, file, c, laws), expectedOf(c));
