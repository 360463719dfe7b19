import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { checkMessages } from './messages.ts';
import { type CheckOptions, checkOptions } from './options.ts';

/** `luohu check`: everything wrong or doubtful in scenario files, nothing run. */
export const checkCommand = (lang: Language): Command<CheckOptions> => ({
  command: 'check [file..]',
  describe: checkMessages.checkCommand()[lang],
  builder: checkOptions(lang),
  handler: async (options) => (await import('./handler.ts')).checkScenarios(options, lang),
});
