import type { Language } from '../../language/language.ts';
import type { Shard } from '../../run/shard.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { numberOption, shareOption, simulationOptions, wordOption } from '../options.ts';
import { runCliMessages as told } from './messages.ts';
import { namespaceOption, shardOption, storeOption } from './options.ts';

export interface RunOptions {
  readonly scenario: string[];
  readonly replicates?: number | undefined;
  readonly workers: number;
  readonly sample?: number | undefined;
  readonly seed?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly out: string;
  readonly strict: boolean;
  readonly without?: string[] | undefined;
  readonly definition?: string | undefined;
  readonly resume: boolean;
  readonly engine: string;
  readonly namespace: string;
  readonly store?: string | undefined;
  readonly shard?: Shard | undefined;
  readonly plan: boolean;
  readonly json: boolean;
}

/** `luohu run`: scenarios, or plans of many, to result folders. */
export const runCommand = (lang: Language): Command<RunOptions> => ({
  command: 'run <scenario..>',
  describe: messages.runCommand()[lang],
  builder: (parser) =>
    parser
      .positional('scenario', {
        describe: told.scenariosOrPlans()[lang],
        type: 'string',
        array: true,
        demandOption: true,
      })
      .options({
        replicates: numberOption('replicates', messages.replicates(), 1, 100_000, lang),
        sample: shareOption('sample', messages.sample(), lang),
        from: numberOption('from', messages.from(), 1900, 2100, lang),
        to: numberOption('to', messages.to(), 1900, 2100, lang),
        ...simulationOptions(lang),
        strict: { describe: messages.strict()[lang], type: 'boolean', default: false },
        without: { describe: messages.without()[lang], type: 'string', array: true, requiresArg: true },
        definition: { describe: messages.definition()[lang], type: 'string', requiresArg: true },
        resume: { describe: told.resume()[lang], type: 'boolean', default: false },
        plan: { describe: told.plan()[lang], type: 'boolean', default: false },
        engine: { ...wordOption('engine', told.engine(), lang), default: 'threads' },
        ...namespaceOption(lang),
        ...storeOption(lang),
        ...shardOption(lang),
      }),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).runScenarios(options, lang),
});
