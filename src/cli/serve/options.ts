import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { numberOption, type OptionsOf, simulationOptions, wordOption } from '../options.ts';
import { serveMessages } from './messages.ts';

/** What `luohu serve` takes. */
export const serveOptions = (lang: Language) => (parser: Argv) => {
  const { out, workers, json } = simulationOptions(lang);
  return parser
    .positional('scenario', { describe: serveMessages.scenarios()[lang], type: 'string', array: true })
    .options({
      port: { ...numberOption('port', serveMessages.port(), 0, 65_535, lang), default: 8765 },
      export: wordOption('export', serveMessages.export(), lang),
      out,
      workers,
      json,
    });
};

export type ServeOptions = OptionsOf<typeof serveOptions>;
