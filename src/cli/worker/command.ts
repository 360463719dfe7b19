import os from 'node:os';
import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { jsonOption, numberOption, wordOption } from '../options.ts';
import { runCliMessages } from '../run/messages.ts';
import { namespaceOption, storeOption } from '../run/options.ts';
import { workerMessages as told } from './messages.ts';

export interface WorkerOptions {
  readonly engine: string;
  readonly namespace: string;
  readonly store: string;
  readonly workers: number;
  readonly lease: number;
  readonly idle?: number | undefined;
  readonly json: boolean;
}

/** `luohu worker`: takes jobs of a cluster. */
export const workerCommand = (lang: Language): Command<WorkerOptions> => ({
  command: 'worker',
  describe: told.command()[lang],
  builder: (parser) =>
    parser.options({
      engine: { ...wordOption('engine', runCliMessages.engineOfCluster(), lang), demandOption: true },
      store: { ...storeOption(lang).store, demandOption: true },
      ...namespaceOption(lang),
      workers: { ...numberOption('workers', told.workers(), 1, 512, lang), default: os.availableParallelism() },
      lease: { ...numberOption('lease', told.lease(), 5, 3600, lang), default: 20 },
      idle: numberOption('idle', told.idle(), 1, 86_400, lang),
      json: jsonOption(lang),
    }),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).joinCluster(options, lang),
});
