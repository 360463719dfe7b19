import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { reportMessages as messages } from './messages.ts';
import { type ReportOptions, reportOptions } from './options.ts';

/** `luohu report`: result folders to one page. */
export const reportCommand = (lang: Language): Command<ReportOptions> => ({
  command: 'report <run..>',
  describe: messages.command()[lang],
  builder: reportOptions(lang),
  handler: async (options) => (await import('./handler.ts')).writeReport(options, lang),
});
