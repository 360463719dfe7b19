import { factorsOf } from '../../analysis/sensitivity/factors.ts';
import type { SensitivityQuestion } from '../../analysis/sensitivity/sensitivity.ts';
import { indicatorNames } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { InputError } from '../../scenario/errors.ts';
import { suggest } from '../../scenario/suggest.ts';
import { areaOf, leversOf, openQuestion } from '../lever-question.ts';
import { sensitivityMessages as say } from './messages.ts';
import type { SensitivityOptions } from './options.ts';

/**
 * Rows of the Sobol sample: unless told, as few of these as leave a standard error of one part in twenty of the variance and fit into some
 * two minutes; where a precision is asked for, as many as it takes.
 */
const ROWS = [16, 4096] as const;
const PRECISION = 0.05;
/** Walks of the screening: unless told, as few of these as make the choice of the largest factors sure. */
const WALKS = [2, 8] as const;

/** The inputs and the question of a call, every mistake told at once. */
export function questionOf(
  options: SensitivityOptions,
  lang: Language,
): { inputs: Inputs; question: SensitivityQuestion } {
  const { rows, precision, trajectories, closely } = options;
  const { whole, years, issues, refuse, inputs } = openQuestion(options, lang);
  if (rows !== undefined && !Number.isInteger(Math.log2(rows))) refuse(say.powerOfTwo(rows));
  const indicators = options.indicator.split(',').map((name) => name.trim());
  for (const indicator of indicators)
    if (!indicatorNames.includes(indicator))
      refuse(say.unknownIndicator(indicator, suggest(indicator, indicatorNames)));
  const { area, issues: none } = areaOf(options.area, whole.city);
  issues.push(...none);
  const chosen = options.levers === 'none' ? { levers: [], issues: [] } : leversOf(options, whole, lang);
  issues.push(...chosen.issues);
  if (factorsOf(whole.scenario, chosen.levers).length === 1) refuse(say.noFactor());
  if (issues.length > 0) throw new InputError(issues);
  const { levers } = chosen;
  return {
    inputs: inputs(),
    question: {
      ...{ indicators, area, years, levers, closely },
      trajectories: trajectories === undefined ? WALKS : [trajectories, trajectories],
      rows: rows === undefined ? ROWS : [rows, rows],
      precision: precision ?? PRECISION,
      unlimited: rows !== undefined || precision !== undefined,
    },
  };
}
