import os from 'node:os';
import type { Argv } from 'yargs';
import type { Language, Localized } from '../language/language.ts';
import { numberMeant, shareMeant } from '../language/number-meant.ts';
import { type OverrideName, overrideNames, overrideRows } from '../scenario/command-line.ts';
import { InputError, steeringIn } from '../scenario/errors.ts';
import { messages } from './messages.ts';
import { tell } from './tell.ts';

/** The options that a command's builder takes, as the handler finds them. */
export type OptionsOf<Builder extends (lang: Language) => (parser: Argv) => Argv<object>> = Builder extends (
  lang: Language,
) => (parser: Argv) => Argv<infer Options>
  ? { readonly [Name in keyof Options]: Options[Name] }
  : never;

/**
 * Options that are read the same way everywhere. Each is a text until it has been checked, so that a mistake is told in
 * the words the user wrote.
 */

/** A whole number between two limits. */
function wholeNumber(name: string, least: number, most: number, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(name, given, lang);
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    const meant = numberMeant(text)?.value ?? Number.NaN;
    const hint = Number.isInteger(meant) && meant >= least && meant <= most ? meant : null;
    throw outside(name, messages.wholeNumber(least, most)[lang], text, lang, hint);
  };
}

/** A share above 0 and at most 1. */
function share(name: string, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(name, given, lang);
    const value = Number(text);
    if (text.trim() !== '' && value > 0 && value <= 1) return value;
    const meant = shareMeant(text);
    throw outside(name, messages.share()[lang], text, lang, meant !== null && meant > 0 && meant <= 1 ? meant : null);
  };
}

/** A number that `allowed` says of whether it may be. */
function decimal(name: string, allowed: Localized, isFine: (value: number) => boolean, lang: Language) {
  return (given: unknown): number => {
    const text = lastText(name, given, lang);
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && isFine(value)) return value;
    const meant = numberMeant(text)?.value;
    throw outside(name, allowed[lang], text, lang, meant !== undefined && isFine(meant) ? meant : null);
  };
}

/** A text that is not empty. */
function word(name: string, lang: Language) {
  return (given: unknown): string => {
    const text = lastText(name, given, lang);
    const steers = steeringIn(text);
    if (steers !== null) throw new InputError([{ path: `--${name}`, message: messages.steering(steers.code)[lang] }]);
    if (text !== '') return text;
    throw outside(name, messages.notEmpty()[lang], '""', lang);
  };
}

/** What every option with a text value says to yargs. */
const texted = { type: 'string', requiresArg: true } as const;
type Texted = typeof texted & { readonly describe: string };

/** An option that is a whole number between two limits; `describe` says what it is. */
export const numberOption = (name: string, describe: Localized, least: number, most: number, lang: Language) =>
  ({ ...texted, describe: describe[lang], coerce: wholeNumber(name, least, most, lang) }) as const;

/** An option that is a list of whole numbers between two limits, parted by commas. */
export const wholeListOption = (name: string, describe: Localized, least: number, most: number, lang: Language) =>
  ({
    ...texted,
    describe: describe[lang],
    coerce: (given: unknown): readonly number[] =>
      lastText(name, given, lang)
        .split(/[,，]/)
        .map((each) => wholeNumber(name, least, most, lang)(each.trim())),
  }) as const;

/** An option that is a list of texts parted by commas, given once or several times. */
export const wordListOption = (name: string, describe: Localized, lang: Language) =>
  ({
    ...texted,
    describe: describe[lang],
    coerce: (given: unknown): readonly string[] => {
      const all = (Array.isArray(given) ? given : [given]).flatMap((each) => String(each).split(/[,，、]/));
      const words = all.map((each) => each.trim()).filter((each) => each !== '');
      if (words.length === 0) throw outside(name, messages.notEmpty()[lang], '""', lang);
      return words;
    },
  }) as const;

/** `--years`: the years a table or chart shows. */
export const shownYearsOption = (lang: Language) => wholeListOption('years', messages.shownYears(), 1900, 2200, lang);

/** `--area`: the areas a table or chart shows, by any name. */
export const areaOption = (lang: Language) => wordListOption('area', messages.shownAreas(), lang);

/** An option that is a text, not empty. */
export const wordOption = (name: string, describe: Localized, lang: Language) =>
  ({ ...texted, describe: describe[lang], coerce: word(name, lang) }) as const;

/** An option that is a share above 0 and at most 1. */
export const shareOption = (name: string, describe: Localized, lang: Language) =>
  ({ ...texted, describe: describe[lang], coerce: share(name, lang) }) as const;

/** An option that is a number of 0 or more. */
export const amountOption = (name: string, describe: Localized, lang: Language) =>
  ({
    ...texted,
    describe: describe[lang],
    coerce: decimal(name, messages.amount(), (value) => value >= 0, lang),
  }) as const;

/** An option that is a number above 0. */
export const positiveOption = (name: string, describe: Localized, lang: Language) =>
  ({
    ...texted,
    describe: describe[lang],
    coerce: decimal(name, messages.positive(), (value) => value > 0, lang),
  }) as const;

/** An option that is on when it is named. */
export const flagOption = (describe: Localized, lang: Language) =>
  ({ describe: describe[lang], type: 'boolean', default: false }) as const;

/** An override as an option, by its kind. */
interface OverrideOption {
  readonly text: ReturnType<typeof wordOption>;
  readonly texts: Texted & { readonly array: true };
  readonly choice: ReturnType<typeof wordOption>;
  readonly whole: ReturnType<typeof numberOption>;
}

function overrideOption(name: OverrideName, lang: Language) {
  const row = overrideRows[name];
  switch (row.kind) {
    case 'text':
      return wordOption(name, row.describe, lang);
    case 'texts':
      return { ...texted, describe: row.describe[lang], array: true } as const;
    case 'choice':
      return wordOption(name, row.describe, lang);
    case 'whole':
      return numberOption(name, row.describe, row.least, row.most, lang);
  }
}

/** Every option that is said against the scenario file. */
export const overrideOptions = (lang: Language) =>
  Object.fromEntries(overrideNames.map((name) => [name, overrideOption(name, lang)])) as {
    readonly [Name in OverrideName]: OverrideOption[(typeof overrideRows)[Name]['kind']];
  };

/** `--workers`: as many as the machine has processors unless told. */
export const workersOption = (lang: Language) =>
  ({ ...numberOption('workers', messages.workers(), 1, 512, lang), default: os.availableParallelism() }) as const;

/** `--json`: one JSON document on stdout instead of a table. */
export const jsonOption = (lang: Language) => flagOption(messages.json(), lang);

/** The options of every command that simulates: worker threads, seed, parent folder of the results, one JSON document. */
export const simulationOptions = (lang: Language) =>
  ({
    workers: workersOption(lang),
    seed: overrideOptions(lang).seed,
    out: { ...wordOption('out', messages.out(), lang), default: 'out' },
    json: jsonOption(lang),
  }) as const;

/** The option as written; of an option given several times the last, which is said. */
const lastText = (name: string, value: unknown, lang: Language): string => String(lastOf<unknown>(name, lang)(value));

/** Takes of a value that was given several times the last, which is said: of options that are one of a few. */
export const lastOf =
  <T>(name: string, lang: Language) =>
  (value: T): T => {
    if (!Array.isArray(value)) return value;
    const last = value.at(-1) as T;
    if (!saidTwice.has(name))
      tell(messages.warning(messages.optionTwice(name, value.length, String(last))[lang])[lang]);
    saidTwice.add(name);
    return last;
  };

/** One of the years a census was taken in. */
export const censusOption = (name: string, describe: Localized, lang: Language) => ({
  describe: describe[lang],
  type: 'number' as const,
  choices: [2010, 2020] as const,
  coerce: lastOf<2010 | 2020 | undefined>(name, lang),
  requiresArg: true,
});

/** Options of which it was said that they were given several times; yargs reads them more than once. */
const saidTwice = new Set<string>();

/** @param hint the number that may have been meant, as it must be written */
function outside(name: string, allowed: string, given: string, lang: Language, hint: number | null = null): InputError {
  const told = messages.optionOutside(name, { zh: allowed, en: allowed }, given)[lang];
  return new InputError([{ message: hint === null ? told : `${told}${messages.orMeant(String(hint))[lang]}` }]);
}
