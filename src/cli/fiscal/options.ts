import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages } from '../messages.ts';
import { jsonOption, numberOption, type OptionsOf, wordOption } from '../options.ts';
import { fiscalMessages } from './messages.ts';

/** What `luohu fiscal` takes. */
export const fiscalOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
    coefficients: wordOption('coefficients', fiscalMessages.coefficients(), lang),
    from: numberOption('from', fiscalMessages.from(), 1900, 2100, lang),
    json: jsonOption(lang),
  });

export type FiscalOptions = OptionsOf<typeof fiscalOptions>;
