import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { populationMessages } from './messages.ts';
import { type PopulationOptions, populationOptions } from './options.ts';

/** `luohu population`: the base population of a scenario or of any prefecture of the census, and its fit. */
export const populationCommand = (lang: Language): Command<PopulationOptions> => ({
  command: 'population [scenario]',
  describe: populationMessages.populationCommand()[lang],
  builder: populationOptions(lang),
  handler: async (options) => (await import('./handler.ts')).reportPopulation(options, lang),
});
