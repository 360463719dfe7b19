import { factorsOf } from '../../analysis/sensitivity/factors.ts';
import type { SensitivityQuestion } from '../../analysis/sensitivity/sensitivity.ts';
import { indicatorNames } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { InputError } from '../../scenario/errors.ts';
import { suggest } from '../../scenario/suggest.ts';
import { leversOf, openQuestion } from '../lever-question.ts';
import { sensitivityMessages as say } from './messages.ts';
import type { SensitivityOptions } from './options.ts';

/** The inputs and the question of a call, every mistake told at once. */
export function questionOf(
  options: SensitivityOptions,
  lang: Language,
): { inputs: Inputs; question: SensitivityQuestion } {
  const { area, rows, trajectories, closely } = options;
  const { whole, years, issues, refuse, inputs } = openQuestion(options, lang);
  if (!Number.isInteger(Math.log2(rows))) refuse(say.powerOfTwo(rows));
  const indicators = options.indicator.split(',').map((name) => name.trim());
  for (const indicator of indicators)
    if (!indicatorNames.includes(indicator))
      refuse(say.unknownIndicator(indicator, suggest(indicator, indicatorNames)));
  const codes = ['city', ...whole.city.areas.map(({ code }) => code)];
  if (!codes.includes(area)) refuse(say.unknownArea(area, codes));
  const chosen = options.levers === 'none' ? { levers: [], issues: [] } : leversOf(options, whole, lang);
  issues.push(...chosen.issues);
  if (factorsOf(whole.scenario, chosen.levers).length === 1) refuse(say.noFactor());
  if (issues.length > 0) throw new InputError(issues);
  const { levers } = chosen;
  return { inputs: inputs(), question: { indicators, area, years, levers, trajectories, closely, rows } };
}
