import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { eligibleMessages } from './messages.ts';
import { type EligibleOptions, eligibleOptions } from './options.ts';

/** `luohu eligible`: may this household settle, on which clause, and what it would bring. */
export const eligibleCommand = (lang: Language): Command<EligibleOptions> => ({
  command: 'eligible <household>',
  describe: eligibleMessages.eligibleCommand()[lang],
  builder: eligibleOptions(lang),
  handler: async (options) => (await import('./handler.ts')).explain(options, lang),
});
