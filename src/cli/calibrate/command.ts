import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { calibrateMessages as say } from './messages.ts';
import { type CalibrateOptions, calibrateOptions } from './options.ts';

/** `luohu calibrate`: scenarios from 2010 to a posterior of their parameters. */
export const calibrateCommand = (lang: Language): Command<CalibrateOptions> => ({
  command: 'calibrate <scenario..>',
  describe: say.command()[lang],
  builder: calibrateOptions(lang),
  handler: async (options): Promise<ExitStatus> =>
    options.variance
      ? (await import('./variance.ts')).showVariance(options, lang)
      : (await import('./choose.ts')).calibrateEither(options, lang),
});
