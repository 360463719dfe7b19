import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { numberOption, simulationOptions, wordOption } from '../options.ts';
import { serveMessages } from './messages.ts';

export interface ServeOptions {
  readonly scenario?: string[] | undefined;
  readonly port: number;
  readonly export?: string | undefined;
  readonly out: string;
  readonly workers: number;
  readonly json: boolean;
}

/** `luohu serve`: the what-if page. */
export const serveCommand = (lang: Language): Command<ServeOptions> => {
  const { out, workers, json } = simulationOptions(lang);
  return {
    command: 'serve [scenario..]',
    describe: serveMessages.command()[lang],
    builder: (parser) =>
      parser
        .positional('scenario', { describe: serveMessages.scenarios()[lang], type: 'string', array: true })
        .options({
          port: { ...numberOption('port', serveMessages.port(), 0, 65_535, lang), default: 8765 },
          export: wordOption('export', serveMessages.export(), lang),
          out,
          workers,
          json,
        }),
    handler: async (options): Promise<ExitStatus> => (await import('./handler.ts')).serveWhatIf(options, lang),
  };
};
