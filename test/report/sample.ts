import { indicatorNames } from '../../src/indicator/indicators.ts';
import { settlerGroups } from '../../src/population/settler-traits.ts';
import type { ChartInput, IndicatorRow } from '../../src/report/chart-input.ts';
import { countyTiles } from '../../src/report/map/tile-places.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

/**
 * Made-up results in the likeness of Baotou 2020-2035: counties and census figures are real, everything after 2020 is a
 * straight line with a bend. Enough to look at charts with; nobody's projection.
 */
const BASE = 2020;
const END = 2035;
const years = Array.from({ length: END - BASE + 1 }, (_, i) => BASE + i);

/** A path from one value to another, bent by `bend`, whose interval opens with the years. */
function path(
  area: string,
  indicator: string,
  unit: string,
  from: number,
  to: number,
  spread: number,
  bend = 0,
): IndicatorRow[] {
  return years.map((year, i) => {
    const t = i / (years.length - 1);
    const wave = ((i * 7) % 5) - 2;
    const mid = from + (to - from) * t + bend * 4 * t * (1 - t) + wave * spread * 0.06 * t;
    const half = spread * (2 * t - t * t);
    return {
      ...{ area, year, indicator, unit, mean: mid + half * 0.02 },
      ...{ p05: mid - half, p25: mid - half * 0.41, p50: mid, p75: mid + half * 0.43, p95: mid + half * 1.06 },
    };
  });
}

/** Values of so many replicates, evenly between two ends and in no order. */
const spreadOver = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * (((i * 7) % count) + 0.5)) / count);

/** A yearly flow: nothing in the base year, then a path that starts with its full spread. */
function flow(indicator: string, from: number, to: number, spread: number, bend = 0): IndicatorRow[] {
  return path('city', indicator, 'persons', from, to, 0, bend).map((row) => {
    if (row.year === BASE) return { ...row, mean: 0, p05: 0, p25: 0, p50: 0, p75: 0, p95: 0 };
    const mid = row.p50 + (((row.year * 13) % 7) - 3) * spread * 0.12;
    return {
      ...row,
      mean: mid,
      p05: mid - spread,
      p25: mid - spread * 0.4,
      p50: mid,
      p75: mid + spread * 0.4,
      p95: mid + spread,
    };
  });
}

/** Code, names, central, lon, lat; resident rate 2020 and 2035, registered rate 2020 and 2035. */
const counties = [
  ['150202', '东河区', 'Donghe', true, 110.201, 40.575, 91.4, 93.6, 78.2, 85.0],
  ['150203', '昆都仑区', 'Hondlon', true, 109.75, 40.685, 96.5, 97.4, 88.9, 93.6],
  ['150204', '青山区', 'Qingshan', true, 109.952, 40.689, 96.4, 97.2, 87.1, 92.7],
  ['150205', '石拐区', 'Shiguai', false, 110.28, 40.746, 74.4, 79.8, 61.0, 66.3],
  ['150206', '白云鄂博矿区', 'Bayan Obo Mining District', false, 109.933, 41.766, 100, 100, 92.4, 95.1],
  ['150207', '九原区', 'Jiuyuan', true, 109.659, 40.603, 77.5, 84.9, 48.3, 63.2],
  ['150221', '土默特右旗', 'Tumed Right Banner', false, 110.682, 40.517, 49.0, 60.3, 25.7, 33.4],
  ['150222', '固阳县', 'Guyang', false, 110.14, 41.112, 45.5, 55.9, 22.2, 28.5],
  ['150223', '达尔罕茂明安联合旗', 'Darhan Muminggan United Banner', false, 110.466, 41.953, 53.7, 63.5, 34.9, 41.2],
  [
    '150271',
    '包头稀土高新技术产业开发区',
    'Baotou Rare Earth High-Tech Development Zone',
    true,
    109.834,
    40.63,
    96.1,
    97.3,
    72.6,
    84.4,
  ],
] as const;

const AGES = Array.from({ length: 18 }, (_, i) => (i === 17 ? '85+' : `${5 * i}-${5 * i + 4}`));
/** Residents in thousands by five-year group, men and women, 2020 and 2035. */
const pyramid = {
  male: [
    [56, 71, 68, 64, 76, 83, 118, 130, 109, 106, 123, 133, 93, 78, 56, 31, 18, 10],
    [34, 39, 46, 56, 74, 76, 80, 89, 118, 128, 107, 102, 117, 124, 82, 64, 39, 27],
  ],
  female: [
    [53, 66, 62, 58, 72, 80, 113, 125, 106, 103, 119, 128, 95, 84, 63, 37, 22, 14],
    [32, 37, 43, 53, 70, 73, 76, 85, 113, 123, 104, 100, 116, 124, 89, 75, 50, 38],
  ],
} as const;

const byAge = (['male', 'female'] as const).flatMap((sex) =>
  AGES.flatMap((age, i) => {
    const [from, to] = [pyramid[sex][0][i] * 1000 + i * 37, pyramid[sex][1][i] * 1000 + i * 53];
    return path('city', `residents_by_age.${sex}.${age}`, 'persons', from, to, to * 0.05);
  }).filter((row) => row.year === BASE || row.year === END),
);

/** Route, document, clause, first year, share of the yearly total under the law before and after May 2024. */
const routes = [
  ['zero-threshold', 'baotou-2024', '2.2.1.1', 2024, 0, 0.52],
  ['kin', 'baotou-2024', '2.2.1.2', 2024, 0, 0.2],
  ['stable-dwelling', 'baotou-2016', '2.1.1', 2021, 0.3, 0.09],
  ['owner', 'baotou-2016', '2.1.2', 2021, 0.34, 0.07],
  ['kin', 'baotou-2016', '2.1.5', 2021, 0.2, 0.05],
  ['job', 'baotou-2016', '2.1.3', 2021, 0.1, 0.03],
  ['collective-address', 'baotou-2024', '2.2.1.3', 2024, 0, 0.02],
  ['graduate', 'baotou-2016', '2.1.4', 2021, 0.04, 0.015],
  ['veteran', 'baotou-2016', '2.1.6', 2021, 0.02, 0.005],
] as const;

const settled = flow('settled_persons', 8200, 17500, 1900, 2600);
const settlements = settled
  .filter((row) => row.year > BASE)
  .flatMap((row) =>
    routes
      .filter(([, , , first]) => row.year >= first)
      .map(([route, document, clause, , before, after]) => {
        const part = row.year < 2024 ? before : row.year === 2024 ? (before + after) / 2 : after;
        return { year: row.year, area: 'city', route, clause, document, persons_mean: row.mean * part };
      }),
  );

/** Settlers by trait and by origin: every trait in shares that fall from group to group. */
const settlers = [...settlerGroups, 'x.same_county', 'x.same_city', 'x.province', 'x.other_province'].map(
  (group, i) => {
    const name = group.replace(/^x\./, '');
    const share = 0.4 - 0.06 * (i % 6);
    return settled.map((row) => ({
      ...row,
      indicator: `settled_persons.${name}`,
      ...{ mean: row.mean * share, p05: row.p05 * share, p25: row.p25 * share },
      ...{ p50: row.p50 * share, p75: row.p75 * share, p95: row.p95 * share },
    }));
  },
);

/** Moves between kinds of places: some many, some few. */
const moves = indicatorNames
  .filter((name) => name.startsWith('moves.'))
  .map((name, i) => flow(name, 200 * (i + 1) ** 2, 150 * (i + 2) ** 2, 90 * (i + 1)));

/** Demand, capacity and shortfall of what can run out. */
const served = (['preschool', 'primary', 'junior', 'senior'] as const).flatMap((stage, i) => [
  flow(`school_places_asked.${stage}`, 66_000 + 9000 * i, 48_000 + 11_000 * i, 2500),
  flow(`school_places.${stage}`, 70_000 + 4000 * i, 73_000 + 4000 * i, 0),
  flow(`school_places_short.${stage}`, 300 + 900 * i, 200 + 1700 * i, 150),
]);

const areas = counties.map(([code, zh, en, central, lon, lat]) => ({
  ...{ code, name: { zh, en }, level: central ? 'district' : 'county', central, lon, lat },
}));

/** The tables of the sample; each call makes a fresh copy that a test may change. */
export const sample = (): ChartInput => ({
  scenario: {
    id: 'baotou',
    title: { zh: '包头市：现行文件，2020–2035年', en: 'Baotou under its documents in force, 2020–2035' },
    question: {
      zh: '按现行文件，户籍人口城镇化率到2035年会升到多少？',
      en: 'How far does the registered urbanization rate rise by 2035 under the documents in force?',
    },
    baseYear: BASE,
    endYear: END,
  },
  areas,
  ...countyTiles(areas, readRegions(readData)),
  figures: [
    {
      area: 'city',
      year: 2022,
      indicator: 'registered_urbanization_rate',
      value: 68.1,
      error: 0.3,
      source: { zh: 'a bulletin', en: 'a bulletin' },
    },
    {
      area: 'city',
      year: 2024,
      indicator: 'registered_urbanization_rate',
      value: 69.2,
      error: 0.3,
      source: { zh: 'a bulletin', en: 'a bulletin' },
    },
  ],
  indicators: [
    ...path('city', 'resident_urbanization_rate', 'percent', 86.16, 90.7, 1.1, 0.7),
    ...path('city', 'registered_urbanization_rate', 'percent', 66.4, 76.9, 2.9, 0.4),
    ...counties.flatMap(([code, , , , , , resident0, resident1, registered0, registered1]) => [
      ...path(code, 'resident_urbanization_rate', 'percent', resident0, resident1, resident1 === 100 ? 0 : 1.3),
      ...path(code, 'registered_urbanization_rate', 'percent', registered0, registered1, 2.2),
    ]),
    ...byAge,
    ...path('city', 'pupils.preschool', 'persons', 65_800, 36_400, 5200, -4000),
    ...path('city', 'pupils.primary', 'persons', 134_500, 82_300, 9100, 6000),
    ...path('city', 'pupils.junior', 'persons', 64_900, 49_800, 4300, 9500),
    ...path('city', 'pupils.senior', 'persons', 60_300, 61_700, 3900, 5200),
    ...path('city', 'age_60_plus_persons', 'persons', 518_000, 827_000, 16_000, 20_000),
    ...settled,
    ...flow('register_in', 9400, 8800, 1200),
    ...flow('register_out', 12_600, 10_900, 1500),
    ...flow('registered_births', 13_900, 9800, 900, -700),
    ...flow('registered_deaths', 16_200, 22_700, 700),
    ...flow('reclassified_registers', 4200, 2600, 1400),
    ...settlers.flat(),
    ...moves.flat(),
    ...served.flat(),
    ...path('city', 'public_rental_occupied', 'dwellings', 5200, 7900, 300),
    ...flow('public_rental_stock', 5600, 8400, 200),
    ...flow('public_rental_waiting', 7000, 9100, 2400),
  ],
  settlements,
  observations: [
    {
      area: 'city',
      year: 2020,
      indicator: 'resident_urbanization_rate',
      value: 86.16,
      source: { zh: 'census 2020', en: 'census 2020' },
    },
    {
      area: 'city',
      year: 2021,
      indicator: 'resident_urbanization_rate',
      value: 86.8,
      source: { zh: 'bulletin 2021', en: 'bulletin 2021' },
    },
    {
      area: 'city',
      year: 2022,
      indicator: 'resident_urbanization_rate',
      value: 87.1,
      source: { zh: 'bulletin 2022', en: 'bulletin 2022' },
    },
    {
      area: 'city',
      year: 2023,
      indicator: 'resident_urbanization_rate',
      value: 87.7,
      source: { zh: 'bulletin 2023', en: 'bulletin 2023' },
    },
    {
      area: 'city',
      year: 2020,
      indicator: 'registered_urbanization_rate',
      value: 66.4,
      source: { zh: 'made up for the sample', en: 'made up for the sample' },
    },
  ],
  fit: [
    { control: 'residents_by_age_and_sex', controlled: true, error: 0.02 },
    { control: 'households_with_65_plus', controlled: false, error: 2.84 },
    { control: 'residents_off_register_in_same_county', controlled: false, error: 51.38 },
  ],
  targetValues: [
    // 40 replicates, of which 15 and 30 reach the target
    { indicator: 'registered_urbanization_rate', year: 2030, values: spreadOver(40, 70, 78) },
    { indicator: 'resident_urbanization_rate', year: 2025, values: spreadOver(40, 88, 92) },
  ],
  targets: [
    {
      ...{ indicator: 'registered_urbanization_rate', year: 2030, value: 75, document: 'sample-plan' },
      label: { zh: '户籍人口城镇化率达到75%', en: 'Registered rate at least 75 %' },
    },
    {
      ...{ indicator: 'resident_urbanization_rate', year: 2025, value: 89, document: 'sample-plan' },
      label: { zh: '常住人口城镇化率达到89%', en: 'Resident rate at least 89 %' },
    },
  ],
});
