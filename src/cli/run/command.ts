import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { type Language, messages } from '../messages.ts';
import { numberOption, shareOption, simulationOptions } from '../options.ts';

export interface RunOptions {
  readonly scenario: string[];
  readonly replicates?: number | undefined;
  readonly workers: number;
  readonly sample: number;
  readonly seed?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly out: string;
  readonly strict: boolean;
  readonly without?: string[] | undefined;
  readonly definition?: string | undefined;
  readonly json: boolean;
}

/** `luohu run`: scenarios to result folders. */
export const runCommand = (lang: Language): Command<RunOptions> => ({
  command: 'run <scenario..>',
  describe: messages.runCommand()[lang],
  builder: (parser) =>
    parser
      .positional('scenario', {
        describe: messages.scenarioFiles()[lang],
        type: 'string',
        array: true,
        demandOption: true,
      })
      .options({
        replicates: numberOption('replicates', messages.replicates(), 1, 100_000, lang),
        sample: { ...shareOption('sample', messages.sample(), lang), default: 1 },
        from: numberOption('from', messages.from(), 1900, 2100, lang),
        to: numberOption('to', messages.to(), 1900, 2100, lang),
        ...simulationOptions(lang),
        strict: { describe: messages.strict()[lang], type: 'boolean', default: false },
        without: { describe: messages.without()[lang], type: 'string', array: true, requiresArg: true },
        definition: { describe: messages.definition()[lang], type: 'string', requiresArg: true },
      }),
  handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).runScenarios(options, lang),
});
