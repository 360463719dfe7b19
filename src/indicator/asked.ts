import { indicators } from './indicators.ts';
import type { Indicator } from './table/expand.ts';
import type { Year } from './year.ts';

/** Indicators that are read of some years, both ends included. */
export interface Asked {
  readonly indicators: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What has to be counted in a year. */
interface Needs {
  /** Stocks of the year end. */
  readonly stocks: boolean;
  /** Persons by what they are served with. */
  readonly served: boolean;
  /** Answers of the yearly survey. */
  readonly survey: boolean;
}

/** What is measured of one year. */
export interface MeasuredYear extends Needs {
  /** Columns of the result that are filled, by their place in `Measured.indicators`. */
  readonly columns: readonly number[];
}

/** What is measured of a replicate. */
export interface Measured {
  /** The columns of the result. */
  readonly indicators: readonly Indicator[];
  /** By year, the base year first. */
  readonly years: readonly MeasuredYear[];
}

/**
 * What has to be measured so that everything asked can be read.
 * @param asked everything of every year where left out
 * @param years calendar years of the replicate
 * @throws Error for an indicator that is not in the table
 */
export function measuredFor(asked: readonly Asked[] | undefined, years: readonly number[]): Measured {
  if (asked === undefined) {
    const all = yearOf(indicators, indicators);
    return { indicators, years: years.map(() => all) };
  }
  const named = (names: Iterable<string>): Indicator[] => [...new Set(names)].map(indicatorOf);
  const columns = named(asked.flatMap((each) => each.indicators));
  return {
    indicators: columns,
    years: years.map((year) => {
      const inYear = asked.filter(({ from, to }) => from <= year && year <= to);
      return yearOf(columns, named(inYear.flatMap((each) => each.indicators)));
    }),
  };
}

const byName = new Map(indicators.map((indicator) => [indicator.name, indicator]));

function indicatorOf(name: string): Indicator {
  const indicator = byName.get(name);
  if (indicator === undefined) throw new Error(`no indicator ${name}`);
  return indicator;
}

function yearOf(columns: readonly Indicator[], read: readonly Indicator[]): MeasuredYear {
  const needs = read.map(needsOf);
  return {
    columns: read.map((indicator) => columns.indexOf(indicator)),
    stocks: needs.some(({ stocks }) => stocks),
    served: needs.some(({ served }) => served),
    survey: needs.some(({ survey }) => survey),
  };
}

const surveyed = new Set([
  'settlementAsked',
  'settlementEligible',
  'settlementAware',
  'settlementWilling',
  'settlementFirm',
]);

/** What an indicator takes its number from, found by letting it take one. */
function needsOf(indicator: Indicator): Needs {
  const needs = { stocks: false, served: false, survey: false };
  const noting = (what: keyof Needs) => (): number => {
    needs[what] = true;
    return 1;
  };
  const [stock, served, nothing] = [noting('stocks'), noting('served'), () => 1];
  const year: Year = {
    preschoolShare: 1,
    deathsMissed: 0,
    count: stock,
    urbanRegistered: stock,
    pyramid: stock,
    served,
    townPupils: served,
    awardChildren: served,
    event: (name) => (surveyed.has(name) ? noting('survey')() : 1),
    settled: nothing,
    settledAs: nothing,
    awardSettlers: nothing,
    school: nothing,
    moves: nothing,
    residentRateChange: stock,
    registeredRateChange: stock,
  };
  indicator.take(year);
  return needs;
}
