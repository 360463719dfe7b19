import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { type OptionsOf, shareOption, simulationOptions } from '../options.ts';
import { updateMessages as say } from './messages.ts';

/** What `luohu update` takes. */
export const updateOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('scenario', { describe: say.scenario()[lang], type: 'string', demandOption: true })
    .positional('file', { describe: say.file()[lang], type: 'string', demandOption: true })
    .options({ sample: shareOption('sample', say.sample(), lang), ...simulationOptions(lang) });

export type UpdateOptions = OptionsOf<typeof updateOptions>;
