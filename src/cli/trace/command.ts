import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { traceMessages } from './messages.ts';
import { type TraceOptions, traceOptions } from './options.ts';

/** `luohu trace`: one household's life course in a finished run, or the households something happened to. */
export const traceCommand = (lang: Language): Command<TraceOptions> => ({
  command: 'trace <run>',
  describe: traceMessages.traceCommand()[lang],
  builder: traceOptions(lang),
  handler: async (options) => (await import('./handler.ts')).trace(options, lang),
});
