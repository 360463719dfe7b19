import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { sensitivityMessages as say } from './messages.ts';
import { type SensitivityOptions, sensitivityOptions } from './options.ts';

/** `luohu sensitivity`: what an indicator depends on, and which statistic is worth collecting. */
export const sensitivityCommand = (lang: Language): Command<SensitivityOptions> => ({
  command: 'sensitivity <scenario>',
  describe: say.command()[lang],
  builder: sensitivityOptions(lang),
  handler: async (options) => (await import('./handler.ts')).findSensitivity(options, lang),
});
