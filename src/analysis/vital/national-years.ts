import { exp } from '../../math/exp.ts';
import { buildLifeTables, type LifeTables, type YearTable } from '../../process/demography/life-tables.ts';
import { nationalRates } from '../../scenario/city/vital-tables.ts';
import { AGES } from '../../scenario/city-data.ts';
import { parameterSpecs } from '../../scenario/parameters.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';

/** What the nation's bureau and registrars printed of a year. */
export interface PrintedYear {
  readonly year: number;
  /** Persons. */
  readonly births: number;
  readonly deaths: number;
  /** First unions of women: couples. */
  readonly unions: number;
}

/** Printed over what the tables give. */
export interface YearFactors {
  readonly fertility: number;
  readonly mortality: number;
  readonly unions: number;
}

/** Persons by single age 0..100 of each sex (0 male, 1 female). */
export type SingleAges = readonly [Float64Array, Float64Array];

const CENSUSES = [2010, 2020] as const;
const DECADE = CENSUSES[1] - CENSUSES[0];
/** Above this age cohorts of 2010 cannot be found again below the open age of 2020. */
const OLDEST_FOUND = 89;

/**
 * The factors that make the tables of the United Nations give the nation's births and deaths and `union.hazard` its unions, on the residents
 * counted in 2010 and 2020: cohorts between the two die by the tables, and what else they gain or lose is spread geometrically, from 2020 on carried forward by the factors found so far.
 * Chances are those a run uses (life-tables.ts), so that a run of the whole nation gives the printed numbers back.
 */
export function nationalYears(read: ReadText, printed: readonly PrintedYear[]): YearFactors[] {
  const rates = nationalRates(read);
  const counted = CENSUSES.map((year) => countedAges(read, year));
  const plain = buildLifeTables(rates, () => ({ mortality: 1, fertility: 1 }));
  const tableOf = (year: number, { mortality, fertility }: { mortality: number; fertility: number }): YearTable =>
    buildLifeTables(rates, () => ({ mortality, fertility })).at(year);
  const marriedShare = marriedWomen(read);
  let ages: SingleAges = counted[0];
  let single = new Float64Array(AGES);
  return printed.map(({ year, births, deaths, unions }): YearFactors => {
    ages = year <= CENSUSES[1] + 1 ? interpolated(counted[0], counted[1], year - 1, plain) : ages;
    if (year <= CENSUSES[1] + 1) single = ages[1].map((women, age) => women * (1 - marriedShare(year - 1, age)));
    const mortality = mortalityFactor(ages, deaths, births, (factor) =>
      tableOf(year, { mortality: factor, fertility: 1 }),
    );
    const expected = yearLater(ages, tableOf(year, { mortality, fertility: 1 }), 0).births;
    const fertility = births / expected;
    const table = tableOf(year, { mortality, fertility });
    const looking = single.map((women, age) => women * (1 - table.death[1][age]) * chanceOfUnion(age + 1));
    const union = unions / looking.reduce((sum, women) => sum + women, 0);
    const left = new Float64Array(AGES);
    for (let age = 0; age < AGES - 1; age++)
      left[age + 1] = single[age] * (1 - table.death[1][age]) - union * looking[age];
    ages = yearLater(ages, table, births).ages;
    left[0] = ages[1][0];
    single = left;
    return { fertility, mortality, unions: union };
  });
}

/** Residents of the nation by single age, as counted. */
export function countedAges(read: ReadText, year: number): SingleAges {
  const table = readTable(read, 'single-age.csv', ['year', 'sex', 'age', 'population']);
  const ages = [new Float64Array(AGES), new Float64Array(AGES)] as const;
  for (const row of table.rows)
    if (numberAt(table, row, 'year') === year)
      ages[textAt(row, 'sex') === 'F' ? 1 : 0][numberAt(table, row, 'age')] = numberAt(table, row, 'population');
  return ages;
}

/**
 * Ages at the end of a year between two censuses. Cohorts die by the tables; what the second census counts beyond that came evenly. Those
 * born since the first are taken as counted in the second.
 */
export function interpolated(first: SingleAges, second: SingleAges, year: number, tables: LifeTables): SingleAges {
  const passed = year - CENSUSES[0];
  const share = passed / DECADE;
  const ofSex = (sex: 0 | 1): Float64Array => {
    const ages = new Float64Array(AGES);
    for (let age = 0; age < passed; age++) ages[age] = second[sex][age + CENSUSES[1] - year];
    for (let cohort = 0; cohort < AGES; cohort++) {
      const age = Math.min(AGES - 1, cohort + passed);
      const found = cohort <= OLDEST_FOUND && first[sex][cohort] > 0;
      const now = alive(first[sex][cohort], sex, cohort, passed, tables);
      const then = alive(first[sex][cohort], sex, cohort, DECADE, tables);
      ages[age] += found ? now * (second[sex][cohort + DECADE] / then) ** share : now;
    }
    return ages;
  };
  return [ofSex(0), ofSex(1)];
}

function alive(persons: number, sex: 0 | 1, age: number, years: number, tables: LifeTables): number {
  let left = persons;
  for (let t = 0; t < years; t++) left *= 1 - tables.at(CENSUSES[0] + 1 + t).death[sex][Math.min(AGES - 1, age + t)];
  return left;
}

/** One year on: deaths, a year older, births of those who lived on, of whom some die. */
export function yearLater(ages: SingleAges, { death, birth, boys, newbornDeath }: YearTable, bornInstead: number) {
  const later = [new Float64Array(AGES), new Float64Array(AGES)] as const;
  let births = 0;
  let deaths = 0;
  for (const sex of [0, 1] as const) {
    for (let age = 0; age < AGES; age++) {
      const dying = ages[sex][age] * death[sex][age];
      const living = ages[sex][age] - dying;
      deaths += dying;
      later[sex][Math.min(age + 1, AGES - 1)] += living;
      if (sex === 1) births += living * birth[age];
    }
  }
  const born = bornInstead > 0 ? bornInstead : births;
  later[0][0] = born * boys * (1 - newbornDeath[0]);
  later[1][0] = born * (1 - boys) * (1 - newbornDeath[1]);
  deaths += born - later[0][0] - later[1][0];
  return { ages: later, births, deaths };
}

/** By halving: deaths rise with the factor. */
function mortalityFactor(
  ages: SingleAges,
  deaths: number,
  births: number,
  table: (factor: number) => YearTable,
): number {
  let [low, high] = [0.3, 3];
  for (let n = 0; n < 40; n++) {
    const middle = (low + high) / 2;
    if (yearLater(ages, table(middle), births).deaths > deaths) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The chance of a run that a single woman of this age looks for a partner, at the parameters as stated. */
function chanceOfUnion(age: number): number {
  if (age < 20 || age > 50) return 0;
  const z = (age - parameterSpecs['union.peakAge'].value) / parameterSpecs['union.ageSpread'].value;
  return parameterSpecs['union.hazard'].value * exp(-z * z);
}

/** Share of women who are married by age at the end of a year, between the censuses in proportion. */
function marriedWomen(read: ReadText): (year: number, age: number) => number {
  const table = readTable(read, 'married-share.csv', ['year', 'region_code', 'sex', 'age', 'married']);
  const shares = CENSUSES.map(() => new Float64Array(AGES));
  for (const row of table.rows)
    if (textAt(row, 'region_code') === '000000' && textAt(row, 'sex') === 'F')
      shares[numberAt(table, row, 'year') === CENSUSES[0] ? 0 : 1][numberAt(table, row, 'age')] = numberAt(
        table,
        row,
        'married',
      );
  return (year, age) => {
    const share = (year - CENSUSES[0]) / DECADE;
    return shares[0][age] * (1 - share) + shares[1][age] * share;
  };
}
