import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { messages } from '../messages.ts';
import { jsonOption, workersOption } from '../options.ts';
import { verifyMessages } from './messages.ts';

export interface VerifyOptions {
  readonly run: string;
  readonly workers: number;
  readonly json: boolean;
}

/** `luohu verify`: runs a result again and compares the hash. */
export const verifyCommand = (lang: Language): Command<VerifyOptions> => ({
  command: 'verify <run>',
  describe: verifyMessages.verifyCommand()[lang],
  builder: (parser) =>
    parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
      workers: workersOption(lang),
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).verifyRun(options, lang),
});
