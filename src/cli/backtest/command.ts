import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { backtestMessages as messages } from './messages.ts';
import { type BacktestOptions, backtestOptions } from './options.ts';

/** `luohu backtest`: forecasts against what was published later. */
export const backtestCommand = (lang: Language): Command<BacktestOptions> => ({
  command: 'backtest [scenario..]',
  describe: messages.command()[lang],
  builder: backtestOptions(lang),
  handler: async (options) => (await import('./handler.ts')).backtest(options, lang),
});
