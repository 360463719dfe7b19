import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { runCliMessages as told } from './messages.ts';
import { type RunOptions, runOptions } from './options.ts';

/** `luohu run`: scenarios, or plans of many, to result folders. */
export const runCommand = (lang: Language): Command<RunOptions> => ({
  command: 'run <scenario..>',
  describe: told.command()[lang],
  builder: runOptions(lang),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).runScenarios(options, lang),
});
