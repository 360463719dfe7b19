import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages } from '../messages.ts';
import {
  areaOption,
  flagOption,
  numberOption,
  type OptionsOf,
  overrideOptions,
  positiveOption,
  shareOption,
  simulationOptions,
  wholeListOption,
  wordOption,
} from '../options.ts';
import { namespaceOption, shardOption, storeOption } from './engine-options.ts';
import { runCliMessages as told } from './messages.ts';

/** What `luohu run` takes. */
export const runOptions = (lang: Language) => (parser: Argv) => {
  const { replicates, from, to, ...others } = overrideOptions(lang);
  return parser
    .positional('scenario', {
      describe: told.scenariosOrPlans()[lang],
      type: 'string',
      array: true,
      demandOption: true,
    })
    .options({
      replicates,
      sample: shareOption('sample', messages.sample(), lang),
      from,
      to,
      bases: numberOption('bases', told.bases(), 1, 1000, lang),
      precision: positiveOption('precision', told.precision(), lang),
      seconds: positiveOption('seconds', told.secondsGiven(), lang),
      ...simulationOptions(lang),
      strict: flagOption(told.strict(), lang),
      microdata: flagOption(told.microdata(), lang),
      years: wholeListOption('years', told.years(), 1900, 2200, lang),
      area: areaOption(lang),
      only: wholeListOption('only', told.only(), 0, 100_000, lang),
      tables: wordOption('tables', told.tables(), lang),
      ...others,
      resume: flagOption(told.resume(), lang),
      plan: flagOption(told.plan(), lang),
      close: { ...flagOption(told.close(), lang), default: true },
      engine: { ...wordOption('engine', told.engine(), lang), default: 'threads' },
      ...namespaceOption(lang),
      ...storeOption(lang),
      ...shardOption(lang),
    });
};

export type RunOptions = OptionsOf<typeof runOptions>;
