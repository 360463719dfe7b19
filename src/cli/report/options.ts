import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { areaOption, flagOption, jsonOption, type OptionsOf, shownYearsOption, wordOption } from '../options.ts';
import { forceMessage } from '../tell-edited.ts';
import { reportMessages as messages } from './messages.ts';

/** What `luohu report` takes. */
export const reportOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('run', { describe: messages.runs()[lang], type: 'string', array: true, demandOption: true })
    .options({
      years: shownYearsOption(lang),
      area: areaOption(lang),
      out: wordOption('out', messages.out(), lang),
      map: wordOption('map', messages.map(), lang),
      png: flagOption(messages.png(), lang),
      force: flagOption(forceMessage(), lang),
      json: jsonOption(lang),
    });

export type ReportOptions = OptionsOf<typeof reportOptions>;
