import type { Language } from '../../language/language.ts';
import type { Eligibility } from '../../policy/explain-eligibility.ts';
import type { MemberAnswer } from '../../policy/explain-household.ts';
import { serviceWords } from '../../policy/words.ts';
import type { DayAnswer } from './answers.ts';
import { eligibleMessages as say } from './messages.ts';

/** The answers of the days for a reader; a household of one adult needs no name. */
export const textOf = (answers: readonly DayAnswer[], oneAdult: boolean, lang: Language): string =>
  answers
    .map((answer) =>
      [...(answers.length > 1 ? [say.onDay(answer.date)[lang]] : []), dayText(answer, oneAdult, lang)].join('\n'),
    )
    .join('\n\n');

function dayText({ members, readings }: DayAnswer, oneAdult: boolean, lang: Language): string {
  return [
    members.map((member) => (oneAdult ? personText(member, [], lang) : memberText(member, lang))).join('\n\n'),
    ...readings.map(({ clause, reading, meaning, changes }) => {
      const what = changes.map(({ name, inWords: { opens, closes } }) =>
        [
          ...(name === '' ? [] : [name]),
          ...opens.map((each) => `+ ${each[lang]}`),
          ...closes.map((each) => `- ${each[lang]}`),
        ].join(' '),
      );
      return `? ${say.underReading(clause, reading, meaning[lang])[lang]} ${what.join('; ')}`;
    }),
  ].join('\n');
}

function memberText(member: MemberAnswer, lang: Language): string {
  const { name, follows, registeredHere } = member;
  if (registeredHere) return `${name}\n  ${say.registeredHere()[lang]}`;
  return [
    name,
    personText(
      member,
      follows.map(({ text }) => text[lang]),
      lang,
    ),
  ].join('\n');
}

function personText(
  { routes, permit, receives, gap, returns = [] }: Eligibility,
  follows: readonly string[],
  lang: Language,
): string {
  const open = routes.filter((route) => route.open);
  const closed = routes.filter((route) => !route.open);
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const verdict =
    open.length > 0
      ? say.maySettle(open.length)
      : follows.length > 0
        ? say.mayFollow(follows.length)
        : say.mayNotSettle();
  return [
    verdict[lang],
    ...follows.map((text) => `  ✓ ${text}`),
    ...[...open, ...closed].map(({ open, text }) => `  ${open ? '✓' : '✗'} ${text[lang]}`),
    ...returns.map(({ open, document, clause, missing }) =>
      [
        `  ${open ? '✓' : '✗'} ${say.returnAnswer(open, `${document}:${clause}`)[lang]}`,
        ...(open ? [] : missing.map((text) => text[lang])),
      ].join(' '),
    ),
    say.permitAnswer(permit.open, [permit.document, permit.clause].filter((part) => part !== null).join(':'))[lang],
    ...permit.missing.map((text) => `  ✗ ${text[lang]}`),
    say.rightsToday(receives.some(({ ofAge }) => ofAge === false) ? null : percent(gap))[lang],
    ...receives.map(({ service, now, clause, settled, settledClause, ofAge }) => {
      if (ofAge === false) return `  ${serviceWords[service][lang]} ${say.tooYoung()[lang]}`;
      const by = (source: string | null) => (source === null ? '' : ` (${source})`);
      const after = settled > now ? ` → ${percent(settled)}${by(settledClause)}` : '';
      return `  ${serviceWords[service][lang]} ${percent(now)}${by(clause)}${after}`;
    }),
  ].join('\n');
}
