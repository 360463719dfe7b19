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
import { valueAt } from '../hindcast/target-value.ts';
import { type SimulateOptions, simulate } from '../simulate.ts';
import { splitVariance, type VarianceSplit } from './split-variance.ts';

/** One indicator of the city in a year, with its mean over drawn parameters and what its variance is made of. */
export interface SplitIndicator {
  readonly indicator: string;
  readonly year: number;
  readonly mean: number;
  readonly split: VarianceSplit;
}

/** Runs a variance design needs: without shocks, with paths alone, with parameters too, and one for every answer the scenario does not give. */
export const designRuns = ({ structure }: Scenario): number =>
  3 + structureQuestions.reduce((runs, question) => runs + otherAnswers(question, structure[question]).length, 0);

/** The scenario without ranges: drivers move, parameters do not. */
const pathsAlone = (scenario: Scenario): Scenario => {
  const { posterior: _, ...rest } = scenario;
  const settings = Object.entries(scenario.parameters).map(([name, setting]) => [
    name,
    setting.map((entry) => ({ ...entry, range: null })),
  ]);
  return { ...rest, uncertainty: 'prior', parameters: Object.fromEntries(settings) as Scenario['parameters'] };
};

/**
 * Runs the design of `splitVariance` for a scenario, from base populations as a run draws them, and splits the variance of some indicators of the
 * city in every year after the base year, year by year.
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
  const { baseYear, endYear } = inputs.scenario;
  const years = Array.from({ length: endYear - baseYear }, (_, t) => baseYear + 1 + t);
  const asked = [{ indicators, from: baseYear + 1, to: endYear }];
  const run = (scenario: Scenario) => {
    onRun?.(runs++);
    return simulate(session, { ...inputs, scenario }, { ...options, asked, bases: 'run' });
  };
  const drawnScenario: Scenario = { ...inputs.scenario, uncertainty: 'prior' };
  const fixed = await run({ ...inputs.scenario, uncertainty: 'fixed' });
  const paths = await run(pathsAlone(inputs.scenario));
  const drawn = await run(drawnScenario);
  const answers: [StructureQuestion, (readonly ReplicateResult[])[]][] = [];
  for (const question of structureQuestions) {
    const results: (readonly ReplicateResult[])[] = [];
    for (const answer of otherAnswers(question, inputs.scenario.structure[question]))
      results.push(await run(withAnswer(drawnScenario, question, answer)));
    answers.push([question, results]);
  }
  return indicators.flatMap((indicator) =>
    years.map((year) => {
      const of = (results: readonly ReplicateResult[]) =>
        results.map((result) => valueAt(result, indicator, 'city', year));
      const values = of(drawn);
      const split = splitVariance({
        fixed: of(fixed),
        paths: of(paths),
        drawn: values,
        answers: Object.fromEntries(answers.map(([question, results]) => [question, results.map(of)])),
      });
      return { indicator, year, mean: values.reduce((sum, value) => sum + value, 0) / values.length, split };
    }),
  );
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
