import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { flagOption, jsonOption } from '../options.ts';
import type { ColumnsOptions } from './handler.ts';
import { columnsMessages as say } from './messages.ts';

/** `luohu columns`: what microdata hold and tables may name, or what of it holds every word. */
export const columnsCommand = (lang: Language): Command<ColumnsOptions> => ({
  command: 'columns [word..]',
  describe: say.command()[lang],
  builder: (parser) =>
    parser
      .positional('word', { describe: say.word()[lang], type: 'string', array: true, default: [] as string[] })
      .options({ tables: flagOption(say.tables(), lang), json: jsonOption(lang) }),
  handler: async (options) => (await import('./handler.ts')).showColumns(options, lang),
});
