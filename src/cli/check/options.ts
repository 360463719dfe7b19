import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { flagOption, jsonOption, type OptionsOf, wordOption } from '../options.ts';
import { checkMessages } from './messages.ts';

/** What `luohu check` takes. */
export const checkOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('file', { describe: checkMessages.scenarioFiles()[lang], type: 'string', array: true }).options({
    city: wordOption('city', checkMessages.city(), lang),
    resolved: flagOption(checkMessages.resolved(), lang),
    schema: flagOption(checkMessages.schema(), lang),
    json: jsonOption(lang),
  });

export type CheckOptions = OptionsOf<typeof checkOptions>;
