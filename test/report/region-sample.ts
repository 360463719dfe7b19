import type { ChartInput, CountedFigure, IndicatorRow, MoveAccount, PlaceRates } from '../../src/report/chart-input.ts';
import { shippedOutlines } from '../../src/report/map/shipped-outlines.ts';
import { regionTiles } from '../../src/report/map/tile-places.ts';
import { placesOf } from '../../src/scenario/city/find-place.ts';
import { type Region, readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { sample } from './sample.ts';

/** A whole nation in numbers made up from the codes of its places: the names and outlines are real, nothing else. */
const regions = readRegions(readData);
const nationTiles = regionTiles('000000', regions);
const years = [2020, 2021, 2022, 2023, 2024, 2025];

/** A number from 0 to 1 that a code always has. */
const made = (code: string, turn: number): number => ((Number(code) * 7919 * turn) % 1009) / 1009;

const rate = (code: string, from: number, span: number, gain: number) => {
  const start = from + span * made(code, 3);
  const half = (i: number): number => (0.4 + 1.2 * made(code, 13)) * Math.sqrt(i);
  const at = (side: number) =>
    years.map((_, i) => Number((start + gain * (i / 5) * (made(code, 7) - 0.1) + side * half(i)).toFixed(2)));
  return { p05: at(-1), mean: at(0), p95: at(1) };
};

const ratesOf = ({ code, name }: Region): PlaceRates => ({
  code,
  name,
  years,
  resident: rate(code, 45, 45, 6),
  registered: rate(code, 25, 50, 9),
});

const rowsOf = (
  area: string,
  indicator: string,
  { p05, mean, p95 }: PlaceRates['resident'],
  unit = 'percent',
): IndicatorRow[] =>
  years.map((year, i) => ({
    ...{ area, year, indicator, unit, mean: mean[i], p05: p05[i], p50: mean[i], p95: p95[i] },
    ...{ p25: (p05[i] + mean[i]) / 2, p75: (p95[i] + mean[i]) / 2 },
  }));

function areaRows(area: string, seed: string): IndicatorRow[] {
  const size = area === 'city' ? 1.4e9 : 5e6 + 1e8 * made(seed, 5);
  const times = (factor: number) => {
    const at = (ends: number) => years.map((_, i) => Math.round(size * factor * (1 + ends * 0.002 * i)));
    return { p05: at(-1), mean: at(0.2), p95: at(1.5) };
  };
  return [
    ...rowsOf(area, 'resident_urbanization_rate', rate(seed, 55, 35, 6)),
    ...rowsOf(area, 'registered_urbanization_rate', rate(seed, 35, 40, 9)),
    ...rowsOf(area, 'resident_population', times(1), 'persons'),
    ...rowsOf(area, 'births', times(0.007), 'persons'),
    ...rowsOf(area, 'deaths', times(0.0074), 'persons'),
    ...rowsOf(area, 'settled_persons', times(0.006), 'persons'),
  ];
}

/** Published figures a little beside the simulated ones: some inside the interval, some outside. */
function countedOf(rows: readonly IndicatorRow[]): CountedFigure[] {
  return rows
    .filter(({ year, indicator }) => year > 2020 && year < 2025 && indicator !== 'settled_persons')
    .map(({ area, year, indicator, p05, mean, p95 }) => {
      const off = made(String(Number(area) || 100000), year - 2000) * 2.4 - 1.1;
      const counted = mean + off * (p95 - p05);
      return {
        area,
        year,
        indicator,
        counted,
        p05,
        mean,
        p95,
        inside: counted >= p05 && counted <= p95,
        source: { zh: 'made up', en: 'made up' },
      };
    });
}

const accountsOf = (provinces: readonly string[]): MoveAccount[] =>
  years.slice(1).flatMap((year) =>
    provinces.flatMap((province) =>
      (['province', 'other_province'] as const).map((scope): MoveAccount => {
        const wanted = 4e5 * (0.4 + made(province, 11)) * (scope === 'province' ? 0.7 : 1) * (1 + 0.02 * (year - 2020));
        return { year, province, scope, wanted, arrivals: wanted * 1.01, withoutFactor: wanted * 0.8 };
      }),
    ),
  );

/** The made-up nation; each call makes a fresh copy that a test may change. */
export function nationSample(): ChartInput {
  const provinces = [...regions.values()].filter(({ level }) => level === 'province');
  const indicators = [...areaRows('city', '100003'), ...provinces.flatMap(({ code }) => areaRows(code, code))];
  const { settlements } = sample();
  return {
    scenario: {
      id: 'china',
      title: { zh: '全国', en: 'China' },
      question: { zh: '全国会怎样？', en: 'What of the nation?' },
      baseYear: 2020,
      endYear: 2025,
    },
    parts: 'provinces',
    areas: provinces.map(({ code, name, level }) => ({ code, name, level, central: false })),
    indicators,
    settlements: settlements.filter(({ year }) => year <= 2025),
    observations: [],
    targets: [],
    counted: countedOf(indicators),
    accounts: accountsOf(provinces.map(({ code }) => code)),
    places: placesOf('000000', regions).map(ratesOf),
    outlines: shippedOutlines(readData, '000000'),
    tiles: nationTiles,
  };
}

/** A made-up province, whose areas are the places on its map. */
export function provinceSample(code = '510000'): ChartInput {
  const nation = nationSample();
  const places = placesOf(code, regions);
  const { name } = regions.get(code)!;
  const indicators = [...areaRows('city', code), ...places.flatMap((place) => areaRows(place.code, place.code))];
  return {
    ...nation,
    scenario: { ...nation.scenario, id: 'sichuan-province', title: name },
    parts: 'prefectures',
    areas: places.map(({ code: area, name: called, level }) => ({ code: area, name: called, level, central: false })),
    indicators,
    counted: countedOf(indicators.filter(({ area }) => area === 'city')),
    accounts: accountsOf([code]).map((each) => ({ ...each, withoutFactor: Number.NaN })),
    places: places.map(ratesOf),
    outlines: shippedOutlines(readData, code),
    tiles: regionTiles(code, regions),
  };
}
