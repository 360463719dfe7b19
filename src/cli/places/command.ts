import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption } from '../options.ts';
import type { PlacesOptions } from './handler.ts';
import { placesMessages as say } from './messages.ts';

/** `luohu places`: the places that can be run, or those a word leads to. */
export const placesCommand = (lang: Language): Command<PlacesOptions> => ({
  command: 'places [word]',
  describe: say.command()[lang],
  builder: (parser) =>
    parser.positional('word', { describe: say.word()[lang], type: 'string' }).options({ json: jsonOption(lang) }),
  handler: async (options) => (await import('./handler.ts')).showPlaces(options, lang),
});
