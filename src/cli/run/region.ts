import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { observedOf } from '../../result/region/observed-of.ts';
import { planRegion, type RegionPlan } from '../../result/region/plan-region.ts';
import { runRegion, runRegionPart } from '../../result/region/run-region.ts';
import { openRegionStore } from '../../result/region/store-region.ts';
import { type FinishedRegion, writeRegion } from '../../result/region/write-region.ts';
import { loadInputs, readShared, type SharedData } from '../../run/load-inputs.ts';
import { lockResult } from '../../run/lock.ts';
import { isPlaceScenario } from '../../run/place-name.ts';
import { sampleWithin } from '../../run/sample-within.ts';
import type { Shard } from '../../run/shard.ts';
import { openStore } from '../../run/store/open-store.ts';
import { placeCensus } from '../../scenario/city/census-unit.ts';
import { placesOf } from '../../scenario/city/find-place.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { isOwed } from '../owed.ts';
import { printJson } from '../print-json.ts';
import { type Progress, showProgress } from '../progress.ts';
import { tell } from '../tell.ts';
import { tellEdited } from '../tell-edited.ts';
import { finishFromFolder } from './draw-charts.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';
import { planTable } from './plan-table.ts';
import { type Making, openRegionEngine, openThreads, regionEngine } from './region-engine.ts';
import { regionJson, regionReport } from './region-report.ts';

/** Seconds a province is to take when nobody says how large a sample shall be. */
const PATIENCE = 300;
/** Replicates and last year of a province or the nation unless said otherwise. */
const REPLICATES = 10;
const LAST_YEAR = 2035;
/** Share of the households of the nation unless said otherwise. */
const NATION_SAMPLE = 0.01;

/** Runs every place of a province or the nation and writes one result of the whole, or makes one part of it for others to join. */
export async function runWhole(region: Region, options: RunOptions, lang: Language): Promise<ExitStatus> {
  if (options.scenario.length > 1) throw new InputError([{ message: told.regionAlone(options.scenario)[lang] }]);
  const { shard, out, plan: isPlanned } = options;
  const shared = readShared();
  const plan = planRegion(shared, region, {
    overrides: { replicates: REPLICATES, to: LAST_YEAR, ...overridesOf(options) },
    sample: options.sample ?? sampleOf(region, options, shared),
    close: options.close,
  });
  tellPlan(plan, lang);
  if (isPlanned) {
    const inputs = plan.members.map(({ command }) => loadInputs(command, lang, shared));
    tell(planTable(inputs, options.workers, lang));
    return ExitStatus.done;
  }
  if (shard !== undefined) return runPartOf(plan, shard, { options, shared, lang });
  await assertOut(out, lang);
  const unlock = await lockResult(out, plan.folder);
  const progress = showProgress(process.stderr, lang);
  try {
    const { sample } = plan;
    const kept = path.join(out, `${plan.folder}.partial`);
    const engine = await openRegionEngine(kept, { ...options, sample }, progress, lang);
    try {
      const finished = await joinWhole(plan, shared, { engine, out, strict: options.strict, progress, lang });
      await tellEdited(finished.run.edited, finished.run.folder, lang);
      if (!isOwed()) await engine.clear();
      if (options.json) printJson(regionJson(finished));
      else process.stdout.write(regionReport(finished, lang, options.years));
    } finally {
      await engine.close();
    }
  } finally {
    progress.stop();
    await unlock();
  }
  return ExitStatus.done;
}

interface Joining {
  readonly engine: Omit<Making, 'close' | 'clear'>;
  readonly out: string;
  readonly strict: boolean;
  readonly progress: Progress;
  readonly lang: Language;
}

/** Has every place computed and writes the result of the whole. */
export async function joinWhole(
  plan: RegionPlan,
  shared: SharedData,
  { engine, out, strict, progress, lang }: Joining,
): Promise<FinishedRegion> {
  const [first] = plan.members;
  const sampleInputs = loadInputs(first.command, lang, shared);
  const results = await runRegion(plan, regionEngine(engine, shared, progress, lang));
  progress.step(told.regionJoining()[lang]);
  const { workers } = engine;
  const observed = observedOf(readData, plan.region.code, plan.regions);
  const finished = await writeRegion({ plan, sampleInputs }, results, observed, {
    out,
    strict,
    workers,
    seconds: engine.seconds(),
  });
  await finishFromFolder(finished.run.folder, progress, lang);
  return finished;
}

/** Makes one part of a region run into a store. */
async function runPartOf(
  plan: RegionPlan,
  shard: Shard,
  { options, shared, lang }: { readonly options: RunOptions; readonly shared: SharedData; readonly lang: Language },
): Promise<ExitStatus> {
  const { store: place, out, json } = options;
  if (place === undefined) throw new InputError([{ message: told.needsStore('--shard')[lang] }]);
  const store = await openRegionStore(await openStore(place, { make: true }), plan);
  const progress = showProgress(process.stderr, lang);
  const engine = openThreads(store, { ...options, sample: plan.sample }, progress, lang);
  try {
    await runRegionPart(plan, regionEngine(engine, shared, progress, lang), shard);
  } finally {
    progress.stop();
    await engine.close();
  }
  const { run, there } = engine.done();
  if (json) printJson({ shard, store: place, run, there });
  else tell([told.shardDone(run, there, place)[lang], told.mergeNext(place, out)[lang]].join('\n'));
  return ExitStatus.done;
}

/** Says what is about to be run: how many places, from when, by whose scenarios, at which sample. */
function tellPlan({ region, members, overrides, sample }: RegionPlan, lang: Language): void {
  const residents = members.reduce((sum, member) => sum + member.residents, 0);
  tell(told.regionBegins(region.name, members.length, residents, sample, overrides.replicates)[lang]);
  const late = members.filter(({ command }) => command.overrides.from === 2010).length;
  if (overrides.from !== 2010 && late > 0) tell(told.regionFrom2010(late)[lang]);
  const own = members.filter(({ command }) => !isPlaceScenario(command.scenario)).map(({ place }) => place.name[lang]);
  tell(told.regionAssumed(own, region.code)[lang]);
}

function sampleOf(
  region: Region,
  { replicates = REPLICATES, to = LAST_YEAR, from = 2020, workers }: RunOptions,
  shared: SharedData,
): number {
  if (region.level === 'nation') return NATION_SAMPLE;
  const residents = placesOf(region.code, readRegions(shared.read)).reduce(
    (sum, place) => sum + residentsOf(place, shared),
    0,
  );
  return sampleWithin(PATIENCE, { residents, years: to - from, replicates, workers });
}

/** Residents of a place in its latest census row; of one without a row of its own, none. */
const residentsOf = ({ code }: Region, { read }: SharedData): number =>
  (placeCensus(read, code, 2020) ?? placeCensus(read, code, 2010))?.total.population ?? 0;
