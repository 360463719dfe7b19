import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import {
  areaOption,
  flagOption,
  jsonOption,
  type OptionsOf,
  shownYearsOption,
  wordListOption,
  wordOption,
} from '../options.ts';
import { forceMessage } from '../tell-edited.ts';
import { briefMessages as messages } from './messages.ts';

/** What `luohu brief` takes. */
export const briefOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('run', { describe: messages.runs()[lang], type: 'string', array: true, demandOption: true })
    .options({
      years: shownYearsOption(lang),
      area: areaOption(lang),
      charts: wordListOption('charts', messages.charts(), lang),
      map: wordOption('map', messages.map(), lang),
      unit: wordOption('unit', messages.unit(), lang),
      date: wordOption('date', messages.date(), lang),
      out: wordOption('out', messages.out(), lang),
      force: flagOption(forceMessage(), lang),
      json: jsonOption(lang),
    });

export type BriefOptions = OptionsOf<typeof briefOptions>;
