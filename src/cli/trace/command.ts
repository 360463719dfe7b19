import type { Language } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { type Finding, findings } from '../../trace/findings.ts';
import type { Command } from '../command.ts';
import { messages } from '../messages.ts';
import { jsonOption, numberOption, wordOption } from '../options.ts';
import { traceMessages } from './messages.ts';

export interface TraceOptions {
  readonly run: string;
  readonly household?: number | undefined;
  readonly find?: Finding | undefined;
  readonly replicate: number;
  readonly route?: string | undefined;
  readonly area?: string | undefined;
  readonly limit: number;
  readonly json: boolean;
}

/** `luohu trace`: one household's life course in a finished run, or the households something happened to. */
export const traceCommand = (lang: Language): Command<TraceOptions> => ({
  command: 'trace <run>',
  describe: traceMessages.traceCommand()[lang],
  builder: (parser) =>
    parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
      household: numberOption('household', traceMessages.householdRow(), 0, 2 ** 31 - 2, lang),
      find: { describe: traceMessages.find()[lang], type: 'string', requiresArg: true, coerce: finding(lang) },
      replicate: { ...numberOption('replicate', traceMessages.replicateNumber(), 0, 99_999, lang), default: 0 },
      route: wordOption('route', traceMessages.findRoute(), lang),
      area: wordOption('area', traceMessages.findArea(), lang),
      limit: { ...numberOption('limit', traceMessages.findLimit(), 1, 1_000_000, lang), default: 10 },
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).trace(options, lang),
});

const finding =
  (lang: Language) =>
  (given: unknown): Finding => {
    const text = String([given].flat().at(-1));
    const known = findings.find((name) => name === text);
    if (known !== undefined) return known;
    throw new InputError([{ message: traceMessages.oneOf('find', findings, text)[lang] }]);
  };
