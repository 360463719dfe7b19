import os from 'node:os';
import type { Command } from './command.ts';
import type { ExitStatus } from './exit-status.ts';
import { type Language, messages } from './messages.ts';
import { share, wholeNumber, word } from './options.ts';

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
        replicates: {
          describe: messages.replicates()[lang],
          type: 'string',
          requiresArg: true,
          coerce: wholeNumber('replicates', 1, 100_000, lang),
        },
        workers: {
          describe: messages.workers()[lang],
          type: 'string',
          requiresArg: true,
          default: os.availableParallelism(),
          coerce: wholeNumber('workers', 1, 512, lang),
        },
        sample: {
          describe: messages.sample()[lang],
          type: 'string',
          requiresArg: true,
          default: 1,
          coerce: share('sample', lang),
        },
        seed: { describe: messages.seed()[lang], type: 'string', requiresArg: true, coerce: word('seed', lang) },
        from: {
          describe: messages.from()[lang],
          type: 'string',
          requiresArg: true,
          coerce: wholeNumber('from', 1900, 2100, lang),
        },
        to: {
          describe: messages.to()[lang],
          type: 'string',
          requiresArg: true,
          coerce: wholeNumber('to', 1900, 2100, lang),
        },
        out: {
          describe: messages.out()[lang],
          type: 'string',
          requiresArg: true,
          default: 'out',
          coerce: word('out', lang),
        },
        strict: { describe: messages.strict()[lang], type: 'boolean', default: false },
        without: { describe: messages.without()[lang], type: 'string', array: true, requiresArg: true },
        definition: { describe: messages.definition()[lang], type: 'string', requiresArg: true },
        json: { describe: messages.json()[lang], type: 'boolean', default: false },
      }),
  handler: async (options): Promise<ExitStatus> => (await import('./run-handler.ts')).runScenarios(options, lang),
});
