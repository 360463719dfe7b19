import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { workerMessages as told } from './messages.ts';
import { type WorkerOptions, workerOptions } from './options.ts';

/** `luohu worker`: takes jobs of a cluster. */
export const workerCommand = (lang: Language): Command<WorkerOptions> => ({
  command: 'worker',
  describe: told.command()[lang],
  builder: workerOptions(lang),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).joinCluster(options, lang),
});
