import { type Language, marks } from '../../language/language.ts';
import { columnsByPopulation } from '../../people/column/all.ts';
import {
  type Column,
  type Label,
  type Place,
  type PopulationName,
  populations,
  populationWords,
} from '../../people/column/column.ts';
import { routeNames } from '../../policy/law.ts';
import { shippedTables } from '../../run/microdata/shipped.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { suggest } from '../../scenario/suggest.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { columnsMessages as say } from './messages.ts';

export interface ColumnsOptions {
  readonly word: readonly string[];
  readonly tables: boolean;
  readonly json: boolean;
}

/** No place: areas, documents and clauses differ from city to city and are told by the files of a run. */
const nowhere: Place = { areas: [], routes: routeNames.map((name) => ({ name, document: '', clause: '' })) };

interface Found {
  readonly population: PopulationName;
  readonly column: Column;
  readonly labels: readonly Label[];
}

const all: readonly Found[] = populations.flatMap((population) =>
  columnsByPopulation[population].map((column) => ({
    population,
    column,
    labels: /document|clause/.test(column.name) ? [] : column.labels(nowhere),
  })),
);

/**
 * Prints the columns whose code, names, definition or categories hold every word, all of them without words.
 * @throws InputError where there is none, with the nearest name
 */
export async function showColumns({ word, tables, json }: ColumnsOptions, lang: Language): Promise<ExitStatus> {
  if (tables) return showTables(json, lang);
  const words = word.map((each) => String(each).trim()).filter((each) => each !== '');
  const exact = words.length === 1 ? all.filter(({ column }) => isCalled(column, words[0])) : [];
  const found = exact.length > 0 ? exact : all.filter((each) => words.every((one) => holds(each, one)));
  if (found.length === 0) {
    const names = all.flatMap(({ column: { name, label } }) => [name, label.zh, label.en]);
    throw new InputError([{ message: say.none(words.join(' '), suggest(words[0], new Set(names)))[lang] }]);
  }
  process.stdout.write(`${json ? JSON.stringify(found.map(told), null, 2) : textOf(found, words.length > 0, lang)}\n`);
  return ExitStatus.done;
}

const isCalled = ({ name, label }: Column, word: string): boolean =>
  name === word || label.zh === word || label.en.toLowerCase() === word.toLowerCase();

const holds = ({ column: { name, label, definition }, labels }: Found, word: string): boolean =>
  [
    name,
    label.zh,
    label.en,
    definition.zh,
    definition.en,
    ...labels.flatMap((each) => [each.name, each.words.zh, each.words.en]),
  ].some((text) => text.toLowerCase().includes(word.toLowerCase()));

const told = ({ population, column: { name, label, definition, type, unit, gaps }, labels }: Found): object => ({
  population,
  column: name,
  name: label,
  type,
  unit,
  gaps,
  definition,
  categories: labels.map((each) => ({ name: each.name, words: each.words })),
});

/** A table of the columns; of those that were looked for the categories too. */
function textOf(found: readonly Found[], withLabels: boolean, lang: Language): string {
  const table = plainTable(
    say.header()[lang].split(','),
    found.map(({ population, column: { name, label, definition, type, unit } }) => [
      populationWords[population][lang],
      name,
      label[lang],
      say.types[type][lang] + (unit === null ? '' : `${marks.comma[lang]}${say.units[unit][lang]}`),
      definition[lang],
    ]),
    ['left', 'left', 'left', 'left', 'left'],
  );
  if (!withLabels) return [table, '', say.more()[lang]].join('\n');
  const lines = new Set(
    found.flatMap(({ column, labels }) =>
      labels.map(({ name, words }) => `  ${column.name} == ${name}${marks.colon[lang]}${words[lang]}`),
    ),
  );
  return lines.size === 0 ? table : [table, '', say.categories()[lang], ...lines].join('\n');
}

function showTables(json: boolean, lang: Language): ExitStatus {
  const tables = shippedTables(readData);
  const text = json
    ? JSON.stringify(tables, null, 2)
    : plainTable(
        say.tablesHeader()[lang].split(','),
        Object.entries(tables).map(([name, { title }]) => [name, title?.[lang] ?? '']),
        ['left', 'left'],
      );
  process.stdout.write(`${text}\n`);
  return ExitStatus.done;
}
