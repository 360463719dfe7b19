import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { censusOption, flagOption, jsonOption, numberOption, type OptionsOf, wordOption } from '../options.ts';
import { newMessages } from './messages.ts';

/** What `luohu new` takes. */
export const newOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('prefecture', { describe: newMessages.prefecture()[lang], type: 'string', demandOption: true })
    .options({
      from: censusOption('from', newMessages.from(), lang),
      to: { ...numberOption('to', newMessages.to(), 2011, 2100, lang), default: '2035' },
      out: wordOption('out', newMessages.out(), lang),
      force: flagOption(newMessages.force(), lang),
      json: jsonOption(lang),
    });

export type NewOptions = OptionsOf<typeof newOptions>;
