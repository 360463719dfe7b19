import os from 'node:os';
import type { Language, Localized } from '../language/language.ts';
import { InputError } from '../scenario/errors.ts';
import { messages } from './messages.ts';

/**
 * Options that are read the same way everywhere. Each is a text until it has been checked, so that a mistake is told in
 * the words the user wrote.
 */

/** A whole number between two limits. */
function wholeNumber(name: string, least: number, most: number, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(given);
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw outside(name, messages.wholeNumber(least, most)[lang], text, lang);
  };
}

/** A share above 0 and at most 1. */
function share(name: string, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(given);
    const value = Number(text);
    if (text.trim() !== '' && value > 0 && value <= 1) return value;
    throw outside(name, messages.share()[lang], text, lang);
  };
}

/** A text that is not empty. */
function word(name: string, lang: Language) {
  return (given: unknown): string => {
    const text = lastText(given);
    if (text !== '') return text;
    throw outside(name, messages.notEmpty()[lang], '""', lang);
  };
}

/** What every option with a text value says to yargs. */
const texted = { type: 'string', requiresArg: true } as const;

/** An option that is a whole number between two limits; `describe` says what it is. */
export const numberOption = (name: string, describe: Localized, least: number, most: number, lang: Language) =>
  ({ ...texted, describe: describe[lang], coerce: wholeNumber(name, least, most, lang) }) as const;

/** An option that is a text, not empty. */
export const wordOption = (name: string, describe: Localized, lang: Language) =>
  ({ ...texted, describe: describe[lang], coerce: word(name, lang) }) as const;

/** An option that is a share above 0 and at most 1. */
export const shareOption = (name: string, describe: Localized, lang: Language) =>
  ({ ...texted, describe: describe[lang], coerce: share(name, lang) }) as const;

/** `--workers`: as many as the machine has processors unless told. */
export const workersOption = (lang: Language) =>
  ({ ...numberOption('workers', messages.workers(), 1, 512, lang), default: os.availableParallelism() }) as const;

/** `--json`: one JSON document on stdout instead of a table. */
export const jsonOption = (lang: Language) =>
  ({ describe: messages.json()[lang], type: 'boolean', default: false }) as const;

/** The options of every command that simulates: worker threads, seed, parent folder of the results, one JSON document. */
export const simulationOptions = (lang: Language) =>
  ({
    workers: workersOption(lang),
    seed: wordOption('seed', messages.seed(), lang),
    out: { ...wordOption('out', messages.out(), lang), default: 'out' },
    json: jsonOption(lang),
  }) as const;

/** The option as written; of an option given several times the last. */
const lastText = (value: unknown): string => String(Array.isArray(value) ? value.at(-1) : value);

function outside(name: string, allowed: string, given: string, lang: Language): InputError {
  return new InputError([{ message: messages.optionOutside(name, { zh: allowed, en: allowed }, given)[lang] }]);
}
