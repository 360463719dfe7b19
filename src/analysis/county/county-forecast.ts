import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { optionalNumberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import { ageShares, bothSexes, childWomanRatio, closedAges, type Survival, survivalOf } from './closed-ages.ts';
import { agesOf, type CensusRow, type NationalCensus, readNationalCensus, together } from './county-census.ts';
import { censusCovariates, logOdds, type Place, standardiser } from './covariates.ts';
import { type SquareMatrix, squareMatrix } from './dense-matrix.ts';
import { fitProcess, gram, type Hyperparameters, type Point } from './gaussian-process.ts';
import { readScoreUnits, type ScoreUnit } from './score-units.ts';

/** A unit with what the census of 2010 says of it, and what came of it. */
export interface Learned {
  readonly unit: ScoreUnit;
  readonly row: CensusRow;
  /** Residents of both sexes by five-year group in 2020 if nobody had moved. */
  readonly closed: Float64Array;
  /** As counted in 2020, in the row of that census too. */
  readonly counted: Float64Array;
  readonly later: CensusRow;
  /** What the census of 2010 says, before it is standardised. */
  readonly covariates: Readonly<Record<string, number>>;
  readonly point: Point;
}

/** What is forecast of a unit ten years on. */
export interface CountyForecast {
  /** Residents of both sexes by five-year age group. */
  readonly ages: Float64Array;
  readonly urbanShare: number;
}

/** Persons added to both sides of a ratio of counts, so that small groups do not rule. */
const FEW = 3;

export const migration: Hyperparameters = {
  linear: 0.5,
  smooth: 1,
  lengthScale: 1,
  space: 0.1,
  kilometres: [150, 800],
  province: 0.2,
  prefecture: 0.1,
  noise: 0.3,
  freedom: 4,
};
export const urbanisation: Hyperparameters = { ...migration, freedom: 2.5 };

/**
 * Forecasts every unit of equal land from its census of 2010 by what happened in the other nine folds of prefectures: net migration by age
 * over what births and deaths alone would have made, and the shift of the urban share, each by a Gaussian process on the covariates of 2010.
 * @param folds those to forecast; all where they are not said
 * @param onFold told before each fold
 * @returns one forecast a unit, in the order of the units; null in folds that were not asked for
 */
export function forecastByFolds(
  units: readonly Learned[],
  { folds, onFold }: { readonly folds?: readonly number[]; readonly onFold?: (fold: number) => void } = {},
): (CountyForecast | null)[] {
  const forecasts = new Map<Learned, CountyForecast>();
  const asked = folds ?? [...new Set(units.map(({ unit }) => unit.fold))].sort((a, b) => a - b);
  const points = units.map(({ point }) => point);
  const migrationGram = gram(points, migration);
  for (const fold of asked) {
    onFold?.(fold);
    const known = units.flatMap(({ unit }, u) => (unit.fold === fold ? [] : [u]));
    const among = submatrix(migrationGram, known);
    const outputs = (of: (each: Learned) => ArrayLike<number>): Float64Array[] => {
      const rows = known.map((u) => of(units[u]));
      return Array.from({ length: rows[0].length }, (_, o) => Float64Array.from(rows, (row) => row[o]));
    };
    const net = fitProcess(among, outputs(netMigration), migration);
    const urban = fitProcess(among, outputs(urbanShift), urbanisation);
    units.forEach((each, u) => {
      if (each.unit.fold !== fold) return;
      const to = Float64Array.from(known, (k) => migrationGram.values[u * units.length + k]);
      forecasts.set(each, forecastOf(each, net.predict(to), urban.predict(to)));
    });
  }
  return units.map((each) => forecasts.get(each) ?? null);
}

/** Rows and columns of a matrix, in the order given. */
export function submatrix({ size, values }: SquareMatrix, rows: readonly number[]): SquareMatrix {
  const part = squareMatrix(rows.length);
  rows.forEach((i, r) => {
    rows.forEach((j, c) => {
      part.values[r * rows.length + c] = values[i * size + j];
    });
  });
  return part;
}

/** Logarithm of those counted over those expected without moves, by age group. */
export const netMigration = ({ counted, closed }: Learned): Float64Array =>
  counted.map((persons, group) => log((persons + FEW) / (closed[group] + FEW)));

const urbanShareOf = ({ urban, residents }: ScoreUnit, year: 2010 | 2020): number => urban[year] / residents[year];

/** Shift of the urban share in log-odds and in points: low shares follow the one, high ones the other. */
export const urbanShift = ({ unit }: Learned): readonly number[] => [
  logOdds(urbanShareOf(unit, 2020)) - logOdds(urbanShareOf(unit, 2010)),
  urbanShareOf(unit, 2020) - urbanShareOf(unit, 2010),
];

const forecastOf = ({ unit, closed }: Learned, net: Float64Array, urban: Float64Array): CountyForecast => ({
  ages: forecastAges(closed, net),
  urbanShare: urbanAfter(urbanShareOf(unit, 2010), urban),
});

/** Residents by age group from those expected without moves and the logarithms of net migration. */
export const forecastAges = (closed: Float64Array, net: Float64Array): Float64Array =>
  closed.map((persons, group) => persons * exp(net[group]));

/** Urban share ten years on: the mean of what both kinds of shift make of it. */
export function urbanAfter(share: number, [odds, points]: Float64Array): number {
  const byOdds = 1 / (1 + exp(-(logOdds(share) + odds)));
  const byPoints = Math.min(0.995, Math.max(0.01, share + points));
  return (byOdds + byPoints) / 2;
}

/** Reads the units, their census of 2010 and what the census of 2020 counted. */
export function learnedUnits(read: ReadText): Learned[] {
  const regions = readRegions(read);
  const provinces = [...regions.values()].filter(({ level }) => level === 'province').map(({ code }) => code);
  const census = readNationalCensus(read, provinces);
  const placeOf = placesOf(read, census);
  const national = together(provinces.map((code) => census.county(2010, code)))!;
  const ratio = childWomanRatio(agesOf(national));
  const survivals = new Map<string, Survival>();
  const known = readScoreUnits(read).flatMap((unit) => {
    const [row, later] = ([2010, 2020] as const).map((year) =>
      together(unit.codes[year].map((code) => census.county(year, code))),
    );
    return row === undefined || later === undefined ? [] : [{ unit, row, later }];
  });
  const units = known.map(({ unit, row, later }) => {
    const province = `${unit.prefecture.slice(0, 2)}0000`;
    const survival = survivals.get(province) ?? survivalOf(read, province, 2010);
    survivals.set(province, survival);
    const ages = agesOf(row);
    const closed = bothSexes(closedAges(ages, survival, ratio));
    const [young, old] = ageShares(closed);
    const place = placeOf(unit);
    const covariates = {
      ...censusCovariates(row, row.hukou_population, place),
      closedGrowth: log(closed.reduce((sum, count) => sum + count, 0) / row.population),
      closedYoung: logOdds(young),
      closedOld: logOdds(old),
      childWomanRatio: log(childWomanRatio(ages)),
    };
    return {
      unit,
      row,
      later,
      closed,
      counted: bothSexes(agesOf(later)),
      place,
      covariates,
      prefecture: unit.prefecture,
    };
  });
  const standardised = standardiser(units);
  return units.map(({ place, covariates, prefecture, ...unit }) => ({
    ...unit,
    covariates,
    point: {
      covariates: standardised({ covariates, prefecture }),
      prefecture,
      province: prefecture.slice(0, 2),
      lon: place.lon,
      lat: place.lat,
    },
  }));
}

/** Where the counties of a unit lie on average; what areas.csv does not know is the mean of the prefecture. */
export function placesOf(
  read: ReadText,
  census: NationalCensus,
): (unit: Pick<ScoreUnit, 'codes' | 'prefecture'>) => Place {
  const table = readTable(read, 'areas.csv', ['code', 'lon', 'lat', 'seat_km', 'km_to_province_capital', 'central']);
  const columns = ['lon', 'lat', 'seat_km', 'km_to_province_capital'] as const;
  const known = new Map(
    table.rows.map((row) => [
      textAt(row, 'code'),
      {
        numbers: columns.map((column) => optionalNumberAt(table, row, column) ?? Number.NaN),
        central: textAt(row, 'central') === '1' ? 1 : 0,
        district: textAt(row, 'level') === 'district' ? 1 : 0,
      },
    ]),
  );
  const mean = (values: readonly number[]): number => {
    const finite = values.filter(Number.isFinite);
    return finite.length === 0 ? Number.NaN : finite.reduce((sum, value) => sum + value, 0) / finite.length;
  };
  const ofPrefecture = (code: string, column: number): number =>
    mean([...known].filter(([each]) => each.startsWith(code.slice(0, 4))).map(([, { numbers }]) => numbers[column]));
  return (unit) => {
    const parts = [...unit.codes[2020], ...unit.codes[2010]].flatMap((code) => known.get(code) ?? []);
    const at = (column: number): number => {
      const own = mean(parts.map(({ numbers }) => numbers[column]));
      return Number.isNaN(own) ? ofPrefecture(unit.prefecture, column) : own;
    };
    const names = unit.codes[2010].map(census.name);
    return {
      lon: at(0),
      lat: at(1),
      seatKm: at(2),
      capitalKm: at(3),
      central: mean(parts.map(({ central }) => central)) || 0,
      district: names.some((name) => name.endsWith('区')) ? 1 : 0,
      countyCity: names.some((name) => name.endsWith('市')) ? 1 : 0,
    };
  };
}
