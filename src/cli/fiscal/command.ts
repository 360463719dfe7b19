import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { messages } from '../messages.ts';
import { jsonOption, numberOption, wordOption } from '../options.ts';
import { fiscalMessages } from './messages.ts';

export interface FiscalOptions {
  readonly run: string;
  readonly coefficients?: string | undefined;
  readonly from?: number | undefined;
  readonly json: boolean;
}

/** `luohu fiscal`: what a finished run costs, who pays, and the award fund. */
export const fiscalCommand = (lang: Language): Command<FiscalOptions> => ({
  command: 'fiscal <run>',
  describe: fiscalMessages.command()[lang],
  builder: (parser) =>
    parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
      coefficients: wordOption('coefficients', fiscalMessages.coefficients(), lang),
      from: numberOption('from', fiscalMessages.from(), 1900, 2100, lang),
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).fiscalOf(options, lang),
});
