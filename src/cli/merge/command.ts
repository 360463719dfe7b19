import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { mergeMessages as told } from './messages.ts';
import { type MergeOptions, mergeOptions } from './options.ts';

/** `luohu merge`: finished replicates of a store to result folders. */
export const mergeCommand = (lang: Language): Command<MergeOptions> => ({
  command: 'merge <store>',
  describe: told.command()[lang],
  builder: mergeOptions(lang),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).mergeStore(options, lang),
});
