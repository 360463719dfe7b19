import type { Language } from '../../language/language.ts';
import type { Manifest, RegionRecord } from '../../result/manifest.ts';
import { observedOf } from '../../result/region/observed-of.ts';
import { placeOf } from '../../run/input-file.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { isPlaceScenario } from '../../run/place-name.ts';
import { provinceOf, readRegions } from '../../scenario/city/regions.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { sourceNames } from '../../scenario/source-names.ts';
import type { ChartInput, CountedFigure, IndicatorRow, MoveAccount, PlaceRates } from '../chart-input.ts';
import { ownOutlines } from '../map/own-outlines.ts';
import { shippedOutlines } from '../map/shipped-outlines.ts';
import { regionTiles } from '../map/tile-places.ts';
import type { Parts } from '../parts.ts';
import { numberOf, readResultTable } from './read-table.ts';

const NATION = '000000';

/** What the areas of a region's charts are: its provinces, or its places where it is a province. */
const partsOf = ({ code }: RegionRecord): Parts => (code === NATION ? 'provinces' : 'prefectures');

/** Levels of areas.csv that are areas of the charts; the other places are on the map alone. */
export const isPart = (level: string, { code }: RegionRecord): boolean => code !== NATION || level === 'province';

/**
 * What a province's or the nation's folder has beyond any other's.
 * @param indicators all rows of indicators.csv
 * @param map the user's own base map
 */
export function regionTables(
  folder: string,
  region: RegionRecord,
  indicators: readonly IndicatorRow[],
  map: string | undefined,
): Pick<ChartInput, 'parts' | 'counted' | 'accounts' | 'places' | 'outlines' | 'tiles' | 'observations'> {
  const places = readPlaces(folder, indicators);
  return {
    parts: partsOf(region),
    counted: readCounted(folder),
    accounts: readAccounts(folder),
    places,
    tiles: regionTiles(region.code, readRegions(readData)),
    outlines:
      map === undefined
        ? shippedOutlines(readData, region.code)
        : ownOutlines(map, new Set(places.map(({ code }) => code))),
    observations: observedOf(readData, region.code, readRegions(readData))
      .filter(({ indicator }) => Object.values<string>(rates).includes(indicator))
      .map(({ area, year, indicator, value, source }) => ({
        area,
        year,
        indicator,
        value,
        source: sourceNames(readData)(source),
      })),
  };
}

/** The inputs of the first place, whose law and nation's parameters are those of all; null where they are not as they were. */
export function firstInputs({ command, region, scenario: scenarioOfAll }: Manifest, lang: Language): Inputs | null {
  const [first] = region!.members;
  if (first === undefined) return null;
  const { code, scenario, baseYear, hash } = first;
  const { provinces = {}, nation = {} } = region!.closure ?? {};
  const arrivals = { province: provinces[provinceOf(code)] ?? {}, nation };
  const isOpen = region!.closure === null;
  try {
    const inputs = loadInputs(
      {
        scenario: isPlaceScenario(scenario) ? scenario : placeOf(scenario),
        overrides: {
          ...(scenarioOfAll.without.length > 0 ? { without: scenarioOfAll.without } : {}),
          ...command.overrides,
          from: baseYear,
        },
        sample: command.sample,
        wholeOnly: true,
        ...(isOpen ? {} : { arrivals }),
      },
      lang,
    );
    return inputs.hash === hash ? inputs : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const countedColumns = 'area,year,indicator,counted,simulated_p50,simulated_p05,simulated_p95,inside_90,source'.split(
  ',',
);

const readCounted = (folder: string): CountedFigure[] =>
  readResultTable(folder, 'counted.csv', countedColumns).map((row) => ({
    area: row['area'],
    year: Number(row['year']),
    indicator: row['indicator'],
    counted: numberOf(row, 'counted'),
    p05: numberOf(row, 'simulated_p05'),
    // results written before the mean was
    mean: numberOf(row, 'simulated_mean' in row ? 'simulated_mean' : 'simulated_p50'),
    p95: numberOf(row, 'simulated_p95'),
    inside: row['inside_90'] === 'yes',
    source: sourceNames(readData)(row['source']),
  }));

const accountColumns = 'year,province,scope,arrivals,arrivals_wanted,arrivals_without_factor'.split(',');

const readAccounts = (folder: string): MoveAccount[] =>
  readResultTable(folder, 'migration.csv', accountColumns).map((row) => ({
    year: Number(row['year']),
    province: row['province'],
    scope: row['scope'] as MoveAccount['scope'],
    arrivals: numberOf(row, 'arrivals'),
    wanted: numberOf(row, 'arrivals_wanted'),
    withoutFactor: numberOf(row, 'arrivals_without_factor'),
  }));

const rates = { resident: 'resident_urbanization_rate', registered: 'registered_urbanization_rate' } as const;

function readPlaces(folder: string, indicators: readonly IndicatorRow[]): PlaceRates[] {
  const rows = new Map<string, IndicatorRow[]>();
  for (const row of indicators) {
    if (row.indicator !== rates.resident && row.indicator !== rates.registered) continue;
    const key = `${row.area} ${row.indicator}`;
    const found = rows.get(key);
    if (found) found.push(row);
    else rows.set(key, [row]);
  }
  const sorted = (code: string, rate: string): IndicatorRow[] =>
    (rows.get(`${code} ${rate}`) ?? []).sort((a, b) => a.year - b.year);
  // two decimals: more are not seen on a map, and there are many places
  const series = (all: readonly IndicatorRow[]) => {
    const of = (name: 'p05' | 'mean' | 'p95') => all.map((row) => Number(row[name].toFixed(2)));
    return { p05: of('p05'), mean: of('mean'), p95: of('p95') };
  };
  return readResultTable(folder, 'places.csv', ['code', 'name_zh', 'name_en']).flatMap((row): PlaceRates[] => {
    const [resident, registered] = [rates.resident, rates.registered].map((rate) => sorted(row['code'], rate));
    if (resident.length === 0 || resident.length !== registered.length) return [];
    return [
      {
        code: row['code'],
        name: { zh: row['name_zh'], en: row['name_en'] },
        years: resident.map(({ year }) => year),
        resident: series(resident),
        registered: series(registered),
      },
    ];
  });
}
