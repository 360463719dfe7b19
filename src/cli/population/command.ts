import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { messages } from '../messages.ts';
import { jsonOption, wordOption } from '../options.ts';
import { populationMessages } from './messages.ts';

export interface PopulationOptions {
  readonly scenario?: string | undefined;
  readonly code?: string | undefined;
  readonly year?: 2010 | 2020 | undefined;
  readonly seed?: string | undefined;
  readonly json: boolean;
}

/** `luohu population`: the base population of a scenario or of any prefecture of the census, and its fit. */
export const populationCommand = (lang: Language): Command<PopulationOptions> => ({
  command: 'population [scenario]',
  describe: populationMessages.populationCommand()[lang],
  builder: (parser) =>
    parser.positional('scenario', { describe: populationMessages.scenarioOrCode()[lang], type: 'string' }).options({
      code: wordOption('code', populationMessages.code(), lang),
      year: { describe: messages.year()[lang], type: 'number', choices: [2010, 2020] as const, requiresArg: true },
      seed: wordOption('seed', messages.seed(), lang),
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).reportPopulation(options, lang),
});
