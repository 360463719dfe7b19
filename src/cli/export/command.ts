import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { exportMessages as messages } from './messages.ts';
import { type ExportOptions, exportOptions } from './options.ts';

/** `luohu export`: the tables of a result for Excel and WPS, in the words of one language. */
export const exportCommand = (lang: Language): Command<ExportOptions> => ({
  command: 'export <run>',
  describe: messages.command()[lang],
  builder: exportOptions(lang),
  handler: async (options) => (await import('./handler.ts')).exportTables(options, lang),
});
