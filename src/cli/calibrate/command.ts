import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { numberOption, shareOption, simulationOptions, wordOption } from '../options.ts';
import { calibrateMessages as say } from './messages.ts';

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
    return parser
      .positional('scenario', { describe: say.scenarios()[lang], type: 'string', array: true, demandOption: true })
      .options({
        name: wordOption('name', say.name(), lang),
        replicates: numberOption('replicates', say.replicates(), 2, 1000, lang),
        sample: shareOption('sample', say.sample(), lang),
        check: { ...shareOption('check', say.check(), lang), default: 1 },
        rounds: { ...numberOption('rounds', say.rounds(), 1, 100, lang), default: 6 },
        draws: { ...numberOption('draws', say.draws(), 20, 10_000, lang), default: 200 },
        into: wordOption('into', say.into(), lang),
        variance: { describe: say.variance()[lang], type: 'boolean', default: false },
        ...simulationOptions(lang),
        out: { ...wordOption('out', say.out(), lang), default: 'out' },
      });
  },
  handler: async (options): Promise<ExitStatus> =>
    options.variance
      ? (await import('./variance.ts')).showVariance(options, lang)
      : (await import('./handler.ts')).calibrateScenarios(options, lang),
});
