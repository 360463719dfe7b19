import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption } from '../options.ts';
import type { IndicatorsOptions } from './handler.ts';
import { indicatorsMessages as say } from './messages.ts';

/** `luohu indicators`: the dictionary of indicators, or what of it holds every word. */
export const indicatorsCommand = (lang: Language): Command<IndicatorsOptions> => ({
  command: 'indicators [word..]',
  describe: say.command()[lang],
  builder: (parser) =>
    parser
      .positional('word', { describe: say.word()[lang], type: 'string', array: true, default: [] as string[] })
      .options({ json: jsonOption(lang) }),
  handler: async (options) => (await import('./handler.ts')).showIndicators(options, lang),
});
