import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { flagOption, numberOption, type OptionsOf, shareOption, simulationOptions, wordOption } from '../options.ts';
import { calibrateMessages as say } from './messages.ts';

/** What `luohu calibrate` takes. */
export const calibrateOptions = (lang: Language) => (parser: Argv) =>
  parser
    .positional('scenario', { describe: say.scenarios()[lang], type: 'string', array: true, demandOption: true })
    .options({
      name: wordOption('name', say.name(), lang),
      replicates: numberOption('replicates', say.replicates(), 2, 1000, lang),
      sample: shareOption('sample', say.sample(), lang),
      check: { ...shareOption('check', say.check(), lang), default: 1 },
      rounds: { ...numberOption('rounds', say.rounds(), 1, 100, lang), default: 6 },
      draws: { ...numberOption('draws', say.draws(), 20, 10_000, lang), default: 200 },
      into: wordOption('into', say.into(), lang),
      until: numberOption('until', say.until(), 2000, 2100, lang),
      variance: flagOption(say.variance(), lang),
      ...simulationOptions(lang),
      out: { ...wordOption('out', say.out(), lang), default: 'out' },
    });

export type CalibrateOptions = OptionsOf<typeof calibrateOptions>;
