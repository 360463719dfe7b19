import type { Question } from '../../analysis/seek/question.ts';
import { parseTarget } from '../../analysis/seek/target.ts';
import type { Language, Localized } from '../../language/language.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { analysisSample, FIRST_YEAR, leversOf } from '../lever-options.ts';
import { seekMessages as say } from './messages.ts';
import type { SeekOptions } from './options.ts';

/** The inputs and the question of a call, every mistake told at once. */
export function questionOf(options: SeekOptions, lang: Language): { inputs: Inputs; question: Question } {
  const { replicates, seed, by } = options;
  const overrides = { replicates, ...(seed === undefined ? {} : { seed }) };
  const whole = loadInputs({ scenario: options.scenario, overrides, sample: options.sample ?? 1 }, lang);
  const { baseYear, endYear } = whole.scenario;
  const issues: Issue[] = [];
  const refuse = (message: Localized) => void issues.push(said(message));
  const start = options.start ?? Math.min(Math.max(baseYear + 1, FIRST_YEAR), by);
  if (by <= baseYear || by > endYear) refuse(say.outsideHorizon('by', baseYear + 1, endYear, by));
  else if (start <= baseYear || start > by) refuse(say.outsideHorizon('start', baseYear + 1, by, start));
  const budget = options.budget === undefined ? null : Number(options.budget);
  if (budget !== null && !(budget >= 0 && Number.isFinite(budget))) refuse(say.badBudget(options.budget!));
  const target = parseTarget(options.target, options.area, whole.city);
  if ('zh' in target) refuse(target);
  const chosen = leversOf(options, whole, lang);
  issues.push(...chosen.issues);
  if (issues.length > 0 || 'zh' in target) throw new InputError(issues);
  const sample = options.sample ?? analysisSample(whole.city);
  const inputs = loadInputs({ scenario: options.scenario, overrides: { ...overrides, to: by }, sample }, lang);
  const { probability, verify } = options;
  return {
    inputs,
    question: { target, years: { start, by }, probability, budget, levers: chosen.levers, replicates, verify },
  };
}
