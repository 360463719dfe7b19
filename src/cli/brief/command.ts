import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { briefMessages as messages } from './messages.ts';
import { type BriefOptions, briefOptions } from './options.ts';

/** `luohu brief`: a briefing as a Word file. */
export const briefCommand = (lang: Language): Command<BriefOptions> => ({
  command: 'brief <run..>',
  describe: messages.command()[lang],
  builder: briefOptions(lang),
  handler: async (options) => (await import('./handler.ts')).writeBrief(options, lang),
});
