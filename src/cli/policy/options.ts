import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { jsonOption, lastOf, type OptionsOf, wordOption } from '../options.ts';
import { policyMessages } from './messages.ts';

/** One option that takes two words: what yargs makes of them, as a list. */
const asList = (given: unknown): readonly string[] => [given].flat().map(String);

/** What `luohu policy` takes. */
export const policyOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('document', {
      describe: policyMessages.documentId()[lang],
      type: 'string',
      coerce: lastOf<string | undefined>('document', lang),
    })
    .options({
      diff: { describe: policyMessages.diff()[lang], type: 'string', nargs: 2, coerce: asList },
      against: wordOption('against', policyMessages.against(), lang),
      with: {
        describe: policyMessages.with()[lang],
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
      },
      html: wordOption('html', policyMessages.html(), lang),
      docx: wordOption('docx', policyMessages.docx(), lang),
      json: jsonOption(lang),
    });

export type PolicyOptions = OptionsOf<typeof policyOptions>;
