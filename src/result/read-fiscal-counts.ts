import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { awardPersons, fiscalAreaOf } from '../fiscal/fiscal-counts.ts';
import type { AwardPersons, FiscalArea, FiscalCounts, PersonsMean } from '../fiscal/index.ts';
import { type IndicatorName, isFiscal, isOfAward } from '../indicator/indicators.ts';
import type { Localized } from '../language/language.ts';
import { packageVersion } from '../run/package.ts';
import { readReplicateCells } from '../run/parquet-file.ts';
import { InputError, said } from '../scenario/errors.ts';
import { refuseSteering } from '../scenario/steering.ts';
import { fiscalRunOf } from './fiscal-coefficients.ts';
import type { Manifest } from './manifest.ts';
import { assertUnchanged } from './verify.ts';

/** Sentences for what a result folder can have wrong. */
interface FiscalCountsMessages {
  readonly otherVersion: (recorded: string, now: string) => Localized;
  readonly lacks: (what: string) => Localized;
}

/**
 * The counts of a finished run: of every replicate what the award counts, and the means behind the services.
 * @throws InputError in one line: made by another version, a file changed since, an indicator or a year that is not there
 */
export async function readFiscalCounts(
  folder: string,
  manifest: Manifest,
  messages: FiscalCountsMessages,
): Promise<FiscalCounts> {
  const refuse = (file: string, text: Localized): InputError =>
    new InputError([{ file: path.join(folder, file), ...said(text) }]);
  if (manifest.package.version !== packageVersion)
    throw refuse('manifest.json', messages.otherVersion(manifest.package.version, packageVersion));
  await assertUnchanged(folder, manifest);
  const areas = await readAreas(path.join(folder, 'areas.csv'));
  const means = await readMeans(path.join(folder, 'indicators.csv'));
  const award = await readAward(path.join(folder, 'replicates.parquet'));
  const counts: FiscalCounts = { run: fiscalRunOf(manifest), areas, award, means };
  const missing = firstMissing(counts);
  if (missing !== null) throw refuse('indicators.csv', messages.lacks(missing));
  return counts;
}

async function readAreas(file: string): Promise<FiscalArea[]> {
  const text = await readFile(file, 'utf8');
  refuseSteering(file, text);
  const rows = csvParse(text);
  return rows
    .filter(({ area }) => area !== 'city')
    .map(({ area, name_zh, name_en, level }) =>
      fiscalAreaOf({ code: area, name: { zh: name_zh, en: name_en }, level: level }),
    );
}

async function readMeans(file: string): Promise<PersonsMean[]> {
  return csvParse(await readFile(file, 'utf8'))
    .filter(({ indicator }) => isFiscal(indicator))
    .map(({ area, year, indicator, mean }) => ({
      area: area,
      year: Number(year),
      indicator: indicator,
      mean: Number(mean),
    }));
}

/** What the award counts in every replicate, area and year after the base year. */
async function readAward(file: string): Promise<AwardPersons[]> {
  const values = new Map<string, Map<string, number>>();
  await readReplicateCells(file, ({ replicate, area, year, indicator, value }) => {
    if (area === 'city' || !isOfAward(indicator)) return;
    const key = `${replicate} ${area} ${year}`;
    const row = values.get(key) ?? new Map<string, number>();
    row.set(indicator, value);
    values.set(key, row);
  });
  return [...values].flatMap(([key, row]) => {
    if (!row.has('award_settlers')) return []; // the base year has no flows
    const [replicate, area, year] = key.split(' ') as [string, string, string];
    const at = { replicate: Number(replicate), area, year: Number(year) };
    return [awardPersons(at, (indicator) => row.get(indicator)!)];
  });
}

/** The first indicator or year the tables need and the run has not; null when all are there. */
function firstMissing({ run, areas, award, means }: FiscalCounts): string | null {
  const needed = [
    'award_settlers',
    'by_status.residents.settled',
    'town_pupils.primary',
    'award_children',
  ] as const satisfies readonly IndicatorName[];
  const present = new Set(means.map(({ area, year, indicator }) => `${indicator} ${area} ${year}`));
  for (let year = run.baseYear + 1; year <= run.endYear; year++) {
    for (const area of ['city', ...areas.map(({ code }) => code)]) {
      const lacking = needed.find((indicator) => !present.has(`${indicator} ${area} ${year}`));
      if (lacking !== undefined) return `${lacking}, ${area}, ${year}`;
    }
  }
  const rows = run.replicates * areas.length * (run.endYear - run.baseYear);
  return award.length === rows ? null : 'replicates.parquet';
}
