import os from 'node:os';
import { backtestMessages as messages } from './backtest-messages.ts';
import type { Command } from './command.ts';
import { messages as common, type Language } from './messages.ts';
import { share, wholeNumber, word } from './options.ts';

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
      prefectures: {
        describe: messages.prefectures()[lang],
        type: 'string',
        requiresArg: true,
        coerce: word('prefectures', lang),
      },
      naive: { describe: messages.naive()[lang], type: 'boolean', default: false },
      calibration: {
        describe: messages.calibration()[lang],
        type: 'string',
        requiresArg: true,
        coerce: word('calibration', lang),
      },
      seal: { describe: messages.seal()[lang], type: 'boolean', default: false },
      date: { describe: messages.date()[lang], type: 'string', requiresArg: true, coerce: word('date', lang) },
      sealed: { describe: messages.sealed()[lang], type: 'boolean', default: false },
      forecasts: {
        describe: messages.forecasts()[lang],
        type: 'string',
        requiresArg: true,
        coerce: word('forecasts', lang),
      },
      replicates: {
        describe: messages.replicates()[lang],
        type: 'string',
        requiresArg: true,
        coerce: wholeNumber('replicates', 1, 100_000, lang),
      },
      workers: {
        describe: common.workers()[lang],
        type: 'string',
        requiresArg: true,
        default: os.availableParallelism(),
        coerce: wholeNumber('workers', 1, 512, lang),
      },
      sample: { describe: messages.sample()[lang], type: 'string', requiresArg: true, coerce: share('sample', lang) },
      seed: { describe: common.seed()[lang], type: 'string', requiresArg: true, coerce: word('seed', lang) },
      out: {
        describe: common.out()[lang],
        type: 'string',
        requiresArg: true,
        default: 'out',
        coerce: word('out', lang),
      },
      json: { describe: common.json()[lang], type: 'boolean', default: false },
    }),
  handler: async (options) => (await import('./backtest-handler.ts')).backtest(options, lang),
});
