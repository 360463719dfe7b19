import { InputError } from '../scenario/errors.ts';
import { type Language, messages } from './messages.ts';

/**
 * Options that are read the same way everywhere. Each is a text until it has been checked, so that a mistake is told in
 * the words the user wrote.
 */

/** A whole number between two limits. */
export function wholeNumber(name: string, least: number, most: number, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(given);
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw outside(name, messages.wholeNumber(least, most)[lang], text, lang);
  };
}

/** A share above 0 and at most 1. */
export function share(name: string, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(given);
    const value = Number(text);
    if (text.trim() !== '' && value > 0 && value <= 1) return value;
    throw outside(name, messages.share()[lang], text, lang);
  };
}

/** A text that is not empty. */
export function word(name: string, lang: Language) {
  return (given: unknown): string => {
    const text = lastText(given);
    if (text !== '') return text;
    throw outside(name, messages.notEmpty()[lang], '""', lang);
  };
}

/** The option as written; of an option given several times the last. */
const lastText = (given: unknown): string => String(Array.isArray(given) ? given.at(-1) : given);

function outside(name: string, allowed: string, given: string, lang: Language): InputError {
  return new InputError([{ message: messages.optionOutside(name, { zh: allowed, en: allowed }, given)[lang] }]);
}
