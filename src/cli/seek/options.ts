import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { analysisMessages as common } from '../analysis-messages.ts';
import {
  amountOption,
  numberOption,
  type OptionsOf,
  positiveOption,
  shareOption,
  simulationOptions,
  wordOption,
} from '../options.ts';
import { seekMessages as say } from './messages.ts';

/** What `luohu seek` takes. */
export const seekOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('scenario', { describe: common.scenario()[lang], type: 'string', demandOption: true })
    .options({
      target: { ...wordOption('target', say.target(), lang), demandOption: true },
      by: { ...numberOption('by', say.by(), 1900, 2100, lang), demandOption: true },
      probability: { ...shareOption('probability', say.probability(), lang), default: 0.8 },
      budget: amountOption('budget', say.budget(), lang),
      levers: wordOption('levers', say.levers(), lang),
      costs: wordOption('costs', say.costs(), lang),
      start: numberOption('start', common.start(), 1900, 2100, lang),
      area: { ...wordOption('area', say.area(), lang), default: 'city' },
      replicates: numberOption('replicates', say.replicates(), 5, 10_000, lang),
      verify: numberOption('verify', say.verify(), 5, 10_000, lang),
      precision: positiveOption('precision', say.precision(), lang),
      sample: shareOption('sample', common.sizedSample(), lang),
      ...simulationOptions(lang),
    })
    .epilogue(say.epilogue()[lang]);

export type SeekOptions = OptionsOf<typeof seekOptions>;
