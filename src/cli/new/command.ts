import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption, numberOption, wordOption } from '../options.ts';
import { newMessages } from './messages.ts';

export interface NewOptions {
  readonly prefecture: string;
  readonly from?: 2010 | 2020 | undefined;
  readonly to: number;
  readonly out?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** `luohu new`: a scenario of any prefecture of the census file, from data alone. */
export const newCommand = (lang: Language): Command<NewOptions> => ({
  command: 'new <prefecture>',
  describe: newMessages.command()[lang],
  builder: (parser) =>
    parser
      .positional('prefecture', { describe: newMessages.prefecture()[lang], type: 'string', demandOption: true })
      .options({
        from: { describe: newMessages.from()[lang], type: 'number', choices: [2010, 2020] as const, requiresArg: true },
        to: { ...numberOption('to', newMessages.to(), 2011, 2100, lang), default: '2035' },
        out: wordOption('out', newMessages.out(), lang),
        force: { describe: newMessages.force()[lang], type: 'boolean', default: false },
        json: jsonOption(lang),
      }),
  handler: async (options) => (await import('./handler.ts')).writeNewScenario(options, lang),
});
