import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { observationsMessages as say } from './messages.ts';
import { type ObservationsOptions, observationsOptions } from './options.ts';

/** `luohu observations import`: a table of figures as bureaus keep it, into one a scenario can name. */
export const observationsCommand = (lang: Language): Command<ObservationsOptions> => ({
  command: 'observations <action> <file>',
  describe: say.command()[lang],
  builder: observationsOptions(lang),
  handler: async (options) => (await import('./handler.ts')).importObservations(options, lang),
});
