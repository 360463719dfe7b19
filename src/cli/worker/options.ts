import os from 'node:os';
import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { jsonOption, numberOption, type OptionsOf, wordOption } from '../options.ts';
import { namespaceOption, storeOption } from '../run/engine-options.ts';
import { runCliMessages } from '../run/messages.ts';
import { workerMessages as told } from './messages.ts';

/** What `luohu worker` takes. */
export const workerOptions = (lang: Language) => (parser: Argv) =>
  parser.options({
    engine: { ...wordOption('engine', runCliMessages.engineOfCluster(), lang), demandOption: true },
    store: { ...storeOption(lang).store, demandOption: true },
    ...namespaceOption(lang),
    workers: { ...numberOption('workers', told.workers(), 1, 512, lang), default: os.availableParallelism() },
    lease: { ...numberOption('lease', told.lease(), 5, 3600, lang), default: 20 },
    idle: numberOption('idle', told.idle(), 1, 86_400, lang),
    json: jsonOption(lang),
  });

export type WorkerOptions = OptionsOf<typeof workerOptions>;
