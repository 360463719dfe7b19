import type { Language } from '../../language/language.ts';
import type { RecordedCommand } from '../../run/command.ts';
import { isPlan, readPlan } from '../../run/plan/read-plan.ts';
import type { Overrides } from '../../scenario/command-line.ts';
import type { RunOptions } from './options.ts';

/** The runs a file asks for with the options said: one of a scenario, many of a plan. */
export function commandsOf(file: string, options: RunOptions, lang: Language): RecordedCommand[] {
  const { seed, replicates, from, to, without, definition, sample } = options;
  const said = { seed, replicates, from, to, without, definition };
  const overrides = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Overrides;
  return isPlan(file)
    ? readPlan(file, { overrides, ...(sample === undefined ? {} : { sample }) }, lang)
    : [{ scenario: file, overrides, sample: sample ?? 1 }];
}
