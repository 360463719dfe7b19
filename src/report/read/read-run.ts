import { headlineNames } from '../../indicator/headlines.ts';
import type { Language } from '../../language/language.ts';
import { cellName, cellsOf } from '../../people/table/table-card.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { Manifest } from '../../result/manifest.ts';
import { assertUnchanged, compareFiles, readManifest, recordedInputs } from '../../result/verify.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { InputError } from '../../scenario/errors.ts';
import { loadObservations } from '../../scenario/load-observations.ts';
import { readData } from '../../scenario/read-data.ts';
import { sourceNames, withSourceNames } from '../../scenario/source-names.ts';
import type { ChartInput, FitTable } from '../chart-input.ts';
import { chartTargets } from '../chart-targets.ts';
import { fitSummaries } from '../fit-summary.ts';
import { countyTiles } from '../map/tile-places.ts';
import type { OwnTable } from '../own-table-input.ts';
import { readIndicators } from './read-indicators.ts';
import { readOwnTables } from './read-own-tables.ts';
import { firstInputs, isPart, regionTables } from './read-region.ts';
import { type CityReplicates, readReplicates } from './read-replicates.ts';
import { readSettlements } from './read-settlements.ts';
import { numberOf, readResultTable } from './read-table.ts';

/** A finished run as its folder tells it. */
export interface RunTold {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly input: ChartInput;
  /** Headline indicators and cells of own tables of the city, replicate by replicate. */
  readonly replicates: CityReplicates;
  /** Tables of one's own. Their cells are among the replicates where they were counted while the run went on. */
  readonly ownTables: readonly OwnTable[];
  /** The recorded scenario read again, of a region that of its first place; null where it now is another one, or is not there. */
  readonly inputs: Inputs | null;
  /** Result files that are not as the manifest recorded them. */
  readonly changedFiles: readonly string[];
  /** Where the recorded scenario is not as it was: its files and tables that were changed since; none where the package is another. */
  readonly changedInputs: readonly string[];
}

/**
 * Reads a result folder. What needs the scenario and the data of the package (assumptions, published figures, targets) is there only
 * where they still are as recorded.
 * @param noResult text for the user where the folder holds no result
 * @param map base map of the user's own for the map of a province or the nation; the one of the package without it
 * @throws InputError
 */
export async function readRun(
  folder: string,
  lang: Language,
  noResult: (place: string, analysis?: string) => string,
  map?: string,
): Promise<RunTold> {
  const manifest = await readManifest(folder, noResult);
  const inputs = manifest.region === undefined ? sameInputs(manifest, lang) : firstInputs(manifest, lang);
  const changed = await compareFiles(folder, { ...manifest, inputs: [] });
  // figures that were edited are shown with a warning; columns of bytes that are not as they were written are not even opened
  await assertUnchanged(folder, { ...manifest, files: manifest.files.filter(({ path }) => path.endsWith('.parquet')) });
  const ownTables = readOwnTables(folder);
  const cells = ownTables.flatMap(({ card }) =>
    cellsOf(card.groups).map((labels) =>
      cellName(
        card,
        labels.map(({ name }) => name),
      ),
    ),
  );
  const replicates = settledSince(manifest, await readReplicates(folder, [...headlineNames, ...cells]));
  const input =
    manifest.region === undefined ? cityInput(folder, manifest, inputs) : regionInput(folder, manifest, inputs, map);
  return {
    folder,
    manifest,
    ownTables,
    input: { ...input, ...targetValues(input.targets ?? [], replicates) },
    replicates,
    inputs,
    changedInputs: inputs === null ? await changedSince(folder, manifest) : [],
    changedFiles: changed.filter(({ kind }) => kind === 'file').map(({ what }) => what),
  };
}

/** Recorded inputs that are not as they were. */
const changedSince = async (folder: string, manifest: Manifest): Promise<string[]> =>
  (await compareFiles(folder, { ...manifest, files: [] })).flatMap(({ kind, what }) =>
    kind === 'input' ? [what] : [],
  );

/** What the replicates show of each target in its year; nothing where there are none. */
function targetValues(
  targets: NonNullable<ChartInput['targets']>,
  replicates: CityReplicates,
): Pick<ChartInput, 'targetValues'> {
  const found = targets.flatMap(({ indicator, year }) => {
    const values = [...(replicates.get(indicator) ?? [])]
      .sort(([a], [b]) => a - b)
      .flatMap(([, years]) => years.get(year) ?? []);
    return values.length === 0 ? [] : [{ indicator, year, values }];
  });
  return found.length === 0 ? {} : { targetValues: found };
}

/** Of a region without those who settled in its base year: some of its places began earlier, and only theirs are known. */
function settledSince({ region, scenario }: Manifest, replicates: CityReplicates): CityReplicates {
  const settled = replicates.get('settled_persons');
  if (region === undefined || settled === undefined) return replicates;
  const since = new Map(
    [...settled].map(([replicate, years]) => [
      replicate,
      new Map([...years].map(([year, value]) => [year, year > scenario.baseYear ? value : 0])),
    ]),
  );
  return new Map([...replicates, ['settled_persons', since]]);
}

/** The recorded inputs of a run read again; null where they now are others, or are not there. */
export function sameInputs(manifest: Manifest, lang: Language): Inputs | null {
  try {
    const inputs = recordedInputs(manifest, lang);
    return inputs.hash === manifest.scenarioHash ? inputs : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function cityInput(folder: string, manifest: Manifest, inputs: Inputs | null): ChartInput {
  const areas = readAreas(folder, inputs);
  const documents = inputs?.documents.filter(({ id }) => inputs.scenario.documents.includes(id)) ?? [];
  return {
    scenario: titled(manifest),
    areas,
    ...countyTiles(areas, readRegions(readData)),
    indicators: readIndicators(folder),
    settlements: readSettlements(folder),
    fit: readFit(folder),
    ...(inputs === null ? {} : published(inputs, areas, documents)),
  };
}

/** Of a region: its provinces as areas, or its places where it is a province; every place on its map. */
function regionInput(folder: string, manifest: Manifest, inputs: Inputs | null, map: string | undefined): ChartInput {
  const region = manifest.region!;
  const areas = readAreas(folder, null).filter(({ level }) => isPart(level, region));
  const shown = new Set(['city', ...areas.map(({ code }) => code)]);
  const indicators = readIndicators(folder);
  const documents = inputs?.documents.filter(({ id }) => manifest.scenario.documents.includes(id)) ?? [];
  return {
    scenario: titled(manifest),
    areas,
    indicators: indicators.filter(({ area }) => shown.has(area)),
    settlements: readSettlements(folder).filter(
      ({ area, year }) => shown.has(area) && year > manifest.scenario.baseYear,
    ),
    ...regionTables(folder, region, indicators, map),
    targets: region.code === '000000' ? chartTargets(documents) : [],
  };
}

const titled = ({ scenario: { id, title, question, baseYear, endYear } }: Manifest): ChartInput['scenario'] => ({
  id,
  title,
  question,
  baseYear,
  endYear,
});

const published = (inputs: Inputs, areas: ChartInput['areas'], documents: readonly PolicyDocument[]) => ({
  observations: [
    ...loadObservations(
      readData,
      inputs.city.code,
      areas.map(({ code }) => code),
    ),
    ...(inputs.scenario.figures ?? []),
  ].map(({ area, year, indicator, value, source }) => ({
    area,
    year,
    indicator,
    value,
    source: sourceNames(readData)(source),
  })),
  figures: withSourceNames(readData, inputs.scenario.figures ?? []),
  targets: chartTargets(documents),
});

function readAreas(folder: string, inputs: Inputs | null): ChartInput['areas'] {
  const central = new Set(inputs?.city.areas.filter((area) => area.central).map(({ code }) => code));
  return readResultTable(folder, 'areas.csv', ['area', 'name_zh', 'name_en', 'level'])
    .filter((row) => row['area'] !== 'city')
    .map((row) => ({
      code: row['area'],
      name: { zh: row['name_zh'], en: row['name_en'] },
      level: row['level'],
      central: central.has(row['area']),
    }));
}

function readFit(folder: string): FitTable[] {
  const columns = ['control', 'area', 'category', 'target', 'synthesised', 'difference', 'controlled'];
  const rows = readResultTable(folder, 'fit.csv', columns).map((row) => ({
    control: row['control'],
    area: row['area'],
    category: row['category'],
    target: numberOf(row, 'target'),
    synthesised: numberOf(row, 'synthesised'),
    difference: numberOf(row, 'difference'),
    controlled: row['controlled'] === 'yes',
  }));
  return fitSummaries(rows).map(({ control, controlled, tae, target }) => ({
    control,
    controlled,
    error: (100 * tae) / target,
  }));
}
