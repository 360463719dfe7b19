import { logistic, logit } from '../../math/logistic.ts';
import { type CensusUnit, readCensus } from '../../scenario/city/census-unit.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import { LEVEL_SD, LEVEL_SHIFT } from '../../scenario/city/register-level.ts';
import { nationAt, readRates } from '../../scenario/city/register-rates.ts';
import { type ReadText, readTable, textAt } from '../../scenario/tables.ts';

/** A printed rate beside what is forecast of it without any rate of the place or its province: shares, 0..1. */
interface RateScore {
  readonly code: string;
  readonly year: number;
  readonly printed: number;
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
}

/** Yearly change of a rate between two years it was printed of, beside its forecast with the place left out. */
interface ChangeScore extends RateScore {
  readonly from: number;
}

const NATION = '000000';
const NINETY = 1.645;
/** Power and bounds of the pace of settling, and the spread of yearly changes about it (t of 4 degrees, 0.45 points): joint-model.md. */
const POWER = 4;
const BOUNDS = [-0.4, 0.25] as const;
const CHANGE_90 = 0.0045 * 2.132;
/** The two printed rates of the nation give the constant; places add nothing to it. */
const LEVEL_YEAR = 2020;

/** Levels: the nation's line at each place's first printed year. */
export function levelScores(read: ReadText): RateScore[] {
  const rates = readRates(read);
  return printedPlaces(read).flatMap(({ code, census }) => {
    const [printed] = rates.of(code, 'place');
    if (printed === undefined) return [];
    const drift = nationAt(rates, Math.min(2023, printed.year)) - nationAt(rates, LEVEL_YEAR);
    const level = logit(census.urban / census.population) + LEVEL_SHIFT[LEVEL_YEAR] + drift;
    const sd = sdOf(census);
    return [
      {
        code,
        year: printed.year,
        printed: printed.share,
        forecast: logistic(level),
        low: logistic(level - NINETY * sd),
        high: logistic(level + NINETY * sd),
      },
    ];
  });
}

/** Yearly changes: the pace by registered over resident persons of 2010, its constant the median of the other places. */
export function changeScores(read: ReadText): ChangeScore[] {
  const rates = readRates(read);
  const pairs = printedPlaces(read).flatMap(({ code, census }) =>
    rates
      .of(code, 'place')
      .slice(1)
      .map((later, n) => {
        const earlier = rates.of(code, 'place')[n];
        const change = (later.share - earlier.share) / (later.year - earlier.year);
        const pace = Math.exp(-POWER * within(Math.log((census.registered ?? census.population) / census.population)));
        return { code, from: earlier.year, year: later.year, change, room: pace * (1 - earlier.share) };
      }),
  );
  return pairs.map(({ code, from, year, change, room }) => {
    const others = pairs.filter((pair) => pair.code !== code).map((pair) => pair.change / pair.room);
    const forecast = medianOf(others) * room;
    return { code, from, year, printed: change, forecast, low: forecast - CHANGE_90, high: forecast + CHANGE_90 };
  });
}

/** Mean and median of what forecasts miss, and the share of figures inside their 90 % interval. */
export function scoreOf(scores: readonly RateScore[]) {
  const errors = scores.map(({ printed, forecast }) => Math.abs(forecast - printed));
  const inside = scores.filter(({ printed, low, high }) => printed >= low && printed <= high).length;
  return {
    n: scores.length,
    mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    median: medianOf(errors),
    inside90: inside / scores.length,
  };
}

/** Places below the nation that a rate by place was printed of, with their census of 2010. */
function printedPlaces(read: ReadText): { code: string; census: CensusUnit }[] {
  const table = readTable(read, 'register-rates.csv', ['area_code', 'by']);
  const codes = new Set(
    table.rows.filter((row) => textAt(row, 'by') === 'place').map((row) => textAt(row, 'area_code')),
  );
  return [...codes].flatMap((code) => {
    const census = code === NATION ? undefined : readCensus(read, 2010, provinceOf(code)).get(code);
    return census === undefined ? [] : [{ code, census }];
  });
}

function sdOf({ level }: CensusUnit): number {
  const { province, prefecture, county } = LEVEL_SD;
  if (level === 'province') return province;
  return level === 'prefecture' ? Math.hypot(province, prefecture) : Math.hypot(province, prefecture, county);
}

const within = (value: number): number => Math.min(BOUNDS[1], Math.max(BOUNDS[0], value));

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
