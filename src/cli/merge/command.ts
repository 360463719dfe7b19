import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { jsonOption, wordOption } from '../options.ts';
import { mergeMessages as told } from './messages.ts';

export interface MergeCommandOptions {
  readonly store: string;
  readonly out: string;
  readonly strict: boolean;
  readonly json: boolean;
}

/** `luohu merge`: finished replicates of a store to result folders. */
export const mergeCommand = (lang: Language): Command<MergeCommandOptions> => ({
  command: 'merge <store>',
  describe: told.command()[lang],
  builder: (parser) =>
    parser.positional('store', { describe: told.store()[lang], type: 'string', demandOption: true }).options({
      out: { ...wordOption('out', messages.out(), lang), default: 'out' },
      strict: { describe: told.strict()[lang], type: 'boolean', default: false },
      json: jsonOption(lang),
    }),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).mergeStore(options, lang),
});
