import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { type Finding, findings } from '../../trace/findings.ts';
import { messages } from '../messages.ts';
import { jsonOption, lastOf, numberOption, type OptionsOf, wordOption } from '../options.ts';
import { traceMessages } from './messages.ts';

const finding =
  (lang: Language) =>
  (given: unknown): Finding => {
    const text = String(lastOf<unknown>('find', lang)(given));
    const known = findings.find((name) => name === text);
    if (known !== undefined) return known;
    throw new InputError([{ message: traceMessages.oneOf('find', findings, text)[lang] }]);
  };

/** What `luohu trace` takes. */
export const traceOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('run', { describe: messages.resultFolder()[lang], type: 'string', demandOption: true }).options({
    household: numberOption('household', traceMessages.householdRow(), 0, 2 ** 31 - 2, lang),
    find: { describe: traceMessages.find()[lang], type: 'string', requiresArg: true, coerce: finding(lang) },
    replicate: { ...numberOption('replicate', traceMessages.replicateNumber(), 0, 99_999, lang), default: 0 },
    route: wordOption('route', traceMessages.findRoute(), lang),
    area: wordOption('area', traceMessages.findArea(), lang),
    limit: { ...numberOption('limit', traceMessages.findLimit(), 1, 1_000_000, lang), default: 10 },
    json: jsonOption(lang),
  });

export type TraceOptions = OptionsOf<typeof traceOptions>;
