import { log } from '../../math/log.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { isPlace, provinceOf, type Region, readRegions } from '../../scenario/city/regions.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { ageShares, bothSexes, childWomanRatio, closedAges, type Survival, survivalOf } from './closed-ages.ts';
import { agesOf, type CensusRow, type NationalCensus, readNationalCensus, together } from './county-census.ts';
import {
  forecastAges,
  type Learned,
  learnedUnits,
  migration,
  netMigration,
  placesOf,
  submatrix,
  urbanAfter,
  urbanisation,
  urbanShift,
} from './county-forecast.ts';
import { censusCovariates, logOdds, standardiser } from './covariates.ts';
import { covariance, fitProcess, gram, type Hyperparameters, type Point } from './gaussian-process.ts';

/** A county of one census and what the regression expects of the ten years after it. */
export interface Prospect {
  readonly code: string;
  readonly prefecture: string;
  readonly baseYear: 2010 | 2020;
  /** Fold of prefectures that the regression had not seen; null where it had seen everything counted by then. */
  readonly withoutFold: number | null;
  /** Residents of both sexes by five-year group ten years on: if nobody moved, and as expected. */
  readonly closed: Float64Array;
  readonly expected: Float64Array;
  /** Urban share of residents now and ten years on. */
  readonly urbanShare: readonly [now: number, after: number];
  /** Shares of residents registered in another county of the province and in another province, ten years on. */
  readonly outsiders: readonly [province: number, nation: number];
  /** Logarithm of residents counted over those expected without moves in the ten years before; NaN where land cannot be matched. */
  readonly ownNet: number;
}

const PLACES: readonly (2010 | 2020)[] = [2010, 2020];

interface Asked {
  readonly code: string;
  readonly prefecture: string;
  readonly row: CensusRow;
  readonly closed: Float64Array;
  readonly point: Point;
}

/** Outputs of the first process: net migration by 18 groups, then shifts of the log-odds of both kinds of outsiders. */
const outputsOf = (each: Learned): ArrayLike<number> => [...netMigration(each), ...outsiderShifts(each)];

const KINDS = ['migrants_from_other_county_same_province', 'migrants_from_other_province'] as const;

const kindShare = (row: CensusRow, kind: (typeof KINDS)[number]): number => (row[kind] || 0) / row.population;

const outsiderShifts = ({ row, later }: Learned): number[] =>
  KINDS.map((kind) => logOdds(kindShare(later, kind)) - logOdds(kindShare(row, kind)));

/**
 * What the regression expects of every county of both censuses. For 2010 it is asked without the fold of the county's own prefecture, so
 * that a hindcast has not seen what it is held against; prefectures whose census of 2020 is not in the data are asked of everything. For 2020
 * it is what 2010-20 taught, asked with the covariates of 2020.
 * @param onFit told before each of the fits of the process
 */
export function countyProspects(read: ReadText, onFit: (done: number, of: number) => void = () => {}): Prospect[] {
  const units = learnedUnits(read);
  const folds = [...new Set(units.map(({ unit }) => unit.fold))].sort((a, b) => a - b);
  const foldOf = new Map(units.map(({ unit }) => [unit.prefecture, unit.fold]));
  const ownNet = ownNets(units);
  const points = units.map(({ point }) => point);
  const all = gram(points, migration);
  const asked = new Map(PLACES.map((year) => [year, askedOf(read, year, units)]));
  const out: Prospect[] = [];
  const fitTo = (known: readonly number[]) => {
    const among = submatrix(all, known);
    const of = (pick: (each: Learned) => ArrayLike<number>): Float64Array[] => {
      const rows = known.map((u) => pick(units[u]));
      return Array.from({ length: rows[0].length }, (_, o) => Float64Array.from(rows, (row) => row[o]));
    };
    return {
      known,
      net: fitProcess(among, of(outputsOf), migration),
      urban: fitProcess(among, of(urbanShift), urbanisation),
    };
  };
  const tell = (
    { known, net, urban }: ReturnType<typeof fitTo>,
    each: Asked,
    baseYear: 2010 | 2020,
    withoutFold: number | null,
  ): void => {
    const to = Float64Array.from(known, (u) => covariance(each.point, points[u], migration as Hyperparameters));
    const shifts = net.predict(to);
    const now = each.row.urban / each.row.population;
    out.push({
      code: each.code,
      prefecture: each.prefecture,
      baseYear,
      withoutFold,
      closed: each.closed,
      expected: forecastAges(each.closed, shifts),
      urbanShare: [now, urbanAfter(now, urban.predict(to))],
      outsiders: KINDS.map((kind, k) => {
        const odds = logOdds(kindShare(each.row, kind)) + shifts[each.closed.length + k];
        return 1 / (1 + Math.exp(-odds));
      }) as unknown as [number, number],
      ownNet: ownNet.get(each.code) ?? Number.NaN,
    });
  };
  [...folds, null].forEach((fold, n) => {
    onFit(n, folds.length + 1);
    const fitted = fitTo(units.flatMap(({ unit }, u) => (unit.fold === fold ? [] : [u])));
    for (const each of asked.get(2010)!)
      if ((foldOf.get(each.prefecture) ?? null) === fold) tell(fitted, each, 2010, fold);
    if (fold === null) for (const each of asked.get(2020)!) tell(fitted, each, 2020, null);
  });
  return out.sort((a, b) => a.baseYear - b.baseYear || (a.code < b.code ? -1 : 1));
}

/** Net growth 2010-20 of the land of each code of 2020, in logs. */
function ownNets(units: readonly Learned[]): ReadonlyMap<string, number> {
  const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0);
  return new Map(
    units.flatMap(({ unit, counted, closed }) => {
      const net = log(sum(counted) / sum(closed));
      return unit.codes[2020].map((code): [string, number] => [code, net]);
    }),
  );
}

/**
 * Children of 0-9 per woman ten years on over those of the census. 2020: about 9.3 million births a year in 2021-25 (printed) and 8 million
 * after (assumption) over the 16.7 million a year of 2015-20; 0.5 to 0.7. Constants are solved on net migration, so that little hangs on it.
 */
const CHILDREN_AFTER = { 2010: 1, 2020: 0.6 } as const;
/** The nation's part in a county's ratio of children to women (closed-ages.ts), by which a fall of all of them is said. */
const NATIONAL_POWER = 0.3;

/** Every county, zone and remainder of a census as a point of the process. */
function askedOf(read: ReadText, year: 2010 | 2020, units: readonly Learned[]): Asked[] {
  const regions = readRegions(read);
  const places = [...regions.values()].filter(isPlace).filter(({ code }) => censusYears(read, code).includes(year));
  const provinces = [...new Set(places.map(({ code }) => provinceOf(code)))];
  const census = readNationalCensus(read, provinces);
  const placeOf = placesOf(read, census);
  const national = together(provinces.map((code) => census.county(year, code)))!;
  const ratio = childWomanRatio(agesOf(national));
  const survivals = new Map(provinces.map((code) => [code, survivalOf(read, code, year)]));
  const rows = places.flatMap((place) => rowsOf(read, census, place, year));
  const described = rows.map(({ code, prefecture, row, registered }) => {
    const survival: Survival = survivals.get(provinceOf(prefecture))!;
    const ages = agesOf(row);
    const before = bothSexes(closedAges(ages, survival, ratio));
    const closed = bothSexes(closedAges(ages, survival, ratio * CHILDREN_AFTER[year] ** (1 / NATIONAL_POWER)));
    const [young, old] = ageShares(before);
    const codes = { 2010: [code], 2020: [code] };
    const place = placeOf({ codes, prefecture });
    const covariates = {
      ...censusCovariates(row, registered, place),
      closedGrowth: log(before.reduce((sum, count) => sum + count, 0) / row.population),
      closedYoung: logOdds(young),
      closedOld: logOdds(old),
      childWomanRatio: log(childWomanRatio(ages)),
    };
    return { code, prefecture, row, closed, place, covariates };
  });
  const known = new Set(units.flatMap(({ unit }) => unit.codes[year]));
  const reference =
    year === 2010
      ? units.map(({ covariates, point }) => ({ covariates, prefecture: point.prefecture }))
      : described.filter(({ code }) => known.has(code));
  const standardised = standardiser(reference);
  return described.map(({ place, covariates, ...each }) => ({
    ...each,
    point: {
      covariates: standardised({ covariates, prefecture: each.prefecture }),
      prefecture: each.prefecture,
      province: each.prefecture.slice(0, 2),
      lon: place.lon,
      lat: place.lat,
    },
  }));
}

/** The areas of a place as a run has them, with their census rows; what has no row of its own has that of the place. */
function rowsOf(read: ReadText, census: NationalCensus, place: Region, year: 2010 | 2020) {
  const { areas } = loadCityData(read, place.code, year);
  const whole = census.county(year, place.code)!;
  return areas.map(({ code, registered }) => {
    const row = census.county(year, code);
    const known = row !== undefined && row.population > 0;
    return { code, prefecture: place.code, row: known ? row : whole, registered: known ? registered : Number.NaN };
  });
}
