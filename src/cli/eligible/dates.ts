import type { Language } from '../../language/language.ts';
import { isDate, yearOf } from '../../policy/calendar.ts';
import { InputError } from '../../scenario/errors.ts';
import { messages } from '../messages.ts';
import { eligibleMessages } from './messages.ts';
import type { PlaceLaw } from './place-law.ts';

/** `2020-01-01`, several of them with commas between, or `2014-01-01..2024-12-31`. */
interface DatesAsked {
  readonly days: readonly string[];
  /** Asked as a stretch: every day on which the law changes inside it is meant. */
  readonly stretch: boolean;
}

/** @throws InputError for what is no date */
export function datesAsked(given: string, lang: Language): DatesAsked {
  const stretch = given.includes('..');
  const days = given.split(stretch ? '..' : ',').map((day) => day.trim());
  const wrong = days.filter((day) => !isDate(day));
  if (wrong.length > 0) throw new InputError(wrong.map((day) => ({ message: messages.notADate(day)[lang] })));
  const [from, to] = days;
  if (stretch && (days.length !== 2 || from > to))
    throw new InputError([{ message: eligibleMessages.stretchOrder(given)[lang] }]);
  return { days, stretch };
}

/**
 * The days to be answered.
 * @throws InputError for a day before the first known document of the place
 */
export function daysOf({ days, stretch }: DatesAsked, { changes, documents }: PlaceLaw, lang: Language): string[] {
  const [first] = changes;
  const early = days.filter((day) => first === undefined || day < first);
  if (early.length > 0)
    throw new InputError(
      early.map((day) => ({ message: eligibleMessages.beforeAnyLaw(first, documents[0]?.id, day)[lang] })),
    );
  if (!stretch) return [...days];
  const [from, to] = days;
  return [from, ...changes.filter((day) => from < day && day <= to)];
}

/** The last day of known law where a day lies more than a year beyond it. */
export const lastKnown = (day: string, { changes }: PlaceLaw): string | null => {
  const last = changes.at(-1);
  return last !== undefined && yearOf(day) > yearOf(last) + 1 ? last : null;
};
