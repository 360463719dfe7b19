import { censusDecade } from '../../analysis/backtest/census-decade.ts';
import { assessScenario } from '../../analysis/backtest/designs.ts';
import { modelForecaster } from '../../analysis/backtest/model/model-forecaster.ts';
import { runHash as hashOf } from '../../analysis/backtest/model/run-hash.ts';
import { rollingOutcomes } from '../../analysis/backtest/rolling-outcomes.ts';
import { scenarioOutcomes } from '../../analysis/backtest/scenario-outcomes.ts';
import { type ScenarioRun, scenarioRun, type Told } from '../../analysis/backtest/scenario-run.ts';
import { decadeOrLess } from '../../analysis/backtest/score-table.ts';
import type { Outcome } from '../../analysis/backtest/unit.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language, Localized } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { dataFiles } from '../../run/input-file.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { type ReadText, recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { loadAll } from '../load-all.ts';
import { tell } from '../tell.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { present } from './present.ts';
import { simulateWithProgress } from './simulate.ts';

const SAMPLE = 0.1;

/**
 * Scenarios against what was published after their base year, beside naive forecasts of the same figures.
 *
 *   1. read and check all of them, and that there is something to score
 *   2. simulate; scores, verdict, the documents' targets, the balance of the register, files
 */
export async function backtestScenarios(
  scenarios: readonly string[],
  options: BacktestOptions,
  lang: Language,
): Promise<ExitStatus> {
  // 1. read and check
  const inputs = loadAll(
    scenarios.map((scenario) => ({
      scenario,
      overrides: overridesOf(options),
      sample: options.sample ?? SAMPLE,
      unfitted: true, // a score sees no figure of its own
    })),
    lang,
  );
  await assertOut(options.out, lang);
  const data = recordingReader(readData);
  for (const each of inputs) assertMemory(each, options.workers);
  const outcomes = outcomesOf(data.read, inputs, lang);
  tell(messages.preparing()[lang]);
  const decade = censusDecade(data.read).outcomes;
  const registers = rollingOutcomes(data.read, ['registered_population']);
  const files = dataFiles(data);
  const told = { scenarios: inputs.map((each) => ({ id: each.scenario.id, hash: hashOf(each) })) };
  const identity = { design: 'scenarios' as const, options: told, data: files };
  const folder = backtestFolder(options.out, identity);

  // 2. simulate and score
  const others = inputs.map(({ scenario }) => scenario);
  const tasks = inputs.map((each, n) => ({
    name: `${each.scenario.id}-${hashOf(each).slice(0, 10)}`,
    label: each.scenario.title,
    inputs: each,
    keep: (results: readonly ReplicateResult[]) => scenarioRun(data.read, each, outcomes[n], others, results),
  }));
  const runs = await simulateWithProgress(tasks, { ...options, folder }, lang);
  const model = modelForecaster(Object.assign({}, ...runs.map(({ members }) => members)));
  const assessments = inputs.flatMap(({ city }, n) => assessScenario(outcomes[n], { decade, registers }, city, model));
  const title = messages.scenariosTitle(others.map((scenario) => scenario.title));
  const notes = [messages.neverAcross(), messages.inSample()];
  const more = moreOf(inputs, runs, lang);
  await present({ folder, identity, title, assessments, bandOf: decadeOrLess, notes, more }, options.json, lang);
  return ExitStatus.done;
}

/** The documents' targets and the balance of the register, scenario by scenario. */
function moreOf(inputs: readonly Inputs[], runs: readonly ScenarioRun[], lang: Language) {
  const section = (heading: Localized, { sentences }: Told, title: Localized): string[] =>
    sentences.length === 0
      ? []
      : ['', messages.ofScenario(heading, title)[lang], ...sentences.map((sentence) => `- ${sentence[lang]}`)];
  const text = inputs.flatMap(({ scenario: { title } }, n) => [
    ...section(messages.targetsHead(), runs[n].targets, title),
    ...section(messages.registerHead(), runs[n].register, title),
  ]);
  const scenarios = inputs.map(({ scenario: { id } }, n) => ({
    scenario: id,
    targets: runs[n].targets,
    register: runs[n].register,
  }));
  return { text, json: { scenarios } };
}

/** What each scenario can be scored on. Throws InputError for one without any, and for two of one city and base year. */
function outcomesOf(read: ReadText, inputs: readonly Inputs[], lang: Language): Outcome[][] {
  const issues: Issue[] = [];
  const first = new Map<string, string>();
  const outcomes = inputs.map(({ city, scenario: { file, endYear, baseYear, figures } }) => {
    const place = `${city.code} ${baseYear}`;
    const twin = first.get(place);
    if (twin !== undefined) issues.push({ file, message: messages.sameCity(twin)[lang] });
    first.set(place, file);
    const found = scenarioOutcomes(read, city, endYear, figures);
    if (found.length === 0) issues.push({ file, message: messages.noObservations(baseYear, endYear)[lang] });
    return found;
  });
  if (issues.length > 0) throw new InputError(issues);
  return outcomes;
}
