import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages } from '../messages.ts';
import {
  censusOption,
  flagOption,
  jsonOption,
  lastOf,
  type OptionsOf,
  overrideOptions,
  shareOption,
  wordOption,
} from '../options.ts';
import { populationMessages } from './messages.ts';

/** What `luohu population` takes. */
export const populationOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('scenario', {
      describe: populationMessages.scenarioOrCode()[lang],
      type: 'string',
      coerce: lastOf<string | undefined>('scenario', lang),
    })
    .options({
      code: wordOption('code', populationMessages.code(), lang),
      year: censusOption('year', messages.year(), lang),
      seed: overrideOptions(lang).seed,
      microdata: flagOption(populationMessages.microdata(), lang),
      sample: shareOption('sample', messages.sample(), lang),
      out: { ...wordOption('out', messages.out(), lang), default: 'out' },
      json: jsonOption(lang),
    });

export type PopulationOptions = OptionsOf<typeof populationOptions>;
