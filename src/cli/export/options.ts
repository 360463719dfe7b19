import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages as common } from '../messages.ts';
import { areaOption, flagOption, jsonOption, type OptionsOf, shownYearsOption, wordOption } from '../options.ts';
import { forceMessage } from '../tell-edited.ts';
import { exportMessages as messages } from './messages.ts';

/** What `luohu export` takes. */
export const exportOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('run', { describe: common.resultFolder()[lang], type: 'string', demandOption: true }).options({
    years: shownYearsOption(lang),
    area: areaOption(lang),
    out: wordOption('out', messages.out(), lang),
    force: flagOption(forceMessage(), lang),
    json: jsonOption(lang),
  });

export type ExportOptions = OptionsOf<typeof exportOptions>;
