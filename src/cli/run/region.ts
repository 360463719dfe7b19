import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { observedOf } from '../../result/region/observed-of.ts';
import { runRegion } from '../../result/region/run-region.ts';
import { type FinishedRegion, type RegionRun, writeRegion } from '../../result/region/write-region.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import { loadInputs, readShared, type SharedData } from '../../run/load-inputs.ts';
import { packageVersion } from '../../run/package.ts';
import { membersOf } from '../../run/region-members.ts';
import { sampleWithin } from '../../run/sample-within.ts';
import { checkProvince } from '../../scenario/check-tables.ts';
import { readCensus } from '../../scenario/city/census-unit.ts';
import { placesOf } from '../../scenario/city/find-place.ts';
import { provinceOf, type Region, readRegions } from '../../scenario/city/regions.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { printJson } from '../print-json.ts';
import { showProgress } from '../progress.ts';
import { tell } from '../tell.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';
import { openRegionEngine } from './region-engine.ts';
import { regionReport } from './region-report.ts';

/** Seconds a province is to take when nobody says how large a sample shall be. */
const PATIENCE = 300;
/** Replicates and last year of a province or the nation unless said otherwise. */
const REPLICATES = 10;
const LAST_YEAR = 2035;
/** Share of the households of the nation unless said otherwise. */
const NATION_SAMPLE = 0.01;

/** Runs every place of a province or the nation and writes one result of the whole. */
export async function runWhole(region: Region, options: RunOptions, lang: Language): Promise<ExitStatus> {
  if (options.scenario.length > 1) throw new InputError([{ message: told.regionAlone(options.scenario)[lang] }]);
  await assertOut(options.out, lang);
  const shared = readShared();
  const regions = readRegions(shared.read);
  for (const { code } of placesOf(region.code, regions)) checkProvince(shared.read, provinceOf(code));
  const overrides = { replicates: REPLICATES, to: LAST_YEAR, ...overridesOf(options) };
  const sample = options.sample ?? sampleOf(region, overrides, options.workers, shared);
  const members = membersOf(shared.read, regions, region.code, { overrides, sample, wholeOnly: true });
  const closed = options.close && region.level === 'nation';
  const begun = sha256(
    canonicalJson({ region: region.code, overrides, sample, closed, version: packageVersion }),
  ).slice(0, 10);
  const id = region.level === 'nation' ? 'china' : `${region.pinyin}-province`;
  const partial = path.join(options.out, `${id}-${begun}.partial`);
  const residents = members.reduce((sum, { place }) => sum + residentsOf(place, shared), 0);
  tell(told.regionBegins(region.name, members.length, residents, sample, overrides.replicates)[lang]);
  const late = members.filter(({ command }) => command.overrides.from === 2010).length;
  if (overrides.from !== 2010 && late > 0) tell(told.regionFrom2010(late)[lang]);

  const progress = showProgress(process.stderr, lang);
  const engine = await openRegionEngine(partial, options, progress, lang);
  try {
    const load = (command: Parameters<typeof loadInputs>[0]) => loadInputs(command, lang, shared);
    const sampleInputs = load(members[0].command);
    const results = await runRegion(
      members,
      {
        load,
        compute: engine.compute,
        onPlace: (_member, { pass, place, places }) => {
          engine.at(pass);
          progress.advance(place, places);
        },
      },
      closed,
    );
    progress.step(told.regionJoining()[lang]);
    const { replicates } = overrides;
    const run: RegionRun = {
      region,
      id,
      asked: region.level === 'nation' ? 'china' : region.code,
      members,
      regions,
      sampleInputs,
      replicates,
      sample,
      closed,
    };
    const finished = await writeRegion(run, results, observedOf(readData, region.code, regions), {
      out: options.out,
      strict: options.strict,
      workers: engine.workers,
      seconds: engine.seconds(),
    });
    await rm(partial, { recursive: true, force: true });
    show(finished, options, lang);
    return ExitStatus.done;
  } finally {
    progress.stop();
    await engine.close();
  }
}

function show(finished: FinishedRegion, { json }: RunOptions, lang: Language): void {
  const { run, counted, record } = finished;
  if (json) printJson({ folder: run.folder, resultHash: run.manifest.resultHash, region: record, counted });
  else process.stdout.write(regionReport(finished, lang));
}

function sampleOf(
  region: Region,
  { replicates, to, from = 2020 }: { readonly replicates: number; readonly to: number; readonly from?: number },
  workers: number,
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
function residentsOf({ code }: Region, { read }: SharedData): number {
  const rows = [2020, 2010].flatMap((year) => readCensus(read, year, provinceOf(code)).get(code)?.population ?? []);
  return rows[0] ?? 0;
}
