import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { serveMessages } from './messages.ts';
import { type ServeOptions, serveOptions } from './options.ts';

/** `luohu serve`: the what-if page. */
export const serveCommand = (lang: Language): Command<ServeOptions> => ({
  command: 'serve [scenario..]',
  describe: serveMessages.command()[lang],
  builder: serveOptions(lang),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).serveWhatIf(options, lang),
});
