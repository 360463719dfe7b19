import type { Language } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import type { Command } from '../command.ts';
import { messages as common } from '../messages.ts';
import { numberOption, shareOption, simulationOptions, wordOption } from '../options.ts';
import { compareMessages as messages } from './messages.ts';

export interface CompareOptions {
  readonly base: string;
  readonly alternative: string[];
  readonly replicates?: number | undefined;
  readonly sample?: number | undefined;
  readonly to?: number | undefined;
  readonly definition?: string | undefined;
  readonly precision?: number | undefined;
  readonly indicator: string;
  readonly year?: number | undefined;
  readonly most: number;
  readonly cost?: number | undefined;
  readonly 'unit-cost'?: string[] | undefined;
  readonly workers: number;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json: boolean;
}

/** A number that `allowed` says of whether it may be. */
function decimal(
  name: string,
  allowed: { zh: string; en: string },
  isFine: (value: number) => boolean,
  lang: Language,
) {
  return (given: unknown): number => {
    const text = String(Array.isArray(given) ? given.at(-1) : given);
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && isFine(value)) return value;
    throw new InputError([{ message: common.optionOutside(name, allowed, text)[lang] }]);
  };
}

/** `luohu compare`: scenarios or finished results laid beside a base. */
export const compareCommand = (lang: Language): Command<CompareOptions> => ({
  command: 'compare <base> <alternative..>',
  describe: messages.command()[lang],
  builder: (parser) =>
    parser
      .positional('base', { describe: messages.base()[lang], type: 'string', demandOption: true })
      .positional('alternative', {
        describe: messages.alternatives()[lang],
        type: 'string',
        array: true,
        demandOption: true,
      })
      .options({
        replicates: numberOption('replicates', common.replicates(), 1, 100_000, lang),
        sample: shareOption('sample', messages.sample(), lang),
        to: numberOption('to', common.to(), 1900, 2100, lang),
        definition: { describe: common.definition()[lang], type: 'string', requiresArg: true },
        precision: {
          describe: messages.precision()[lang],
          type: 'string',
          requiresArg: true,
          coerce: decimal('precision', messages.aboveZero(), (value) => value > 0, lang),
        },
        indicator: { ...wordOption('indicator', messages.indicator(), lang), default: 'registered_urbanization_rate' },
        year: numberOption('year', messages.year(), 1900, 2100, lang),
        most: { ...numberOption('most', messages.most(), 2, 100_000, lang), default: 1000 },
        cost: {
          describe: messages.fixedCost()[lang],
          type: 'string',
          requiresArg: true,
          coerce: decimal('cost', messages.yuan(), (value) => value >= 0, lang),
        },
        'unit-cost': { describe: messages.unitCost()[lang], type: 'string', array: true, requiresArg: true },
        ...simulationOptions(lang),
      }),
  handler: async (options) => (await import('./handler.ts')).compare(options, lang),
});
