import type { Language } from '../../language/language.ts';
import type { AskedCommand } from '../../run/command.ts';
import { isPlan, readPlan } from '../../run/plan/read-plan.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import type { RunOptions } from './options.ts';

/** The runs a file asks for with the options said: one of a scenario, many of a plan. */
export function commandsOf(
  file: string,
  options: RunOptions,
  tables: readonly string[] | undefined,
  lang: Language,
): AskedCommand[] {
  const { sample, bases } = options;
  const said = { ...(bases === undefined ? {} : { bases }), ...(tables === undefined ? {} : { tables }) };
  const overrides = overridesOf(options);
  return isPlan(file)
    ? readPlan(file, { overrides, sample, ...said }, lang)
    : [{ scenario: file, overrides, sample, ...said }];
}
