import type { ReplicateResult } from '../../indicator/result.ts';
import { type Localized, text } from '../../language/language.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { BaseAccount } from '../../run/record/finished.ts';
import type { Regions } from '../../scenario/city/regions.ts';
import type { ObservedValue } from '../../scenario/load-observations.ts';
import { csvText } from '../csv.ts';
import type { RegionRecord } from '../manifest.ts';
import { mergeIndicators, mergeSettlements } from '../merge.ts';
import type { Origin } from '../origin.ts';
import type { FinishedRun } from '../run-scenario.ts';
import { type WriteOptions, writeRun } from '../write-run.ts';
import { type MigrationAccount, total, wantedArrivals } from './closure.ts';
import { type CountedRow, countedBeside } from './counted.ts';
import { remarks } from './explain.ts';
import { joinPlaces } from './join.ts';
import { keptOfPlaces } from './kept-indicators.ts';
import type { RegionPlan } from './plan-region.ts';
import type { RegionResults } from './run-region.ts';

/** What is written of a region run beside its results. */
interface RegionOrigin {
  readonly plan: RegionPlan;
  /** Inputs of any of its places: their law, seed and uncertainty are those of all. */
  readonly sampleInputs: Inputs;
}

/** A region run's results as its folder holds them. */
export interface FinishedRegion {
  readonly run: FinishedRun;
  readonly counted: readonly CountedRow[];
  readonly record: RegionRecord;
}

/**
 * Joins the places and writes the folder of a province or the nation: the files every run has, its areas being provinces and places, and
 *
 *   counted.csv    what was published beside what was simulated
 *   migration.csv  moves between places by year and province: who leaves, who arrives, the factor that makes them meet
 *   places.csv     every place with its scenario, base year and hash
 */
export async function writeRegion(
  { plan, sampleInputs }: RegionOrigin,
  results: RegionResults,
  observed: readonly ObservedValue[],
  options: WriteOptions,
): Promise<FinishedRegion> {
  const origin = originOf(plan, sampleInputs, results);
  const joined = joinRegion(plan, results);
  const counted = countedBeside(joined, observed);
  const record = recordOf(plan, results);
  const indicators = mergeIndicators(joined);
  const settlements = mergeSettlements(joined);
  const rowsOf = (table: keyof BaseAccount['rows']): number =>
    results.runs.reduce((sum, { rows }) => sum + rows[table], 0);
  const base = {
    rows: { persons: rowsOf('persons'), households: rowsOf('households'), villages: rowsOf('villages') },
    fit: [],
    notes: [],
  };
  const others = {
    'counted.csv': countedTable(counted),
    'migration.csv': migrationTable(results),
    'places.csv': placesTable(results, plan.regions),
  };
  const { folder, edited, manifest } = await writeRun(
    origin,
    { base, results: joined, indicators, settlements, others, region: record },
    options,
  );
  return { run: { folder, edited, manifest, indicators, settlements, results: joined }, counted, record };
}

/** The replicates of the whole, its provinces and its places. */
export const joinRegion = (plan: RegionPlan, { places }: RegionResults): ReplicateResult[] =>
  joinPlaces(places, { provinces: provincesOf(plan), places: places.map(({ code }) => code) }, keptOfPlaces);

/** Provinces between the whole and its places: of the nation. */
const provincesOf = ({ members, region }: RegionPlan): string[] =>
  region.level === 'nation' ? [...new Set(members.map(({ province }) => province))].sort() : [];

function originOf(plan: RegionPlan, sampleInputs: Inputs, { runs, files }: RegionResults): Origin {
  const { region, id, asked, members, regions, overrides, sample, closed } = plan;
  const { scenario, documents } = sampleInputs;
  const title: Localized = region.level === 'nation' ? text('全国', 'China') : region.name;
  const hash = sha256(canonicalJson({ region: region.code, closed, runs: runs.map(({ code, hash }) => [code, hash]) }));
  const areas = [...provincesOf(plan), ...members.map(({ place }) => place.code)].map((code) => {
    const { name, level } = regions.get(code)!;
    return { code, name, level };
  });
  const { posterior: _ofOne, fiscal: _own, ...common } = scenario;
  return {
    command: { scenario: asked, overrides, sample },
    scenario: {
      ...common,
      id,
      title,
      question: text(
        `按现行政策文件，到${scenario.endYear}年${title.zh}的常住与户籍人口城镇化率会怎样变化？`,
        `How will resident and registered urbanization in ${title.en} move until ${scenario.endYear} under the documents in force?`,
      ),
      city: region.code,
      baseYear: Math.max(...runs.map(({ baseYear }) => baseYear)) as 2010 | 2020,
      replicates: overrides.replicates,
      documents: scenario.documents.filter((document) =>
        documents.some(({ id: each, level }) => each === document && level === 'nation'),
      ),
    },
    city: { code: region.code, name: title, notes: [], areas },
    documents,
    warnings: [],
    files,
    hash,
  };
}

function recordOf({ region, closed }: RegionPlan, { runs, closure, accounts, before }: RegionResults): RegionRecord {
  const left = (scope: MigrationAccount['scope']): number => {
    const flows = total(accounts.filter((each) => each.scope === scope));
    const wanted = wantedArrivals(flows);
    return Number(((100 * (flows.arrivals - wanted)) / Math.abs(wanted)).toPrecision(3));
  };
  return {
    code: region.code,
    members: runs.map(({ rows: _rows, ...member }) => member),
    closure:
      closed && before !== null
        ? {
            ...closure,
            left: { province: left('province'), other_province: left('other_province') },
            remarks: remarks(closure, before),
          }
        : null,
  };
}

const countedTable = (rows: readonly CountedRow[]): string =>
  csvText(
    'area,year,indicator,counted,simulated_p50,simulated_p05,simulated_p95,inside_90,source,confidence,simulated_mean'.split(
      ',',
    ),
    rows.map(({ area, year, indicator, counted, simulated, inside, source, confidence }) => [
      area,
      year,
      indicator,
      counted,
      simulated.p50,
      simulated.p05,
      simulated.p95,
      inside ? 'yes' : 'no',
      source,
      confidence,
      simulated.mean,
    ]),
  );

function migrationTable({ accounts, before, closure }: RegionResults): string {
  const open = new Map(before?.map((each) => [`${each.year} ${each.province} ${each.scope}`, each.arrivals]));
  return csvText(
    'year,province,scope,out_migrants,return_migrants,departures,arrivals,arrivals_wanted,arrivals_without_factor,factor'.split(
      ',',
    ),
    accounts.map((each) => [
      each.year,
      each.province,
      each.scope,
      each.outMigrants,
      each.returnMigrants,
      each.departures,
      each.arrivals,
      wantedArrivals(each),
      open.get(`${each.year} ${each.province} ${each.scope}`) ?? Number.NaN,
      (each.scope === 'province' ? closure.provinces[each.province]?.[each.year] : closure.nation[each.year]) ?? 1,
    ]),
  );
}

const placesTable = ({ runs }: RegionResults, regions: Regions): string =>
  csvText(
    'code,name_zh,name_en,province,scenario,base_year,residents,hash'.split(','),
    runs.map(({ code, scenario, baseYear, residents, hash }) => {
      const { name, parent } = regions.get(code)!;
      return [code, name.zh, name.en, parent, scenario, baseYear, residents, hash];
    }),
  );
