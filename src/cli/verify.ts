import os from 'node:os';
import type { Command } from './command.ts';
import { type Language, messages } from './messages.ts';
import { wholeNumber } from './options.ts';

export interface VerifyOptions {
  readonly run: string;
  readonly workers: number;
  readonly json: boolean;
}

/** `luohu verify`: runs a result again and compares the hash. */
export const verifyCommand = (lang: Language): Command<VerifyOptions> => ({
  command: 'verify <run>',
  describe: messages.verifyCommand()[lang],
  builder: (parser) =>
    parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
      workers: {
        describe: messages.workers()[lang],
        type: 'string',
        requiresArg: true,
        default: os.availableParallelism(),
        coerce: wholeNumber('workers', 1, 512, lang),
      },
      json: { describe: messages.json()[lang], type: 'boolean', default: false },
    }),
  handler: async (options) => (await import('./verify-handler.ts')).verifyRun(options, lang),
});
