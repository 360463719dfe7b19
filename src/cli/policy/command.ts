import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { policyMessages } from './messages.ts';
import { type PolicyOptions, policyOptions } from './options.ts';

/** `luohu policy`: the documents, the clauses of one, or what two of them say differently. */
export const policyCommand = (lang: Language): Command<PolicyOptions> => ({
  command: 'policy [document]',
  describe: policyMessages.policyCommand()[lang],
  builder: policyOptions(lang),
  handler: async (options) => (await import('./handler.ts')).showPolicy(options, lang),
});
