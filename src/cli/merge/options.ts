import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages } from '../messages.ts';
import { flagOption, jsonOption, type OptionsOf, wordOption } from '../options.ts';
import { mergeMessages as told } from './messages.ts';

/** What `luohu merge` takes. */
export const mergeOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('store', { describe: told.store()[lang], type: 'string', demandOption: true }).options({
    out: { ...wordOption('out', messages.out(), lang), default: 'out' },
    strict: flagOption(told.strict(), lang),
    json: jsonOption(lang),
  });

export type MergeOptions = OptionsOf<typeof mergeOptions>;
