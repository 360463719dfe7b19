import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { analysisMessages as common } from '../analysis-messages.ts';
import {
  numberOption,
  type OptionsOf,
  positiveOption,
  shareOption,
  simulationOptions,
  wordOption,
} from '../options.ts';
import { sensitivityMessages as say } from './messages.ts';

/** What `luohu sensitivity` takes. */
export const sensitivityOptions = (lang: Language) => (parser: Argv) =>
  parser.positional('scenario', { describe: common.scenario()[lang], type: 'string', demandOption: true }).options({
    indicator: { ...wordOption('indicator', say.indicator(), lang), default: 'registered_urbanization_rate' },
    by: numberOption('by', say.by(), 1900, 2100, lang),
    levers: wordOption('levers', say.levers(), lang),
    costs: wordOption('costs', say.costs(), lang),
    start: numberOption('start', common.start(), 1900, 2100, lang),
    area: { ...wordOption('area', say.area(), lang), default: 'city' },
    trajectories: numberOption('trajectories', say.trajectories(), 2, 1000, lang),
    closely: { ...numberOption('closely', say.closely(), 1, 50, lang), default: 8 },
    rows: numberOption('rows', say.rows(), 8, 65_536, lang),
    precision: positiveOption('precision', say.precision(), lang),
    sample: shareOption('sample', common.sizedSample(), lang),
    ...simulationOptions(lang),
  });

export type SensitivityOptions = OptionsOf<typeof sensitivityOptions>;
