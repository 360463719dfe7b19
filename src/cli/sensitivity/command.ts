import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { numberOption, shareOption, simulationOptions, wordOption } from '../options.ts';
import { sensitivityMessages as say } from './messages.ts';

export interface SensitivityOptions {
  readonly scenario: string;
  readonly indicator: string;
  readonly area: string;
  readonly by?: number | undefined;
  readonly start?: number | undefined;
  readonly levers?: string | undefined;
  readonly costs?: string | undefined;
  readonly trajectories: number;
  readonly closely: number;
  readonly rows: number;
  readonly workers: number;
  readonly sample?: number | undefined;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json: boolean;
}

/** `luohu sensitivity`: what an indicator depends on, and which statistic is worth collecting. */
export const sensitivityCommand = (lang: Language): Command<SensitivityOptions> => ({
  command: 'sensitivity <scenario>',
  describe: say.command()[lang],
  builder: (parser) =>
    parser.positional('scenario', { describe: say.scenario()[lang], type: 'string', demandOption: true }).options({
      indicator: { ...wordOption('indicator', say.indicator(), lang), default: 'registered_urbanization_rate' },
      by: numberOption('by', say.by(), 1900, 2100, lang),
      levers: wordOption('levers', say.levers(), lang),
      costs: wordOption('costs', say.costs(), lang),
      start: numberOption('start', say.start(), 1900, 2100, lang),
      area: { ...wordOption('area', say.area(), lang), default: 'city' },
      trajectories: { ...numberOption('trajectories', say.trajectories(), 2, 1000, lang), default: 5 },
      closely: { ...numberOption('closely', say.closely(), 1, 50, lang), default: 8 },
      rows: { ...numberOption('rows', say.rows(), 8, 65_536, lang), default: 64 },
      sample: shareOption('sample', say.sample(), lang),
      ...simulationOptions(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).findSensitivity(options, lang),
});
