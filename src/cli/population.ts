import type { Command } from './command.ts';
import { type Language, messages } from './messages.ts';
import { word } from './options.ts';

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
  describe: messages.populationCommand()[lang],
  builder: (parser) =>
    parser.positional('scenario', { describe: messages.scenarioOrCode()[lang], type: 'string' }).options({
      code: { describe: messages.code()[lang], type: 'string', requiresArg: true, coerce: word('code', lang) },
      year: { describe: messages.year()[lang], type: 'number', choices: [2010, 2020] as const, requiresArg: true },
      seed: { describe: messages.seed()[lang], type: 'string', requiresArg: true, coerce: word('seed', lang) },
      json: { describe: messages.json()[lang], type: 'boolean', default: false },
    }),
  handler: async (options) => (await import('./population-handler.ts')).reportPopulation(options, lang),
});
