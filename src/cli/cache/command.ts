import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { jsonOption } from '../options.ts';
import type { CacheOptions } from './handler.ts';
import { cacheCliMessages as told } from './messages.ts';

/** `luohu cache`: base populations kept on this machine; `clear` removes them. */
export const cacheCommand = (lang: Language): Command<CacheOptions> => ({
  command: 'cache [action]',
  describe: told.command()[lang],
  builder: (parser) =>
    parser
      .positional('action', { describe: told.action()[lang], choices: ['clear'] as const })
      .options({ json: jsonOption(lang) }),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).manageCache(options, lang),
});
