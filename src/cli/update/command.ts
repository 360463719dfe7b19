import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { updateMessages as say } from './messages.ts';
import { type UpdateOptions, updateOptions } from './options.ts';

/** `luohu update`: new figures, a new fit, and what changed. */
export const updateCommand = (lang: Language): Command<UpdateOptions> => ({
  command: 'update <scenario> <file>',
  describe: say.command()[lang],
  builder: updateOptions(lang),
  handler: async (options) => (await import('./handler.ts')).updateScenario(options, lang),
});
