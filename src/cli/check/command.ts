import type { Command } from '../command.ts';
import { type Language, messages } from '../messages.ts';
import { jsonOption } from '../options.ts';

export interface CheckOptions {
  readonly file?: string[] | undefined;
  readonly resolved: boolean;
  readonly schema: boolean;
  readonly json: boolean;
}

/** `luohu check`: everything wrong or doubtful in scenario files, nothing run. */
export const checkCommand = (lang: Language): Command<CheckOptions> => ({
  command: 'check [file..]',
  describe: messages.checkCommand()[lang],
  builder: (parser) =>
    parser.positional('file', { describe: messages.scenarioFiles()[lang], type: 'string', array: true }).options({
      resolved: { describe: messages.resolved()[lang], type: 'boolean', default: false },
      schema: { describe: messages.schema()[lang], type: 'boolean', default: false },
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).checkScenarios(options, lang),
});
