import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { flagOption, jsonOption, type OptionsOf, wordOption } from '../options.ts';
import { documentMessages } from './messages.ts';

/** What `luohu document` does. */
const actions = ['new', 'test', 'schema'] as const;

/** What `luohu document` takes. */
export const documentOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('action', { describe: documentMessages.action()[lang], choices: actions, demandOption: true })
    .positional('what', {
      describe: documentMessages.what()[lang],
      type: 'string',
      array: true,
      default: [] as string[],
    })
    .options({
      with: {
        describe: documentMessages.with()[lang],
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
      },
      mutants: flagOption(documentMessages.mutants(), lang),
      out: wordOption('out', documentMessages.out(), lang),
      force: flagOption(documentMessages.force(), lang),
      json: jsonOption(lang),
    })
    .epilogue(documentMessages.epilogue()[lang]);

export type DocumentOptions = OptionsOf<typeof documentOptions>;
