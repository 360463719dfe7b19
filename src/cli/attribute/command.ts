import { EXACT } from '../../analysis/attribute/shapley.ts';
import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { messages as common } from '../messages.ts';
import { numberOption, shareOption, simulationOptions } from '../options.ts';
import { attributeMessages as messages } from './messages.ts';

export interface AttributeOptions {
  readonly scenario: string;
  readonly replicates?: number | undefined;
  readonly sample: number;
  readonly to?: number | undefined;
  readonly definition?: string | undefined;
  readonly lever?: string[] | undefined;
  readonly orders?: number | undefined;
  readonly microdata: boolean;
  readonly workers: number;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json: boolean;
}

/** `luohu attribute`: what each measure of a scenario did. */
export const attributeCommand = (lang: Language): Command<AttributeOptions> => ({
  command: 'attribute <scenario>',
  describe: messages.command()[lang],
  builder: (parser) =>
    parser.positional('scenario', { describe: messages.scenario()[lang], type: 'string', demandOption: true }).options({
      lever: { describe: messages.lever()[lang], type: 'string', array: true, requiresArg: true },
      orders: numberOption('orders', messages.orders(EXACT), 2, 10_000, lang),
      replicates: numberOption('replicates', common.replicates(), 1, 100_000, lang),
      sample: { ...shareOption('sample', messages.sample(), lang), default: 0.05 },
      to: numberOption('to', common.to(), 1900, 2100, lang),
      definition: { describe: common.definition()[lang], type: 'string', requiresArg: true },
      microdata: { describe: messages.microdata()[lang], type: 'boolean', default: false },
      ...simulationOptions(lang),
    }),
  handler: async (options) => (await import('./handler.ts')).attribute(options, lang),
});
