import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { amountOption, flagOption, jsonOption, numberOption, type OptionsOf, wordOption } from '../options.ts';
import { forceMessage } from '../tell-edited.ts';
import { fiscalMessages } from './messages.ts';

/** What `luohu fiscal` takes. */
export const fiscalOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('run', { describe: fiscalMessages.runs()[lang], type: 'string', array: true, demandOption: true })
    .options({
      envelope: amountOption('envelope', fiscalMessages.envelope(), lang),
      coefficients: wordOption('coefficients', fiscalMessages.coefficients(), lang),
      counted: wordOption('counted', fiscalMessages.counted(), lang),
      from: numberOption('from', fiscalMessages.from(), 1900, 2100, lang),
      unit: wordOption('unit', fiscalMessages.unitOf(), lang),
      force: flagOption(forceMessage(), lang),
      json: jsonOption(lang),
    });

export type FiscalOptions = OptionsOf<typeof fiscalOptions>;
