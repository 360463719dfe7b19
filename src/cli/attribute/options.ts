import type { Argv } from 'yargs';
import { EXACT } from '../../analysis/attribute/shapley.ts';
import type { Language } from '../../language/language.ts';
import { analysisMessages } from '../analysis-messages.ts';
import {
  flagOption,
  numberOption,
  type OptionsOf,
  overrideOptions,
  positiveOption,
  shareOption,
  simulationOptions,
} from '../options.ts';
import { attributeMessages as messages } from './messages.ts';

/** What `luohu attribute` takes. */
export const attributeOptions = (lang: Language) => (parser: Argv) => {
  const { replicates, to, definition } = overrideOptions(lang);
  return parser
    .positional('scenario', { describe: analysisMessages.scenario()[lang], type: 'string', demandOption: true })
    .options({
      lever: { describe: messages.lever()[lang], type: 'string', array: true, requiresArg: true },
      orders: numberOption('orders', messages.orders(EXACT), 2, 10_000, lang),
      replicates,
      sample: shareOption('sample', analysisMessages.sample(), lang),
      precision: positiveOption('precision', messages.precision(), lang),
      to,
      definition,
      microdata: flagOption(messages.microdata(), lang),
      ...simulationOptions(lang),
    });
};

export type AttributeOptions = OptionsOf<typeof attributeOptions>;
