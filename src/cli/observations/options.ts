import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { flagOption, jsonOption, type OptionsOf, wordOption } from '../options.ts';
import { observationsMessages as say } from './messages.ts';

/** What `luohu observations` takes. */
export const observationsOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('action', { describe: say.action()[lang], choices: ['import'] as const, demandOption: true })
    .positional('file', { describe: say.file()[lang], type: 'string', demandOption: true })
    .options({
      city: { ...wordOption('city', say.city(), lang), demandOption: true },
      source: wordOption('source', say.source(), lang),
      write: flagOption(say.write(), lang),
      out: wordOption('out', say.out(), lang),
      force: flagOption(say.force(), lang),
      json: jsonOption(lang),
    });

export type ObservationsOptions = OptionsOf<typeof observationsOptions>;
