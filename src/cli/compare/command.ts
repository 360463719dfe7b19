import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { compareMessages as messages } from './messages.ts';
import { type CompareOptions, compareOptions } from './options.ts';

/** `luohu compare`: scenarios or finished results laid beside a base. */
export const compareCommand = (lang: Language): Command<CompareOptions> => ({
  command: 'compare <base> <alternative..>',
  describe: messages.command()[lang],
  builder: compareOptions(lang),
  handler: async (options) => (await import('./handler.ts')).compare(options, lang),
});
