import os from 'node:os';
import { calibrateMessages as say } from './calibrate-messages.ts';
import type { Command } from './command.ts';
import type { ExitStatus } from './exit-status.ts';
import { type Language, messages } from './messages.ts';
import { share, wholeNumber, word } from './options.ts';

export interface CalibrateOptions {
  readonly scenario: string[];
  readonly name?: string | undefined;
  readonly replicates?: number | undefined;
  readonly workers: number;
  readonly sample?: number | undefined;
  readonly check: number;
  readonly rounds: number;
  readonly draws: number;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly into?: string | undefined;
  readonly variance: boolean;
  readonly json: boolean;
}

/** `luohu calibrate`: scenarios from 2010 to a posterior of their parameters. */
export const calibrateCommand = (lang: Language): Command<CalibrateOptions> => ({
  command: 'calibrate <scenario..>',
  describe: say.command()[lang],
  builder: (parser) => {
    const text = { type: 'string', requiresArg: true } as const;
    return parser
      .positional('scenario', { describe: say.scenarios()[lang], type: 'string', array: true, demandOption: true })
      .options({
        name: { ...text, describe: say.name()[lang], coerce: word('name', lang) },
        replicates: { ...text, describe: say.replicates()[lang], coerce: wholeNumber('replicates', 2, 1000, lang) },
        workers: {
          ...text,
          describe: messages.workers()[lang],
          default: os.availableParallelism(),
          coerce: wholeNumber('workers', 1, 512, lang),
        },
        sample: { ...text, describe: say.sample()[lang], coerce: share('sample', lang) },
        check: { ...text, describe: say.check()[lang], default: 1, coerce: share('check', lang) },
        rounds: { ...text, describe: say.rounds()[lang], default: 6, coerce: wholeNumber('rounds', 1, 100, lang) },
        draws: { ...text, describe: say.draws()[lang], default: 200, coerce: wholeNumber('draws', 20, 10_000, lang) },
        seed: { ...text, describe: messages.seed()[lang], coerce: word('seed', lang) },
        out: { ...text, describe: say.out()[lang], default: 'out', coerce: word('out', lang) },
        into: { ...text, describe: say.into()[lang], coerce: word('into', lang) },
        variance: { describe: say.variance()[lang], type: 'boolean', default: false },
        json: { describe: messages.json()[lang], type: 'boolean', default: false },
      });
  },
  handler: async (options): Promise<ExitStatus> =>
    options.variance
      ? (await import('./calibrate-variance.ts')).showVariance(options, lang)
      : (await import('./calibrate-handler.ts')).calibrateScenarios(options, lang),
});
