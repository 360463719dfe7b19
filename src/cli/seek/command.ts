import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { numberOption, shareOption, simulationOptions, wordOption } from '../options.ts';
import { seekMessages as say } from './messages.ts';

export interface SeekOptions {
  readonly scenario: string;
  readonly target: string;
  readonly area: string;
  readonly by: number;
  readonly probability: number;
  readonly budget?: string | undefined;
  readonly start?: number | undefined;
  readonly levers?: string | undefined;
  readonly costs?: string | undefined;
  readonly replicates: number;
  readonly verify: number;
  readonly workers: number;
  readonly sample?: number | undefined;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json: boolean;
}

/** `luohu seek`: the cheapest setting of levers that meets a target. */
export const seekCommand = (lang: Language): Command<SeekOptions> => ({
  command: 'seek <scenario>',
  describe: say.command()[lang],
  builder: (parser) =>
    parser
      .positional('scenario', { describe: say.scenario()[lang], type: 'string', demandOption: true })
      .options({
        target: { ...wordOption('target', say.target(), lang), demandOption: true },
        by: { ...numberOption('by', say.by(), 1900, 2100, lang), demandOption: true },
        probability: { ...shareOption('probability', say.probability(), lang), default: 0.8 },
        budget: wordOption('budget', say.budget(), lang),
        levers: wordOption('levers', say.levers(), lang),
        costs: wordOption('costs', say.costs(), lang),
        start: numberOption('start', say.start(), 1900, 2100, lang),
        area: { ...wordOption('area', say.area(), lang), default: 'city' },
        replicates: { ...numberOption('replicates', say.replicates(), 5, 10_000, lang), default: 20 },
        verify: { ...numberOption('verify', say.verify(), 5, 10_000, lang), default: 60 },
        sample: shareOption('sample', say.sample(), lang),
        ...simulationOptions(lang),
      })
      .epilogue(say.epilogue()[lang]),
  handler: async (options) => (await import('./handler.ts')).seekPlan(options, lang),
});
