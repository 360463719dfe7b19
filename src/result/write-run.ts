import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fiscalBases } from '../fiscal/fiscal-bases.ts';
import { dictionary } from '../indicator/indicators.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { routeTitle } from '../policy/words.ts';
import { clusterKey } from '../run/cluster-key.ts';
import { folderName } from '../run/folder-name.ts';
import { sha256, sha256OfFile } from '../run/hash.ts';
import type { InputFile } from '../run/input-file.ts';
import type { BaseAccount } from '../run/record/finished.ts';
import { formatIssue } from '../scenario/errors.ts';
import { type Cell, csvText } from './csv.ts';
import { dictionaryCsv } from './dictionary.ts';
import { type Manifest, manifestHead, manifestRun, type RegionRecord, type Seconds } from './manifest.ts';
import type { IndicatorRow, SettlementRow } from './merge.ts';
import { writeMicrodata } from './microdata.ts';
import type { Origin } from './origin.ts';
import { ownEntries, tableFiles } from './own-tables.ts';
import { writeReplicates } from './parquet.ts';
import { resultHash } from './result-hash.ts';
import { sampleMarks } from './sample-marks.ts';
import { signedManifest } from './signature.ts';
import { writeFolder } from './write-results.ts';

interface RunTables {
  readonly base: BaseAccount;
  readonly results: readonly ReplicateResult[];
  readonly indicators: readonly IndicatorRow[];
  readonly settlements: readonly SettlementRow[];
  /** Further tables by file name. */
  readonly others?: Readonly<Record<string, string>>;
  /** Of a province or the nation: how it is made. */
  readonly region?: RegionRecord;
}

export interface WriteOptions {
  readonly out: string;
  readonly strict: boolean;
  /** Threads and what they took; null where the replicates were made elsewhere. */
  readonly workers: number | null;
  readonly seconds: Seconds | null;
  /** Folder of the people each replicate has written; absent where none were asked for. */
  readonly parts?: string | null | undefined;
  /** Of a run that ended before all its replicates were made. */
  readonly ended?: Manifest['ended'];
}

/** Writes every result file of a finished run; the folder appears whole or not at all. */
export async function writeRun(
  inputs: Origin,
  tables: RunTables,
  options: WriteOptions,
): Promise<{ folder: string; edited: readonly string[]; manifest: Manifest }> {
  const manifest = { value: null as Manifest | null };
  const { folder, edited } = await writeFolder(options.out, folderName(inputs), async (temporary) => {
    const files: InputFile[] = [];
    const texts = { ...textFiles(inputs, tables), ...tableFiles(inputs, tables), ...tables.others };
    for (const [name, text] of Object.entries(texts)) {
      await mkdir(path.dirname(path.join(temporary, name)), { recursive: true });
      await writeFile(path.join(temporary, name), text);
      files.push({ path: name, sha256: sha256(text) });
    }
    const parquet = path.join(temporary, 'replicates.parquet');
    writeReplicates(
      parquet,
      {
        scenario: inputs.scenario,
        areas: [{ code: 'city', name: inputs.city.name }, ...inputs.city.areas],
        entries: [...dictionary, ...ownEntries(inputs, tables.results)],
      },
      tables.results,
    );
    files.push({ path: 'replicates.parquet', sha256: await sha256OfFile(parquet) });
    files.push(...(await writeMicrodata(temporary, inputs, tables.results, options.parts)));
    manifest.value = signedManifest(manifestOf(inputs, tables, options, files), clusterKey());
    await writeFile(path.join(temporary, 'manifest.json'), `${JSON.stringify(manifest.value, null, 2)}\n`);
  });
  return { folder, edited, manifest: manifest.value! };
}

/** The CSV files of a run by name. */
function textFiles(inputs: Origin, { base, results, indicators, settlements }: RunTables): Record<string, string> {
  const { id } = inputs.scenario;
  const markOf = sampleMarks(indicators, inputs.command.sample);
  return {
    'indicators.csv': csvText(
      'scenario,area,year,indicator,unit,replicates,mean,sd,mcse,p05,p25,p50,p75,p95,sample'.split(','),
      indicators.map((row) => [
        id,
        row.area,
        row.year,
        row.indicator,
        row.unit,
        row.replicates,
        row.mean,
        row.sd,
        row.mcse,
        row.p05,
        row.p25,
        row.p50,
        row.p75,
        row.p95,
        markOf(row),
      ]),
    ),
    'dictionary.csv': dictionaryCsv(
      indicators.map(({ indicator }) => indicator),
      ownEntries(inputs, results),
    ),
    'areas.csv': csvText(['area', 'name_zh', 'name_en', 'level'], areaRows(inputs)),
    'settlements.csv': csvText(
      'scenario,year,area,route,document,clause,persons_mean,persons_mcse'.split(','),
      settlements.map((row) => [
        id,
        row.year,
        row.area,
        row.route,
        row.document,
        row.clause,
        row.persons_mean,
        row.persons_mcse,
      ]),
    ),
    'routes.csv': csvText('route,document,clause,name_zh,name_en'.split(','), routeRows(results)),
    'fit.csv': csvText(
      'control,area,category,target,synthesised,difference,controlled'.split(','),
      base.fit.map((row) => [
        row.control,
        row.area,
        row.category,
        row.target,
        row.synthesised,
        row.difference,
        row.controlled ? 'yes' : 'no',
      ]),
    ),
  };
}

const areaRows = ({ city }: Origin): Cell[][] => [
  ['city', city.name.zh, city.name.en, 'city'],
  ...city.areas.map((area) => [area.code, area.name.zh, area.name.en, area.level]),
];

/** What the routes of the law are called, by the clause that opens each; in a clause a name stands once. */
function routeRows([{ routes }]: readonly ReplicateResult[]): Cell[][] {
  const rows = routes.map((route): Cell[] => {
    const { zh, en } = routeTitle(route);
    return [route.name, route.document, route.clause, zh, en];
  });
  return [...new Map(rows.map((row) => [row.slice(0, 3).join(' '), row])).values()];
}

function manifestOf(
  inputs: Origin,
  { base, results, indicators, region }: RunTables,
  options: WriteOptions,
  files: InputFile[],
): Manifest {
  const { scenario, city, command, warnings } = inputs;
  const first = results[0];
  const personYears = results.reduce((sum, result) => sum + result.personYears, 0);
  const { sample } = command;
  const notes = [...city.notes, ...base.notes];
  const head = manifestHead(scenario, city);
  const limits = [...head.limits, ...(inputs.remarks ?? [])];
  const isSaid = (warning: string): boolean => limits.some(({ zh, en }) => warning === zh || warning === en);
  return {
    ...head,
    limits,
    command,
    ...(region ? { region } : {}),
    options: {
      replicates: scenario.replicates,
      seed: scenario.seed,
      sample,
      strict: options.strict,
      workers: options.workers,
    },
    ...(options.ended ? { ended: options.ended } : {}),
    scenarioHash: inputs.hash,
    resultHash: resultHash(results),
    inputs: inputs.files,
    files,
    counts: {
      basePersons: Math.round(base.rows.persons / sample),
      baseHouseholds: Math.round(base.rows.households / sample),
      simulatedPersons: base.rows.persons,
      simulatedHouseholds: base.rows.households,
      areas: first.areas.length,
      years: first.years.length,
      indicators: first.indicators.length,
      personYears,
    },
    fiscalBases: fiscalBases(
      inputs.documents.filter(({ id }) => scenario.documents.includes(id)),
      scenario.policy.without,
      indicators,
    ),
    notes: notes.map(({ en }) => en),
    notesInChinese: notes.map(({ zh }) => zh),
    warnings: warnings.map(formatIssue).filter((each) => !isSaid(each)),
    run: manifestRun(options.seconds, personYears),
  };
}
