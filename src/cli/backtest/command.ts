import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { numberOption, shareOption, simulationOptions, wordOption } from '../options.ts';
import { backtestMessages as messages } from './messages.ts';

export interface BacktestOptions {
  readonly scenario?: string[] | undefined;
  readonly design?: 'prefectures' | 'rolling' | undefined;
  readonly prefectures?: string | undefined;
  readonly naive: boolean;
  readonly calibration?: string | undefined;
  readonly seal: boolean;
  readonly date?: string | undefined;
  readonly sealed: boolean;
  readonly forecasts?: string | undefined;
  readonly replicates?: number | undefined;
  readonly workers: number;
  readonly sample?: number | undefined;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json: boolean;
}

/** `luohu backtest`: forecasts against what was published later. */
export const backtestCommand = (lang: Language): Command<BacktestOptions> => ({
  command: 'backtest [scenario..]',
  describe: messages.command()[lang],
  builder: (parser) =>
    parser.positional('scenario', { describe: messages.scenarios()[lang], type: 'string', array: true }).options({
      design: { describe: messages.design()[lang], choices: ['prefectures', 'rolling'] as const, requiresArg: true },
      prefectures: wordOption('prefectures', messages.prefectures(), lang),
      naive: { describe: messages.naive()[lang], type: 'boolean', default: false },
      calibration: wordOption('calibration', messages.calibration(), lang),
      seal: { describe: messages.seal()[lang], type: 'boolean', default: false },
      date: wordOption('date', messages.date(), lang),
      sealed: { describe: messages.sealed()[lang], type: 'boolean', default: false },
      forecasts: wordOption('forecasts', messages.forecasts(), lang),
      replicates: numberOption('replicates', messages.replicates(), 1, 100_000, lang),
      sample: shareOption('sample', messages.sample(), lang),
      ...simulationOptions(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).backtest(options, lang),
});
