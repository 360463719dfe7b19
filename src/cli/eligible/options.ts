import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { jsonOption, type OptionsOf, wordOption } from '../options.ts';
import { eligibleMessages } from './messages.ts';

/** What `luohu eligible` takes. */
export const eligibleOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('household', { describe: eligibleMessages.householdFile()[lang], type: 'string', demandOption: true })
    .options({
      city: { ...wordOption('city', eligibleMessages.cityOption(), lang), demandOption: true },
      date: { ...wordOption('date', eligibleMessages.dateOption(), lang), demandOption: true },
      area: wordOption('area', eligibleMessages.areaOption(), lang),
      with: {
        describe: eligibleMessages.withOption()[lang],
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
      },
      without: {
        describe: eligibleMessages.withoutOption()[lang],
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
      },
      reading: {
        describe: eligibleMessages.readingOption()[lang],
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
      },
      json: jsonOption(lang),
    })
    .epilogue(eligibleMessages.eligibleEpilogue()[lang]);

export type EligibleOptions = OptionsOf<typeof eligibleOptions>;
