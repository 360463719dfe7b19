import { numberAt, type ReadText, readTable } from '../tables.ts';

export const nationYearsFile = 'nation-years.csv';

/** Age at which college begins. */
export const COLLEGE_AGE = 18;

/** Year whose share of college entrants `education.collegeShare` states. */
const STATED = 2020;

/** What the nation counted year by year, without a gap; years after the last printed are assumptions that the table says in its rows. */
export interface NationYears {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Urban share of residents, and share of town registers by place, 0..1. */
  readonly urban: Float64Array;
  readonly townRegister: Float64Array;
  /** Gross enrolment of higher education, 0..1. */
  readonly collegeEnrolment: Float64Array;
  /** Entrants of regular colleges, persons. */
  readonly collegeEntrants: Float64Array;
}

/** The nation's years of `nation-years.csv`. */
export function nationYears(read: ReadText): NationYears {
  const table = readTable(read, nationYearsFile, [
    ...['year', 'urban', 'town_register', 'college_enrolment', 'college_entrants'],
  ]);
  const column = (name: string, per = 1): Float64Array =>
    Float64Array.from(table.rows, (row) => numberAt(table, row, name) / per);
  const years = column('year');
  return {
    firstYear: years[0],
    lastYear: years[years.length - 1],
    urban: column('urban', 100),
    townRegister: column('town_register', 100),
    collegeEnrolment: column('college_enrolment', 100),
    collegeEntrants: column('college_entrants'),
  };
}

type Series = 'urban' | 'townRegister' | 'collegeEnrolment' | 'collegeEntrants';

/** A figure of the nation in a year: years before the first and after the last hold theirs. */
export const inYear = (nation: NationYears, series: Series, year: number): number =>
  nation[series][Math.min(Math.max(year, nation.firstYear), nation.lastYear) - nation.firstYear];

/** Share of those of an age who begin college in a year, and number of those who do, over those of 2020. */
export const entrantShareOver = (nation: NationYears, year: number): number =>
  inYear(nation, 'collegeEnrolment', year) / inYear(nation, 'collegeEnrolment', STATED);
export const entrantsOver = (nation: NationYears, year: number): number =>
  inYear(nation, 'collegeEntrants', year) / inYear(nation, 'collegeEntrants', STATED);
