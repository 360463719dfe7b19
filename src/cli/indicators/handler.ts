import { dictionary, type Entry, kindNames, unitNames } from '../../indicator/indicators.ts';
import { isSaidOf } from '../../indicator/is-said-of.ts';
import { type Language, marks } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { suggest } from '../../scenario/suggest.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { indicatorsMessages as say } from './messages.ts';

export interface IndicatorsOptions {
  readonly word: readonly string[];
  readonly json: boolean;
}

/**
 * Prints the indicators whose code, names or definition hold every word, all of them without words.
 * @throws InputError where there is none, with the nearest name
 */
export async function showIndicators({ word, json }: IndicatorsOptions, lang: Language): Promise<ExitStatus> {
  const words = word.map((each) => String(each).trim()).filter((each) => each !== '');
  const found = dictionary.filter((entry) => words.every((each) => isSaidOf(entry, each)));
  if (found.length === 0) throw new InputError([{ message: say.none(words.join(' '), nearest(words))[lang] }]);
  process.stdout.write(`${json ? JSON.stringify(found.map(told), null, 2) : textOf(found, lang)}\n`);
  return ExitStatus.done;
}

/** The name nearest to the first word nothing holds. */
function nearest(words: readonly string[]): string | undefined {
  const stray = words.find((word) => !dictionary.some((entry) => isSaidOf(entry, word))) ?? words[0];
  const names = dictionary.flatMap(({ name, label }) => [name, ...name.split('.'), label.zh, label.en]);
  return suggest(stray, new Set(names));
}

const told = ({ name, label, unit, kind, definition, parts }: Entry): object => ({
  indicator: name,
  name: label,
  unit,
  kind,
  definition,
  dimensions: parts.map((part) => ({ part: part.name, means: part.means })),
});

/** A table of the indicators, and below it what the parts of their names mean. */
function textOf(found: readonly Entry[], lang: Language): string {
  const table = plainTable(
    say.header()[lang].split(','),
    found.map(({ name, label, unit, kind, definition }) => [
      name,
      label[lang],
      unitNames[unit][lang],
      kindNames[kind][lang],
      definition[lang],
    ]),
    ['left', 'left', 'left', 'left', 'left'],
  );
  const parts = new Set(
    found.flatMap((entry) => entry.parts.map(({ name, means }) => `  ${name}${marks.colon[lang]}${means[lang]}`)),
  );
  return parts.size === 0 ? table : [table, '', say.parts()[lang], ...parts].join('\n');
}
