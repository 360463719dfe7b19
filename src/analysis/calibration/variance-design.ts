import type { ReplicateResult } from '../../indicator/result.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Session } from '../../run/session.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { ParameterSetting, Scenario } from '../../scenario/scenario.ts';
import {
  type StructuralVariant,
  type StructureQuestion,
  structureQuestions,
  structures,
} from '../../scenario/structures.ts';
import { type SimulateOptions, simulate } from '../simulate.ts';
import { splitVariance, type VarianceSplit } from './split-variance.ts';

/** One indicator of the city in the last year, with its mean over drawn parameters and what its variance is made of. */
export interface SplitIndicator {
  readonly indicator: string;
  readonly year: number;
  readonly mean: number;
  readonly split: VarianceSplit;
}

/** Runs a variance design needs: at fixed and at drawn parameters, and one for every answer the scenario does not give. */
export const designRuns = ({ structure }: Scenario): number =>
  2 + structureQuestions.reduce((runs, question) => runs + otherAnswers(question, structure[question]).length, 0);

/**
 * Runs the design of `splitVariance` for a scenario and splits the variance of some indicators of the city.
 * @param onRun called before every run
 * @throws JobFailed, Interrupted; RangeError with fewer than four replicates
 */
export async function splitIndicators(
  session: Session,
  inputs: Inputs,
  indicators: readonly string[],
  { onRun, ...options }: SimulateOptions & { readonly onRun?: (run: number) => void } = {},
): Promise<SplitIndicator[]> {
  let runs = 0;
  const { endYear: year } = inputs.scenario;
  const asked = [{ indicators, from: year, to: year }];
  const run = (scenario: Scenario) => {
    onRun?.(runs++);
    return simulate(session, { ...inputs, scenario }, { ...options, asked });
  };
  const drawnScenario: Scenario = { ...inputs.scenario, uncertainty: 'prior' };
  const fixed = await run({ ...inputs.scenario, uncertainty: 'fixed' });
  const drawn = await run(drawnScenario);
  const answers: [StructureQuestion, (readonly ReplicateResult[])[]][] = [];
  for (const question of structureQuestions) {
    const results: (readonly ReplicateResult[])[] = [];
    for (const answer of otherAnswers(question, inputs.scenario.structure[question]))
      results.push(await run(withAnswer(drawnScenario, question, answer)));
    answers.push([question, results]);
  }
  return indicators.map((indicator) => {
    const of = (results: readonly ReplicateResult[]) => results.map((result) => lastOfCity(result, indicator));
    const values = of(drawn);
    const split = splitVariance({
      fixed: of(fixed),
      drawn: values,
      answers: Object.fromEntries(answers.map(([question, results]) => [question, results.map(of)])),
    });
    return { indicator, year, mean: values.reduce((sum, value) => sum + value, 0) / values.length, split };
  });
}

/** An indicator of the city in the last year of a run; the city is the first area. */
function lastOfCity({ values, years, areas, indicators }: ReplicateResult, indicator: string): number {
  return values[(years.length - 1) * areas.length * indicators.length + indicators.indexOf(indicator)];
}

function otherAnswers(question: StructureQuestion, given: string | undefined): string[] {
  const [first, ...rest] = Object.keys(structures[question]) as [string, ...string[]];
  return [first, ...rest].filter((answer) => answer !== (given ?? first));
}

/** The scenario with another answer to a question; what the scenario itself says of a parameter stays. */
export function withAnswer(scenario: Scenario, question: StructureQuestion, answer: string): Scenario {
  const variants: Readonly<Record<string, StructuralVariant>> = structures[question];
  const touched = Object.values(variants).flatMap(({ sets }) => Object.keys(sets) as ParameterName[]);
  const settings = touched.flatMap((name): [ParameterName, ParameterSetting][] => {
    const { origin } = scenario.parameters[name][0];
    if (origin !== 'default' && !origin.startsWith(`structure ${question}:`)) return [];
    const { value, range, mark, source } = { ...parameterSpecs[name], ...variants[answer]?.sets[name] };
    return [
      [name, [{ from: scenario.baseYear, value, range, mark, source, origin: `structure ${question}: ${answer}` }]],
    ];
  });
  return {
    ...scenario,
    structure: { ...scenario.structure, [question]: answer },
    parameters: { ...scenario.parameters, ...Object.fromEntries(settings) },
  };
}
