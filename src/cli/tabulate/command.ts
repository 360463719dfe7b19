import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption, numberOption } from '../options.ts';
import type { TabulateOptions } from './handler.ts';
import { tabulateMessages as say } from './messages.ts';

/** `luohu tabulate`: tables of one's own from the people a run has written out. */
export const tabulateCommand = (lang: Language): Command<TabulateOptions> => ({
  command: 'tabulate <run> <tables>',
  describe: say.command()[lang],
  builder: (parser) =>
    parser
      .positional('run', { describe: say.run()[lang], type: 'string', demandOption: true })
      .positional('tables', { describe: say.tables()[lang], type: 'string', demandOption: true })
      .options({ guard: numberOption('guard', say.guard(), 1, 1000, lang), json: jsonOption(lang) }),
  handler: async (options) => (await import('./handler.ts')).tabulateRun(options, lang),
});
