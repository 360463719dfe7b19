import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption } from '../options.ts';
import { checkMessages } from './messages.ts';

export interface CheckOptions {
  readonly file?: string[] | undefined;
  readonly resolved: boolean;
  readonly schema: boolean;
  readonly json: boolean;
}

/** `luohu check`: everything wrong or doubtful in scenario files, nothing run. */
export const checkCommand = (lang: Language): Command<CheckOptions> => ({
  command: 'check [file..]',
  describe: checkMessages.checkCommand()[lang],
  builder: (parser) =>
    parser.positional('file', { describe: checkMessages.scenarioFiles()[lang], type: 'string', array: true }).options({
      resolved: { describe: checkMessages.resolved()[lang], type: 'boolean', default: false },
      schema: { describe: checkMessages.schema()[lang], type: 'boolean', default: false },
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).checkScenarios(options, lang),
});
