import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { jsonOption } from '../options.ts';
import { eligibleMessages } from './messages.ts';

export interface EligibleOptions {
  readonly household: string;
  readonly city: string;
  readonly date: string;
  readonly area?: string | undefined;
  readonly json: boolean;
}

/** `luohu eligible`: may this household settle, on which clause, and what it would bring. */
export const eligibleCommand = (lang: Language): Command<EligibleOptions> => ({
  command: 'eligible <household>',
  describe: eligibleMessages.eligibleCommand()[lang],
  builder: (parser) =>
    parser
      .positional('household', { describe: eligibleMessages.householdFile()[lang], type: 'string', demandOption: true })
      .options({
        city: { describe: eligibleMessages.cityOption()[lang], type: 'string', requiresArg: true, demandOption: true },
        date: { describe: eligibleMessages.dateOption()[lang], type: 'string', requiresArg: true, demandOption: true },
        area: { describe: eligibleMessages.areaOption()[lang], type: 'string', requiresArg: true },
        json: jsonOption(lang),
      })
      .epilogue(eligibleMessages.eligibleEpilogue()[lang]),
  handler: async (options) => (await import('./handler.ts')).explain(options, lang),
});
