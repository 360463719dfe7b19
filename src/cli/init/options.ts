import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { newMessages } from '../new/messages.ts';
import { censusOption, flagOption, jsonOption, numberOption, type OptionsOf } from '../options.ts';
import { initMessages as messages } from './messages.ts';

/** What `luohu init` takes. */
export const initOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('place', { describe: newMessages.prefecture()[lang], type: 'string', demandOption: true })
    .positional('folder', { describe: messages.folder()[lang], type: 'string' })
    .options({
      from: censusOption('from', newMessages.from(), lang),
      to: { ...numberOption('to', newMessages.to(), 2011, 2100, lang), default: '2035' },
      force: flagOption(newMessages.force(), lang),
      json: jsonOption(lang),
    });

export type InitOptions = OptionsOf<typeof initOptions>;
