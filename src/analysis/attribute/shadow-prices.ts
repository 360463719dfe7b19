import type { ReplicateResult } from '../../indicator/result.ts';
import { seriesIn } from '../compare/series.ts';
import { type Estimate, estimate } from '../paired/estimate.ts';
import { type Ratio, ratioOfMeans } from '../paired/ratio.ts';
import { shortages } from './outcomes.ts';

export const constraints = ['school', 'rental'] as const;
export type Constraint = (typeof constraints)[number];

/** What lifts a constraint: the parameter, its value for "never runs out", and the factor of a small relief. */
export const relief = {
  school: { parameter: 'school.capacityFactor' },
  rental: { parameter: 'rental.capacityFactor' },
} as const;
/** So many times the capacity of the base year are more than anybody asks for. */
export const LIFTED = 100;
export const RELIEVED = 1.05;

/**
 * What a shortage costs in settlers, in one area up to the end of one year. All are 0, exactly, where nothing runs out.
 *
 * The price is the number of settlers there would be more if the constraint did not bind, over the places (or dwellings) missing
 * each year, added up: settlers for each place that is missing for a year. It is a mean over all missing places. `marginal` is
 * the price of the first: settlers gained over missing places avoided when capacity is 5 % larger.
 */
export interface ShadowPrice {
  readonly constraint: Constraint;
  readonly area: string;
  readonly year: number;
  /** Missing in the year, and added up since the base year: place-years. */
  readonly missing: Estimate;
  readonly missingSoFar: Estimate;
  /** Share of the replicates in which something was missing by then. */
  readonly binding: number;
  /** Settlers lost since the base year: without the constraint less with it. Below 0 where relief draws people who stay unsettled. */
  readonly lost: Estimate;
  readonly price: Ratio;
  readonly marginal: Ratio;
}

/** Runs of one constraint: as it is, lifted, and relieved a little; the same replicates in the same order. */
interface ConstraintRuns {
  readonly asIs: readonly ReplicateResult[];
  readonly lifted: readonly ReplicateResult[];
  readonly relieved: readonly ReplicateResult[];
}

/** Shadow prices of one constraint by area and year. */
export function shadowPrices(constraint: Constraint, { asIs, lifted, relieved }: ConstraintRuns): ShadowPrice[] {
  const { areas, years } = asIs[0];
  return areas.flatMap((area, a) => {
    const missing = asIs.map((result) => missingIn(result, constraint, a, false));
    const soFar = asIs.map((result) => missingIn(result, constraint, a, true));
    const stillMissing = relieved.map((result) => missingIn(result, constraint, a, true));
    const settled = [asIs, lifted, relieved].map((results) => results.map((result) => settledIn(result, a)));
    return years.slice(1).map((year, n): ShadowPrice => {
      const y = n + 1;
      const at = (series: readonly (readonly number[])[]): number[] => series.map((each) => each[y]);
      const [now, without, eased] = settled.map(at) as [number[], number[], number[]];
      const lost = without.map((value, r) => value - now[r]);
      const [short, less] = [at(soFar), at(stillMissing)];
      return {
        constraint,
        area,
        year,
        missing: estimate(at(missing)),
        missingSoFar: estimate(short),
        binding: short.filter((value) => value > 0).length / short.length,
        lost: estimate(lost),
        price: price(lost, short),
        marginal: price(
          eased.map((value, r) => value - now[r]),
          short.map((value, r) => value - less[r]),
        ),
      };
    });
  });
}

const NOTHING: Ratio = { ratio: 0, se: 0, low: 0, high: 0, undetermined: false };

/** Where nothing is missing a place is worth nothing: its price is 0, not 0 over 0. */
const price = (lost: readonly number[], missing: readonly number[]): Ratio =>
  missing.every((value) => value === 0) && lost.every((value) => value === 0) ? NOTHING : ratioOfMeans(lost, missing);

function missingIn(result: ReplicateResult, constraint: Constraint, a: number, soFar: boolean): number[] {
  const parts = shortages[constraint].map((indicator) =>
    seriesIn(result, result.indicators.indexOf(indicator), a, false),
  );
  let sum = 0;
  return result.years.map((_, y) => {
    const now = parts.reduce((total, part) => total + (Number.isNaN(part[y]) ? 0 : part[y]), 0);
    sum += now;
    return soFar ? sum : now;
  });
}

const settledIn = (result: ReplicateResult, a: number): number[] =>
  seriesIn(result, result.indicators.indexOf('settled_persons'), a, true);
