import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption } from '../options.ts';
import { policyMessages } from './messages.ts';

export interface PolicyOptions {
  readonly document?: string | undefined;
  readonly against?: string | undefined;
  readonly diff?: readonly string[] | undefined;
  readonly json: boolean;
}

/** `luohu policy`: the documents, the clauses of one, or what two of them say differently. */
export const policyCommand = (lang: Language): Command<PolicyOptions> => ({
  command: 'policy [document]',
  describe: policyMessages.policyCommand()[lang],
  builder: (parser) =>
    parser.positional('document', { describe: policyMessages.documentId()[lang], type: 'string' }).options({
      diff: { describe: policyMessages.diff()[lang], type: 'string', nargs: 2, coerce: asList },
      against: { describe: policyMessages.against()[lang], type: 'string', requiresArg: true },
      json: jsonOption(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).showPolicy(options, lang),
});

/** One option that takes two words: what yargs makes of them, as a list. */
const asList = (given: unknown): readonly string[] => [given].flat().map(String);
