import { boundTo } from '../population/bound.ts';
import { HouseholdKind, isInCity, Presence, SchoolStage, schoolStages, Tenure, Work } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import type { CountyParameterName } from '../scenario/county-parameters.ts';
import type { ParameterValues } from '../scenario/parameters.ts';

export const STAGES = schoolStages.length;

/** Ages of the first and the last stage. */
export const YOUNGEST_PUPIL = 3;
export const OLDEST_PUPIL = 17;

/** `SchoolStage` of a child, or -1. */
export function stageOf(age: number, work: number): number {
  if (age < YOUNGEST_PUPIL || age > OLDEST_PUPIL) return -1;
  if (age < 6) return SchoolStage.preschool;
  if (age < 12) return SchoolStage.primary;
  if (age < 15) return SchoolStage.junior;
  return work === Work.student ? SchoolStage.senior : -1;
}

/**
 * What can run out in the towns of each area, and how scarce it was last year. Households only ever see last year's scarcity;
 * what runs out this year is given by the law's priority and then by keyed lottery, so that no row order matters.
 */
export interface Capacity {
  /** Town jobs: [area]. */
  readonly jobs: Float64Array;
  /** Share of job seekers who found one over the county's usual share (`CountyFlows.jobChances`), of the years past, the last most: [area]. */
  readonly jobLuck: Float64Array;
  /** Public rental dwellings for migrant households: [area]. */
  readonly dwellings: Float64Array;
  /** Rent subsidies paid last year, with the fraction that rounding left where the budget bound; Infinity before the first: [area]. */
  readonly subsidies: Float64Array;
  /** Town school places: [area * STAGES + stage]. */
  readonly places: Float64Array;
  /** Share of last year's pupils without a town register who got a place: [area]. */
  readonly placeChance: Float64Array;
}

/**
 * Capacity at the end of the base year: what is in use there, plus the spare shares of the parameters. Jobs: workers in towns.
 * Dwellings: migrant households housed. Places: pupils in towns. In persons and dwellings of the (sampled)
 * population, with fractions: whoever gives them out rounds to the nearest, since a sample rounded down would be short everywhere.
 */
export function baseCapacity(
  population: Population,
  areas: number,
  p: ParameterValues,
  counties: readonly CountyValues[] = Array.from({ length: areas }, () => p),
): Capacity {
  const jobs = new Float64Array(areas);
  const places = new Float64Array(areas * STAGES);
  const dwellings = new Float64Array(areas);
  countInUse(population)(jobs, places, dwellings);
  const capacity = {
    jobs,
    dwellings,
    subsidies: new Float64Array(areas).fill(Number.POSITIVE_INFINITY),
    places,
    jobLuck: new Float64Array(areas).fill(1),
    placeChance: new Float64Array(areas).fill(1),
  };
  counties.forEach((own, area) => {
    multiply(capacity, area, factorsOf({ ...p, ...own }));
  });
  return capacity;
}

/** What a county may have a value of its own for. */
export type CountyValues = Pick<ParameterValues, CountyParameterName>;

/** Factors on what is in use in the base year. */
const factorsOf = (p: ParameterValues) => ({
  jobs: (1 + p['job.vacantShare']) * p['job.capacityFactor'],
  dwellings: (1 + p['rental.spareShare']) * p['rental.capacityFactor'],
  places: p['school.placesPerPupil'] * p['school.capacityFactor'],
});

function multiply(capacity: Capacity, area: number, { jobs, dwellings, places }: ReturnType<typeof factorsOf>): void {
  if (jobs !== 1) capacity.jobs[area] *= jobs;
  if (dwellings !== 1) capacity.dwellings[area] *= dwellings;
  if (places !== 1) for (let s = 0; s < STAGES; s++) capacity.places[area * STAGES + s] *= places;
}

/**
 * A factor that is dated acts from its year on what there is by then.
 * @param before values of last year, of the city and by area
 */
export function followFactors(
  capacity: Capacity,
  before: readonly [ParameterValues, readonly CountyValues[]],
  now: readonly [ParameterValues, readonly CountyValues[]],
): void {
  const ratio = (last: number, next: number): number => (last > 0 ? next / last : 1);
  now[1].forEach((own, area) => {
    const [last, next] = [factorsOf({ ...before[0], ...before[1][area] }), factorsOf({ ...now[0], ...own })];
    multiply(capacity, area, {
      jobs: ratio(last.jobs, next.jobs),
      dwellings: ratio(last.dwellings, next.dwellings),
      places: ratio(last.places, next.places),
    });
  });
}

/** Counts what is in use in the towns of each area: jobs, school places and dwellings. */
const countInUse = boundTo((workspace) => {
  const { presence, residenceArea, residenceUrban, work, age } = workspace.persons.columns;
  const { kind, tenure, homeArea, townArea } = workspace.households.columns;
  return (jobs: Float64Array, places: Float64Array, dwellings: Float64Array): void => {
    const { persons, households } = workspace;
    for (let i = 0; i < persons.rows; i++) {
      if (presence[i] === Presence.gone || residenceUrban[i] === 0 || !isInCity(residenceArea[i])) continue;
      const area = residenceArea[i];
      if (holdsJob(work[i])) jobs[area]++;
      const stage = stageOf(age[i], work[i]);
      if (stage >= 0) places[area * STAGES + stage]++;
    }
    for (let h = 0; h < households.rows; h++) {
      if (kind[h] !== HouseholdKind.family || tenure[h] !== Tenure.publicRental) continue;
      dwellings[isInCity(townArea[h]) ? townArea[h] : homeArea[h]]++;
    }
  };
});

/** Work that takes one of the town's jobs. The self-employed make their own. */
export const holdsJob = (work: number): boolean => work === Work.informal || work === Work.formal;
