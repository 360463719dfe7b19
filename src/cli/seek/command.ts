import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { seekMessages as say } from './messages.ts';
import { type SeekOptions, seekOptions } from './options.ts';

/** `luohu seek`: the cheapest setting of levers that meets a target. */
export const seekCommand = (lang: Language): Command<SeekOptions> => ({
  command: 'seek <scenario>',
  describe: say.command()[lang],
  builder: seekOptions(lang),
  handler: async (options) => (await import('./handler.ts')).seekPlan(options, lang),
});
