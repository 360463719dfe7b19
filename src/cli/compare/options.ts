import type { Argv } from 'yargs';
import type { Language, Localized } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { messages as common } from '../messages.ts';
import {
  numberOption,
  type OptionsOf,
  overrideOptions,
  shareOption,
  simulationOptions,
  wordOption,
} from '../options.ts';
import { compareMessages as messages } from './messages.ts';

/** A number that `allowed` says of whether it may be. */
function decimal(name: string, allowed: Localized, isFine: (value: number) => boolean, lang: Language) {
  return (given: unknown): number => {
    const text = String(Array.isArray(given) ? given.at(-1) : given);
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && isFine(value)) return value;
    throw new InputError([{ message: common.optionOutside(name, allowed, text)[lang] }]);
  };
}

/** What `luohu compare` takes. */
export const compareOptions = (lang: Language) => (parser: Argv) => {
  const { replicates, to, definition } = overrideOptions(lang);
  return parser
    .positional('base', { describe: messages.base()[lang], type: 'string', demandOption: true })
    .positional('alternative', {
      describe: messages.alternatives()[lang],
      type: 'string',
      array: true,
      demandOption: true,
    })
    .options({
      replicates,
      sample: shareOption('sample', messages.sample(), lang),
      to,
      definition,
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
    });
};

export type CompareOptions = OptionsOf<typeof compareOptions>;
