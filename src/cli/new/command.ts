import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { newMessages } from './messages.ts';
import { type NewOptions, newOptions } from './options.ts';

/** `luohu new`: a scenario of any prefecture of the census file, from data alone. */
export const newCommand = (lang: Language): Command<NewOptions> => ({
  command: 'new <prefecture>',
  describe: newMessages.command()[lang],
  builder: newOptions(lang),
  handler: async (options) => (await import('./handler.ts')).writeNewScenario(options, lang),
});
