import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { systemCode } from '../../language/system-problem.ts';
import { sha256 } from '../../run/hash.ts';
import { placeOf, shownPath } from '../../run/input-file.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { InputError } from '../../scenario/errors.ts';
import { namePattern, type SaveRequest } from '../scene/api.ts';
import type { Change } from '../scene/change.ts';
import { describeChange } from '../scene/describe-change.ts';
import { variationYaml } from '../scene/variation.ts';
import { serverMessages } from './messages.ts';

/**
 * Saves a variation beside the scenarios of the folder the command runs in, and reads it as `luohu check` does. A file that is
 * there is left alone.
 * @returns where it is, as a user of the command line writes it
 * @throws InputError with every mistake; no file is left then
 */
export async function saveVariation(
  inputs: Inputs,
  { name, title, change }: SaveRequest,
  lang: Language,
): Promise<string> {
  if (!namePattern.test(name)) throw new InputError([{ message: serverMessages.name(name)[lang] }]);
  if (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name))
    throw new InputError([{ message: serverMessages.reserved(name)[lang] }]);
  const file = path.join(folderOf(inputs), `${name}.yaml`);
  if (existsSync(file)) throw new InputError([{ file: shownPath(file), message: serverMessages.exists()[lang] }]);
  await write(file, textOf(inputs, change, file, title), lang);
  return path.relative('', file);
}

/** Writes the variation a full-scale run reads: below the results, named by what it says, so that `verify` finds it again. */
export async function variationFile(inputs: Inputs, change: Change, out: string, lang: Language): Promise<string> {
  const folder = path.resolve(out, 'what-if');
  const text = textOf(inputs, change, path.join(folder, 'any.yaml'), '');
  const file = path.join(folder, `what-if-${sha256(inputs.scenario.id + text).slice(0, 8)}.yaml`);
  if (!existsSync(file)) await write(file, text, lang);
  return file;
}

/** The folder of a scenario's variations: named like it, beside it, or below the working folder for one that lies elsewhere. */
function folderOf({ command }: Inputs): string {
  const scenario = placeOf(command.scenario);
  const beside = scenario.replace(/\.ya?ml$/, '');
  const way = path.relative(process.cwd(), beside);
  const inside = !way.startsWith('..') && !path.isAbsolute(way);
  return inside ? beside : path.resolve('scenarios', path.basename(beside));
}

function textOf({ command, scenario, documents }: Inputs, change: Change, file: string, title: string): string {
  const parent = path.relative(path.dirname(file), placeOf(command.scenario)).split(path.sep).join('/');
  const words = describeChange(scenario, change, documents);
  const named = title.trim() === '' ? words.title : { zh: title, en: title };
  return variationYaml(scenario, change, { extends: parent, ...words, title: named });
}

async function write(file: string, text: string, lang: Language): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' }).catch((error) => {
    // somebody else, or a link that leads nowhere
    if (systemCode(error) !== 'EEXIST') throw error;
    throw new InputError([{ file: shownPath(file), message: serverMessages.exists()[lang] }]);
  });
  try {
    loadInputs({ scenario: file, overrides: {}, sample: 1 }, lang);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
