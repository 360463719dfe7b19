import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { documentMessages } from './messages.ts';
import { type DocumentOptions, documentOptions } from './options.ts';

/** `luohu document`: begins a policy document, tries household cases with expected answers, prints the schema of documents. */
export const documentCommand = (lang: Language): Command<DocumentOptions> => ({
  command: 'document <action> [what..]',
  describe: documentMessages.documentCommand()[lang],
  builder: documentOptions(lang),
  handler: async (options) => (await import('./handler.ts')).documentAction(options, lang),
});
