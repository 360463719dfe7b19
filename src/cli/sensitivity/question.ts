import { factorsOf } from '../../analysis/sensitivity/factors.ts';
import type { SensitivityQuestion } from '../../analysis/sensitivity/sensitivity.ts';
import { indicatorNames } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { suggest } from '../../scenario/suggest.ts';
import { analysisSample, FIRST_YEAR, leversOf } from '../lever-options.ts';
import { seekMessages } from '../seek/messages.ts';
import type { SensitivityOptions } from './command.ts';
import { sensitivityMessages as say } from './messages.ts';

/** The inputs and the question of a call, every mistake told at once. */
export function questionOf(
  options: SensitivityOptions,
  lang: Language,
): { inputs: Inputs; question: SensitivityQuestion } {
  const { scenario, seed, area, rows, trajectories, closely } = options;
  const overrides = seed === undefined ? {} : { seed };
  const whole = loadInputs({ scenario, overrides, sample: options.sample ?? 1 }, lang);
  const { baseYear, endYear } = whole.scenario;
  const issues: Issue[] = [];
  const refuse = (message: Localized) => void issues.push(said(message));
  const by = options.by ?? endYear;
  const start = options.start ?? Math.min(Math.max(baseYear + 1, FIRST_YEAR), by);
  if (by <= baseYear || by > endYear) refuse(seekMessages.outsideHorizon('by', baseYear + 1, endYear, by));
  else if (start <= baseYear || start > by) refuse(seekMessages.outsideHorizon('start', baseYear + 1, by, start));
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
  const sample = options.sample ?? analysisSample(whole.city);
  const inputs = loadInputs({ scenario, overrides: { ...overrides, to: by }, sample }, lang);
  return {
    inputs,
    question: { indicators, area, years: { start, by }, levers: chosen.levers, trajectories, closely, rows },
  };
}
