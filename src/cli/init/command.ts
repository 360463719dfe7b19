import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { initMessages as messages } from './messages.ts';
import { type InitOptions, initOptions } from './options.ts';

/** `luohu init`: begins a project folder for a place. */
export const initCommand = (lang: Language): Command<InitOptions> => ({
  command: 'init <place> [folder]',
  describe: messages.command()[lang],
  builder: initOptions(lang),
  handler: async (options) => (await import('./handler.ts')).beginProject(options, lang),
});
