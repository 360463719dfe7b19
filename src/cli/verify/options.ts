import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages } from '../messages.ts';
import { jsonOption, type OptionsOf, workersOption } from '../options.ts';

/** What `luohu verify` takes. */
export const verifyOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
    workers: workersOption(lang),
    json: jsonOption(lang),
  });

export type VerifyOptions = OptionsOf<typeof verifyOptions>;
