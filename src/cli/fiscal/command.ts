import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { fiscalMessages } from './messages.ts';
import { type FiscalOptions, fiscalOptions } from './options.ts';

/** `luohu fiscal`: what a finished run costs, who pays, and the award fund. */
export const fiscalCommand = (lang: Language): Command<FiscalOptions> => ({
  command: 'fiscal <run..>',
  describe: fiscalMessages.command()[lang],
  builder: fiscalOptions(lang),
  handler: async (options) => (await import('./handler.ts')).fiscalOf(options, lang),
});
