import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption, wordOption } from '../options.ts';
import { reportMessages as messages } from './messages.ts';

export interface ReportOptions {
  readonly run: string[];
  readonly out?: string | undefined;
  readonly png: boolean;
  readonly json: boolean;
}

/** `luohu report`: result folders to one page. */
export const reportCommand = (lang: Language): Command<ReportOptions> => ({
  command: 'report <run..>',
  describe: messages.command()[lang],
  builder: (parser) =>
    parser
      .positional('run', { describe: messages.runs()[lang], type: 'string', array: true, demandOption: true })
      .options({
        out: wordOption('out', messages.out(), lang),
        png: { describe: messages.png()[lang], type: 'boolean', default: false },
        json: jsonOption(lang),
      }),
  handler: async (options) => (await import('./handler.ts')).writeReport(options, lang),
});
