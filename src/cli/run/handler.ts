import type { Language } from '../../language/language.ts';
import { areasCalled, type Shown, yearsOf } from '../../report/readable/choice.ts';
import { designed } from '../../run/design.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { regionCalled } from '../../run/resolve-scenario.ts';
import { isBucket } from '../../run/store/s3-store.ts';
import { formatIssue, InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { countingWarning } from '../counting.ts';
import { ExitStatus } from '../exit-status.ts';
import { loadAll } from '../load-all.ts';
import { messages } from '../messages.ts';
import { overdueNow } from '../overdue.ts';
import { printJson } from '../print-json.ts';
import { reportError } from '../report-error.ts';
import { tell } from '../tell.ts';
import { tellEdited } from '../tell-edited.ts';
import { commandsOf } from './commands-of.ts';
import type { Engine } from './engine.ts';
import { runCliMessages as told } from './messages.ts';
import { microdataAhead, shippedTables, withMicrodata } from './microdata.ts';
import type { RunOptions } from './options.ts';
import { planTable } from './plan-table.ts';
import { jsonReport, textReport } from './report.ts';

/**
 * Runs scenarios, one after the other on the same threads or workers.
 *
 *   1. read and check all of them; a mistake in any ends the command before anything is computed or written
 *   2. each: run, draw its charts, show its headline indicators
 */
export async function runScenarios(options: RunOptions, lang: Language): Promise<ExitStatus> {
  // 1. read and check
  assertTogether(options, lang);
  const region = options.scenario.map((given) => regionCalled(given, readData)).find((found) => found !== null);
  const ofPlaces = (['precision', 'seconds', 'bases', 'microdata', 'tables'] as const).find(
    (name) => options[name] !== undefined && options[name] !== false,
  );
  if (region && options.microdata) throw new InputError([{ message: told.microdataOfPlace()[lang] }]);
  if (region && ofPlaces !== undefined) throw new InputError([{ message: told.ofPlaceAlone(`--${ofPlaces}`)[lang] }]);
  if (region) return (await import('./region.ts')).runWhole(region, options, lang);
  if (!options.close) throw new InputError([{ message: told.closeAlone()[lang] }]);
  const tables = shippedTables(options.tables, lang);
  const commands = options.scenario.flatMap((file) => commandsOf(file, options, tables, lang));
  const inputs = loadAll(commands, lang)
    .map((each, i) => designed(each, commands[i].sample))
    .map((each) => withMicrodata(each, options, lang));
  const shown = inputs.map((each) => shownOf(each, options));
  const planned = options.plan || commands.length > options.scenario.length;
  if (planned) tell(planTable(inputs, options.workers, lang));
  if (options.plan) return ExitStatus.done;
  await assertOut(options.out, lang);
  for (const line of new Set(inputs.flatMap(({ warnings }) => warnings.map(formatIssue))))
    tell(messages.warning(line)[lang]);
  const counting = planned ? null : countingWarning(inputs);
  if (counting !== null) tell(messages.warning(counting[lang])[lang]);

  const overdue = overdueNow(inputs);
  if (overdue !== null) tell(messages.warning(overdue[lang])[lang]);

  assertShippedLaw(inputs, options, lang);
  if (options.microdata) for (const each of inputs) tell(microdataAhead(each)[lang]);

  // 2. run
  if (options.shard !== undefined) {
    return (await import('./run-shard.ts')).runShard(inputs, options, options.shard, lang);
  }
  const { openEngine } =
    options.engine === 'threads' ? await import('./on-threads.ts') : await import('./on-cluster.ts');
  const engine = await openEngine(inputs, options, lang);
  try {
    return await runEach(inputs, engine, shown, options, lang);
  } finally {
    await engine.close();
  }
}

/** Other machines have the documents of the package, not those of this folder. */
function assertShippedLaw(inputs: readonly Inputs[], { engine, shard }: RunOptions, lang: Language): void {
  const own = inputs.flatMap(({ command }) => command.documents ?? []);
  if (own.length > 0 && (engine !== 'threads' || shard !== undefined))
    throw new InputError([{ message: told.ownOnCluster(own[0])[lang] }]);
}

/** Years and areas the table of a run shows. @throws InputError for those it does not have */
function shownOf({ city, scenario }: Inputs, { years, area }: RunOptions): Shown {
  const all = Array.from({ length: scenario.endYear - scenario.baseYear + 1 }, (_, i) => scenario.baseYear + i);
  return {
    years: years === undefined ? undefined : yearsOf(years, all),
    areas: area === undefined ? undefined : areasCalled(area, city.areas),
  };
}

/** Options that would silently do nothing together. */
function assertTogether(
  { shard, engine, resume, store, precision, seconds, microdata, only }: RunOptions,
  lang: Language,
): void {
  const refuse = (one: string, other: string): never => {
    throw new InputError([{ message: told.oneOfTwo(one, other)[lang] }]);
  };
  if (!microdata && only !== undefined) throw new InputError([{ message: told.needsMicrodata('--only')[lang] }]);
  if (microdata && store !== undefined && isBucket(store))
    throw new InputError([{ message: told.microdataInFolder(store)[lang] }]);
  if (shard !== undefined && engine !== 'threads') refuse('--shard', '--engine');
  if (shard !== undefined && resume) refuse('--shard', '--resume');
  if ((precision ?? seconds) !== undefined && (shard !== undefined || engine !== 'threads'))
    refuse(precision === undefined ? '--seconds' : '--precision', shard === undefined ? '--engine' : '--shard');
  if (store !== undefined && shard === undefined && engine === 'threads') refuse('--store', '--engine threads');
}

/**
 * Runs all, as many at a time as the engine wants, and shows each as it ends. Of several one that fails does not stop the
 * others; an interruption and a wrong input do, and so does the only one.
 */
async function runEach(
  inputs: readonly Inputs[],
  engine: Engine,
  shown: readonly Shown[],
  options: RunOptions,
  lang: Language,
): Promise<ExitStatus> {
  const reports = new Map<number, object>();
  const fatal: unknown[] = [];
  let failed = 0;
  const show = async (i: number, each: Inputs) => {
    if (inputs.length > 1 && engine.atOnce === 1) tell(told.ofPlan(i + 1, inputs.length, each.scenario.title)[lang]);
    const finished = await engine.run(each);
    if (finished === null) return;
    await tellEdited(finished.edited, finished.folder, lang);
    if (options.json) reports.set(i, jsonReport(finished, shown[i]));
    else process.stdout.write(textReport(finished, each, lang, shown[i]));
  };
  const remaining = inputs.entries();
  const lanes = Array.from({ length: engine.atOnce }, async () => {
    for (const [i, each] of remaining) {
      if (fatal.length > 0) return;
      try {
        await show(i, each);
      } catch (error) {
        const { status, lines } = reportError(error, lang);
        if (inputs.length === 1 || status !== ExitStatus.failed) {
          fatal.push(error);
          return;
        }
        for (const line of lines) tell(line);
        failed++;
      }
    }
  });
  await Promise.all(lanes);
  if (fatal.length > 0) throw fatal[0];
  if (options.json) {
    const runs = [...reports].sort(([a], [b]) => a - b).map(([, report]) => report);
    printJson({ runs });
  }
  if (failed > 0) tell(told.planFailed(failed, inputs.length)[lang]);
  return failed > 0 ? ExitStatus.failed : ExitStatus.done;
}
