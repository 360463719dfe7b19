import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { known } from '../../run/known.ts';
import { loadDonors } from '../../run/new-scenario/donors.ts';
import { type NewScenario, newScenario } from '../../run/new-scenario/new-scenario.ts';
import { scenarioText } from '../../run/new-scenario/scenario-text.ts';
import type { NewSetting } from '../../run/new-scenario/setting.ts';
import { documentsHere } from '../../run/own-files.ts';
import { slugOf } from '../../run/place-name.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import { formatIssue, InputError, type Issue } from '../../scenario/errors.ts';
import { loadScenario } from '../../scenario/load-scenario.ts';
import { parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { tell } from '../tell.ts';
import { newMessages } from './messages.ts';
import type { NewOptions } from './options.ts';

/**
 * Makes a scenario from data alone, checks it, writes it and tells what was assumed.
 * @throws InputError for an unknown prefecture, a census without its rows, a file that is there, a file name no scenario may have
 */
export async function writeNewScenario(options: NewOptions, lang: Language): Promise<ExitStatus> {
  checkTables(readData);
  const prefecture = placeCalled(options.prefecture, readData);
  const file = options.out ?? defaultFile(prefecture);
  if (!/\.ya?ml$/.test(file)) throw new InputError([{ message: newMessages.notYaml(file)[lang] }]);
  if (!options.force && existsSync(file)) throw new InputError([{ message: newMessages.exists(file)[lang] }]);

  const { made, text, warnings } = makeScenario(file, prefecture, options, lang);
  write(file, text, options.force, lang);

  for (const issue of warnings) tell(messages.warning(formatIssue(issue))[lang]);
  process.stdout.write(`${options.json ? jsonReport(file, made, warnings) : textReport(file, made, lang)}\n`);
  return ExitStatus.done;
}

/** The scenario of a place as text, checked under the name of the file it is for. */
export function makeScenario(
  file: string,
  prefecture: Region,
  { from: baseYear, to: endYear }: Pick<NewOptions, 'from' | 'to'>,
  lang: Language,
): { readonly made: NewScenario; readonly text: string; readonly warnings: readonly Issue[] } {
  const shipped = readDocuments(readData);
  const documents = documentsHere(shipped);
  const donorsOf = (year: 2010 | 2020) => loadDonors(readData, shipped, year);
  const made = newScenario({ read: readData, documents, donorsOf }, { prefecture, baseYear, endYear });
  const text = scenarioText(path.basename(file).replace(/\.ya?ml$/, ''), made);
  const { warnings } = loadScenario(file, { read: () => text, lang, ...known(readData, documents) });
  return { made, text, warnings };
}

/** In `scenarios/` of the working folder, which is made where it is missing: there `luohu run` finds it by its name. */
const defaultFile = (place: Region): string => path.join('scenarios', `${slugOf(place, readRegions(readData))}.yaml`);

function write(file: string, text: string, force: boolean, lang: Language): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' && !force ? newMessages.exists(file) : newMessages.cannotWrite(file, code);
    throw new InputError([{ message: why[lang] }]);
  }
}

function textReport(file: string, made: NewScenario, lang: Language): string {
  const { prefecture, province, baseYear, endYear, documents, settings, notes } = made;
  const ownDocuments = documents.filter(({ area }) => area === prefecture.code).map(({ id }) => id);
  const isAssumed = ({ values }: NewSetting): boolean => values.some(({ mark }) => mark === 'assumption');
  const [assumed, sourced] = [settings.filter(isAssumed), settings.filter((setting) => !isAssumed(setting))];
  return [
    newMessages.wrote(file, prefecture, baseYear, endYear)[lang],
    newMessages.law(documents.length, province.name, ownDocuments)[lang],
    ...(sourced.length === 0 ? [] : ['', newMessages.known()[lang], ...sourced.flatMap((each) => lines(each, lang))]),
    '',
    newMessages.assumed()[lang],
    ...assumed.flatMap((each) => lines(each, lang)),
    '',
    newMessages.defaults(parameterNames.length - settings.length, notes.length)[lang],
    ...notes.map((note) => `- ${note[lang]}`),
    '',
    newMessages.nextCheck(file)[lang],
    newMessages.nextRun(file)[lang],
  ].join('\n');
}

/** A parameter in words: its name, then each value with its range, unit and reason. */
function lines({ name, values }: NewSetting, lang: Language): string[] {
  const spec = parameterSpecs[name];
  return [
    `- ${spec.name[lang]} (${name})`,
    ...values.flatMap(({ value, range, from, why }) => [
      `    ${newMessages.value(value, spec.unit, range, from)[lang]}`,
      `    ${why[lang]}`,
    ]),
  ];
}

function jsonReport(file: string, made: NewScenario, warnings: readonly Issue[]): string {
  const { prefecture, baseYear, endYear, documents, settings, notes } = made;
  const report = {
    file,
    city: prefecture.code,
    name: prefecture.name,
    baseYear,
    endYear,
    documents: documents.map(({ id }) => id),
    parameters: settings.map(({ name, values }) => ({ name, unit: parameterSpecs[name].unit, values })),
    notes: notes.map(({ en }) => en),
    notesInChinese: notes.map(({ zh }) => zh),
    warnings,
  };
  return JSON.stringify(report, null, 2);
}
