import { assertComparable, comparableInputs } from '../../analysis/compare/comparable.ts';
import { compareResults } from '../../analysis/compare/compare-results.ts';
import { type Compared, compareScenarios, type Precision } from '../../analysis/compare/compare-scenarios.ts';
import type { Prices } from '../../analysis/compare/cost.ts';
import { evaluationHash } from '../../analysis/evaluate/evaluation.ts';
import { type Store, storeIn } from '../../analysis/evaluate/store.ts';
import { justified } from '../../analysis/paired/justified.ts';
import { reckoningOfInputs, resultsWithMoney } from '../../analysis/paired/money.ts';
import { analysisName, workFolder } from '../../analysis/write-analysis.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import { tableCards } from '../../result/own-tables.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { designed, ofPairs } from '../../run/design.ts';
import { type Inputs, withDesign } from '../../run/load-inputs.ts';
import { partsOf } from '../../run/parts.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { formatIssue } from '../../scenario/errors.ts';
import { analysisMessages } from '../analysis-messages.ts';
import { countingWarning } from '../counting.ts';
import { ExitStatus } from '../exit-status.ts';
import { loadAll } from '../load-all.ts';
import { messages as common } from '../messages.ts';
import { refuse } from '../refuse.ts';
import { tell } from '../tell.ts';
import { withSession } from '../with-session.ts';
import { firstAnswer } from './first-answer.ts';
import { compareMessages as messages } from './messages.ts';
import type { CompareOptions } from './options.ts';
import { present } from './present.ts';

/**
 * Simulates a base and its alternatives with common random numbers and compares them.
 *
 *   1. read and check all of them, and that they can be compared
 *   2. simulate; replicates that were finished before are taken over, more are added until the precision asked for is reached
 *   3. the money of both sides, each by its own law and coefficients; differences, people, costs; files, charts, text
 */
export async function compareFiles(
  options: CompareOptions,
  prices: Prices | null,
  lang: Language,
): Promise<ExitStatus> {
  // 1
  const files = [options.base, ...options.alternative];
  const loaded = loadAll(
    files.map((scenario) => ({ scenario, overrides: overridesOf(options), sample: options.sample })),
    lang,
  );
  const inputs = alike(loaded, options.sample);
  const [base, ...others] = inputs.map((each, n) => comparableInputs(files[n], each));
  assertComparable(base, others);
  const precision = precisionOf(options, inputs[0], lang);
  for (const each of inputs) assertMemory(each, options.workers);
  warn(inputs, lang);
  const names = distinct(inputs.slice(1).map(({ scenario }) => scenario.id));
  const identityOf = (replicates: number) => ({
    analysis: 'compare' as const,
    question: {
      base: { scenario: inputs[0].scenario.id, hash: evaluationHash(inputs[0]) },
      alternatives: names.map((name, n) => ({ scenario: name, hash: evaluationHash(inputs[n + 1]) })),
      replicates,
      sample: inputs[0].command.sample,
      seed: inputs[0].scenario.seed,
      precision,
      prices,
    },
  });
  const asked = identityOf(inputs[0].scenario.replicates);
  const store = storeIn(workFolder(options.out, analysisName(asked, inputs[0].scenario.id)));

  // 2
  const compared = await simulateAll(inputs, options, store, precision, lang);

  // 3
  const [baseResults, ...results] = [compared.base, ...compared.alternatives.map((each) => each.results)].map(
    (each, n) => resultsWithMoney(each, reckoningOfInputs(inputs[n])),
  ) as [ReplicateResult[], ...ReplicateResult[][]];
  const comparisons = compared.alternatives.map(({ followed }, n) =>
    compareResults(names[n], baseResults, results[n], followed, prices),
  );
  const identity = compared.interrupted ? identityOf(compared.base.length) : asked;
  const name = analysisName(identity, inputs[0].scenario.id);
  if (precision !== null) tellReached(comparisons, precision, compared.base.length, lang);
  await present(
    {
      identity,
      name,
      base: inputs[0].scenario,
      titles: inputs.slice(1).map(({ scenario }) => scenario.title),
      areas: inputs[0].city.areas.map(({ code, name }) => ({ code, ...name })),
      runs: results.map((own, n) => ({ alternative: names[n], base: baseResults, results: own })),
      comparisons,
      tables: tableCards(inputs[0], baseResults),
      simulated: true,
      severalBases: partsOf(inputs[0]) > 1,
    },
    options,
    lang,
  );
  if (compared.interrupted) {
    tell(analysisMessages.firstOf(compared.base.length, inputs[0].scenario.replicates)[lang]);
    return ExitStatus.interrupted;
  }
  await store.clear();
  return ExitStatus.done;
}

/** Scenarios with the design of the first, where they do not say how many replicates they want. */
function alike([first, ...others]: readonly Inputs[], given: number | undefined): Inputs[] {
  const base = designed(first, given, ofPairs);
  const { sample } = base.command;
  return [
    base,
    ...others.map((each) => {
      const { replicates } = each.origins.replicates === undefined ? base.scenario : each.scenario;
      return withDesign(each, { sample, replicates });
    }),
  ];
}

function precisionOf(options: CompareOptions, { scenario }: Inputs, lang: Language): Precision | null {
  const { precision, indicator, most } = options;
  const year = options.year ?? scenario.endYear;
  if (year < scenario.baseYear || year > scenario.endYear)
    refuse(messages.yearOutside(scenario.baseYear, scenario.endYear, year), lang);
  if (precision === undefined) return null;
  if (scenario.replicates < 2) refuse(messages.oneReplicate(), lang);
  return { indicator, year, se: precision, most: Math.max(most, scenario.replicates) };
}

function warn(inputs: readonly Inputs[], lang: Language): void {
  for (const line of new Set(inputs.flatMap(({ warnings }) => warnings.map(formatIssue))))
    tell(common.warning(line)[lang]);
  const counting = countingWarning(inputs);
  if (counting !== null) tell(common.warning(counting[lang])[lang]);
}

/** Names told apart by a number where two files have the same. */
const distinct = (names: readonly string[]): string[] =>
  names.map((name, n) => {
    const before = names.slice(0, n).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });

const simulateAll = (
  inputs: readonly Inputs[],
  { workers }: CompareOptions,
  store: Store,
  precision: Precision | null,
  lang: Language,
): Promise<Compared> =>
  withSession({ workers, lang, stopped: analysisMessages.stopped() }, (session, signal, progress) => {
    progress.step(messages.simulating(inputs.length, inputs[0].scenario.replicates)[lang]);
    progress.step(common.makingBase(inputs[0].city.name)[lang]);
    return compareScenarios(session, inputs, store, precision, {
      signal,
      onProgress: progress.advance,
      onFirst: (base, alternatives) => {
        for (const results of alternatives) progress.note(firstAnswer(base, results, lang));
      },
      onReplicates: (replicates, se) => progress.step(messages.more(replicates, justified(se, se))[lang]),
    });
  });

/** Says so when the precision asked for was not reached. */
function tellReached(
  comparisons: readonly ReturnType<typeof compareResults>[],
  { indicator, year, se }: Precision,
  replicates: number,
  lang: Language,
): void {
  const errors = comparisons.flatMap(({ differences }) =>
    differences
      .filter((row) => row.area === 'city' && row.indicator === indicator && row.year === year)
      .slice(-1)
      .map((row) => row.se),
  );
  const largest = Math.max(...errors);
  if (!(largest <= se)) tell(common.warning(messages.notReached(justified(largest, largest), replicates)[lang])[lang]);
}
