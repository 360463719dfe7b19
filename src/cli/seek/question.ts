import type { Question } from '../../analysis/seek/question.ts';
import { parseTarget } from '../../analysis/seek/target.ts';
import type { Language } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { InputError } from '../../scenario/errors.ts';
import { areaOf, leversOf, openQuestion } from '../lever-question.ts';
import type { SeekOptions } from './options.ts';

/** Unless told, the probability of the answer is known to within one part in twenty. */
const PRECISION = 0.05;
const FEWEST = 5;
/** Replicates of the search: as few as leave that precision, up to these where none is asked for. */
const REPLICATES = [16, 64] as const;
const MOST_REPLICATES = 1024;

/** Replicates after which a share of about that probability has that standard error: p (1 - p) / n is its square. */
const verifying = (probability: number, precision: number): number =>
  Math.max(FEWEST, Math.ceil((probability * (1 - probability)) / precision ** 2 - 1e-9));

/** The inputs and the question of a call, every mistake told at once. */
export function questionOf(options: SeekOptions, lang: Language): { inputs: Inputs; question: Question } {
  const { whole, years, issues, refuse, inputs } = openQuestion(options, lang);
  const budget = options.budget ?? null;
  const called = areaOf(options.area, whole.city);
  issues.push(...called.issues);
  const target = parseTarget(options.target, called.area, whole.city);
  if ('zh' in target) refuse(target);
  const chosen = leversOf(options, whole, lang);
  issues.push(...chosen.issues);
  if (issues.length > 0 || 'zh' in target) throw new InputError(issues);
  const { probability, precision = PRECISION } = options;
  const most = options.precision === undefined ? REPLICATES[1] : MOST_REPLICATES;
  const { replicates: stated } = options;
  const replicates: Question['replicates'] = stated === undefined ? [REPLICATES[0], most] : [stated, stated];
  const verify = options.verify ?? verifying(probability, precision);
  return {
    inputs: inputs(),
    question: {
      ...{ target, years, probability, budget, levers: chosen.levers, replicates, precision, verify },
      unlimited: options.precision !== undefined || stated !== undefined,
    },
  };
}
