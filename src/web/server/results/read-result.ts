import { existsSync } from 'node:fs';
import path from 'node:path';
import { estimate } from '../../../analysis/paired/estimate.ts';
import { dictionary, type IndicatorKind, indicatorName, kindNames } from '../../../indicator/indicators.ts';
import { type Localized, text } from '../../../language/language.ts';
import { packTable } from '../../../report/page/own-table.ts';
import { packRows } from '../../../report/page/page-data.ts';
import { differenceValues } from '../../../report/paired-differences.ts';
import { pairing, unpaired } from '../../../report/pairing.ts';
import { readCharts } from '../../../report/read/read-extras.ts';
import { readMeasured, readSomeIndicators } from '../../../report/read/read-indicators.ts';
import { readOwnTables } from '../../../report/read/read-own-tables.ts';
import { readReplicates } from '../../../report/read/read-replicates.ts';
import { readResultTable } from '../../../report/read/read-table.ts';
import type { Manifest } from '../../../result/manifest.ts';
import { assertUnchanged, compareFiles, readManifest } from '../../../result/verify.ts';
import { InputError } from '../../../scenario/errors.ts';
import type { ResultCheck, ResultDetail, ResultDifferences, ResultIndicator } from '../../scene/results.ts';
import type { Listed } from './list-results.ts';

const WHOLE = 'city';

const noRun = () => text('应为运行的结果', 'must be the result of a run');

/**
 * All the page needs to offer what a result holds, without its numbers.
 * @throws InputError where its files are not as a run writes them
 */
export async function detailOf({ entry, place }: Listed): Promise<ResultDetail> {
  const nothing = { entry, measured: null, tables: [], charts: [], limits: [] };
  if (entry.state === 'broken' || entry.state === 'unfinished') return nothing;
  if (entry.kind === 'analysis') return { ...nothing, charts: readCharts(place).map(withoutOptions) };
  const { limits, scenario } = await manifestOf(place);
  const { areas, years, indicators } = readMeasured(place);
  const [names, told] = [areaNames(place, scenario.cityName), dictionaryOf(place)];
  return {
    ...nothing,
    measured: {
      indicators: indicators.map((name) => told.get(name) ?? unknown(name)),
      areas: areas.map((code) => ({ code, name: names.get(code) ?? text(code, code) })),
      years,
    },
    tables: readOwnTables(place).map(packTable),
    limits,
  };
}

/** The drawing library takes options from the specification itself; what lies in a folder does not decide how this page draws. */
function withoutOptions({ name, spec }: ReturnType<typeof readCharts>[number]): ResultDetail['charts'][number] {
  const plain = (given: object) => Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'usermeta'));
  return { name, spec: { zh: plain(spec.zh), en: plain(spec.en) } as unknown as typeof spec };
}

const manifestOf = (place: string): Promise<Manifest> => readManifest(place, () => noRun().en);

function areaNames(place: string, whole: Localized): ReadonlyMap<string, Localized> {
  const rows = readResultTable(place, 'areas.csv', ['area', 'name_zh', 'name_en']);
  return new Map([[WHOLE, whole], ...rows.map((row) => [row['area'], text(row['name_zh'], row['name_en'])] as const)]);
}

/** What the result's own dictionary says of each indicator; of a version that wrote none, what this one says. */
function dictionaryOf(place: string): ReadonlyMap<string, ResultIndicator> {
  if (!existsSync(path.join(place, 'dictionary.csv')))
    return new Map(
      dictionary.map(({ name, label, definition, unit, kind }) => [name, { name, label, definition, unit, kind }]),
    );
  const columns = ['indicator', 'name_zh', 'name_en', 'unit', 'kind', 'definition_zh', 'definition_en'];
  return new Map(
    readResultTable(place, 'dictionary.csv', columns).map((row) => [
      row['indicator'],
      {
        name: row['indicator'],
        label: text(row['name_zh'], row['name_en']),
        definition: text(row['definition_zh'], row['definition_en']),
        unit: row['unit'],
        kind: Object.hasOwn(kindNames, row['kind']) ? (row['kind'] as IndicatorKind) : '',
      },
    ]),
  );
}

const unknown = (name: string): ResultIndicator => ({
  name,
  label: indicatorName(name),
  definition: text('', ''),
  unit: '',
  kind: '',
});

/** Rows of some indicators in every area and year, every number as the file has it. @throws InputError */
export const rowsOf = ({ place }: Listed, indicators: readonly string[]) =>
  packRows(readSomeIndicators(place, indicators));

/**
 * The result less another, replicate by replicate, where they are pairs. Columns of bytes that are not as they were written are not
 * opened: a damaged page can ask for more memory than there is.
 * @throws InputError
 */
export async function differencesOf(
  { place }: Listed,
  base: Listed,
  indicator: string,
  area: string,
): Promise<ResultDifferences> {
  const [manifest, other] = [await manifestOf(place), await manifestOf(base.place)];
  const missing = unpaired(pairing(other), pairing(manifest));
  if (missing.length > 0) return { unpaired: missing, rows: null };
  const read = async (folder: string, of: Manifest) => {
    await assertUnchanged(folder, { ...of, files: of.files.filter((file) => file.path === 'replicates.parquet') });
    return readReplicates(folder, [indicator], area);
  };
  const found = differenceValues(await read(base.place, other), await read(place, manifest));
  const rows = found.map(({ year, values }) => ({ year, ...estimate(values) }));
  return { unpaired: null, rows: rows.filter(({ replicates }) => replicates > 0) };
}

/** Holds the files of a result against what its run noted of them. @throws InputError for a folder without a run */
export async function checkOf({ entry, place }: Listed): Promise<ResultCheck> {
  if (entry.run === null || entry.state === 'unfinished' || entry.state === 'broken')
    throw new InputError([{ file: entry.folder, message: noRun().en, zh: noRun().zh }]);
  const found = await compareFiles(place, { ...(await manifestOf(place)), inputs: [] });
  return {
    changed: found.filter(({ kind }) => kind === 'file').map(({ what }) => what),
    otherVersion: found.find(({ kind }) => kind === 'version')?.recorded ?? null,
    otherCode: found.some(({ kind }) => kind === 'code'),
  };
}
