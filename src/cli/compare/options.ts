import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import {
  amountOption,
  areaOption,
  numberOption,
  type OptionsOf,
  overrideOptions,
  positiveOption,
  shareOption,
  shownYearsOption,
  simulationOptions,
  wordOption,
} from '../options.ts';
import { compareMessages as messages } from './messages.ts';

/** What `luohu compare` takes. */
export const compareOptions = (lang: Language) => (parser: Argv) => {
  const { replicates, to, definition } = overrideOptions(lang);
  return parser
    .positional('base', { describe: messages.base()[lang], type: 'string', demandOption: true })
    .positional('alternative', {
      describe: messages.alternatives()[lang],
      type: 'string',
      array: true,
      demandOption: true,
    })
    .options({
      replicates,
      sample: shareOption('sample', messages.sample(), lang),
      to,
      definition,
      precision: positiveOption('precision', messages.precision(), lang),
      indicator: { ...wordOption('indicator', messages.indicator(), lang), default: 'registered_urbanization_rate' },
      years: shownYearsOption(lang),
      area: areaOption(lang),
      year: numberOption('year', messages.year(), 1900, 2100, lang),
      most: { ...numberOption('most', messages.most(), 2, 100_000, lang), default: 1000 },
      cost: amountOption('cost', messages.fixedCost(), lang),
      'unit-cost': { describe: messages.unitCost()[lang], type: 'string', array: true, requiresArg: true },
      ...simulationOptions(lang),
    });
};

export type CompareOptions = OptionsOf<typeof compareOptions>;
