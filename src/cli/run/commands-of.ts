import type { Language } from '../../language/language.ts';
import type { AskedCommand } from '../../run/command.ts';
import { isPlan, readPlan } from '../../run/plan/read-plan.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import type { RunOptions } from './options.ts';

/** The runs a file asks for with the options said: one of a scenario, many of a plan. */
export function commandsOf(file: string, options: RunOptions, lang: Language): AskedCommand[] {
  const { sample } = options;
  const overrides = overridesOf(options);
  return isPlan(file) ? readPlan(file, { overrides, sample }, lang) : [{ scenario: file, overrides, sample }];
}
