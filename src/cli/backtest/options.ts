import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import {
  flagOption,
  lastOf,
  numberOption,
  type OptionsOf,
  shareOption,
  simulationOptions,
  wordOption,
} from '../options.ts';
import { backtestMessages as messages } from './messages.ts';

/** What `luohu backtest` takes. */
export const backtestOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('scenario', { describe: messages.scenarios()[lang], type: 'string', array: true }).options({
    design: {
      describe: messages.design()[lang],
      choices: ['prefectures', 'counties', 'recent', 'registers', 'rolling'] as const,
      coerce: lastOf<'prefectures' | 'counties' | 'recent' | 'registers' | 'rolling' | undefined>('design', lang),
      requiresArg: true,
    },
    prefectures: wordOption('prefectures', messages.prefectures(), lang),
    naive: flagOption(messages.naive(), lang),
    calibration: wordOption('calibration', messages.calibration(), lang),
    seal: flagOption(messages.seal(), lang),
    date: wordOption('date', messages.date(), lang),
    sealed: flagOption(messages.sealed(), lang),
    forecasts: wordOption('forecasts', messages.forecasts(), lang),
    replicates: numberOption('replicates', messages.replicates(), 1, 100_000, lang),
    sample: shareOption('sample', messages.sample(), lang),
    ...simulationOptions(lang),
  });

export type BacktestOptions = OptionsOf<typeof backtestOptions>;
