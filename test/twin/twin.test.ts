import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import type { LawBook } from '../../src/policy/law.ts';
import type { Population } from '../../src/population/population.ts';
import type { ParameterName } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { replicateInput, type SampledCity, sampledCity } from '../support/sanmenxia.ts';
import { runTwin } from './twin.ts';

/**
 * The model written a second time, from its documentation, against the kernel: means of both over replicates, compared by
 * two-sample z for every aggregate and year.
 */
const REPLICATES = 20;
/** Those of a twin that is wrong on purpose: enough to find it out. */
const FEW = 10;
const YEARS = 5;
/** Of the city. */
const SHARE = 0.012;
/**
 * About 400 means are compared in all. With the variances of twenty replicates a side, |z| beyond 5 by chance has a
 * probability of some 0.0001 each.
 */
const BOUND = 5;

const stocks = [
  'resident_population',
  'urban_resident_population',
  'registered_population',
  'urban_registered_population.by_place',
  'absent_registered_persons',
  'households',
  'pupils.primary',
  'pupils.senior',
  'employee_insured',
  'permit_holders',
] as const;
const flows = [
  'births',
  'deaths',
  'unions',
  'town_moves',
  'village_returns',
  'out_migrants',
  'return_migrants',
  'arrivals',
  'departures',
  'register_out',
  'reclassified_persons',
  'permits_issued',
  'settled_persons',
  'settled_households',
  'settlement_pool',
  'willing_persons',
  'firm_persons',
  'job_seekers',
  'jobs_found',
  'public_rental_demand',
  'public_rental_waiting',
  'unserved_pupils',
] as const;
type Row = Readonly<Record<string, number>>;
/** Rows by replicate and year, the base year first. */
type Sample = readonly (readonly Row[])[];

let town: SampledCity;
let base: Population;

beforeAll(() => {
  town = sampledCity('scenarios/sanmenxia.yaml', SHARE);
  ({ base } = town);
}, 600_000);

/** A scenario with some parameters set, everything as stated. */
function scenarioWith(changes: Partial<Record<ParameterName, number>> = {}): Scenario {
  const { scenario } = town;
  const set = Object.entries(changes).map(([name, value]) => {
    const [first] = scenario.parameters[name as ParameterName];
    return [name, [{ ...first, value }]];
  });
  const parameters = { ...scenario.parameters, ...Object.fromEntries(set) };
  return { ...scenario, uncertainty: 'fixed', endYear: scenario.baseYear + YEARS, parameters };
}

const realLaw = (): LawBook => town.lawOf({ ...town.scenario.policy, without: [], add: [] });
const noLaw = (): LawBook =>
  compileLawBook([], { documents: [], without: [], add: [], readings: {}, areas: town.city.areas });

const replicates = <T>(run: (replicate: number) => T, count = REPLICATES): T[] =>
  Array.from({ length: count }, (_, r) => run(r + 1));

const kernelRuns = (scenario: Scenario, law: LawBook): Sample =>
  replicates((replicate) =>
    rowsOf(runReplicate(replicateInput(town, { scenario, base, law, replicate, weight: 1, strict: false }))),
  );

const twinRuns = (scenario: Scenario, law: LawBook, changed: Partial<Record<ParameterName, number>> = {}): Sample => {
  const input = { scenario, city: town.city, base, law, realLaw: realLaw(), years: YEARS, changed };
  const isRight = Object.keys(changed).length === 0;
  return replicates((r) => runTwin({ ...input, seed: `twin ${r}` }), isRight ? REPLICATES : FEW);
};

/** The city's indicators of every year, and three made of them. */
function rowsOf({ values, years, areas, indicators }: ReplicateResult): Row[] {
  return years.map((_, y) => {
    const row: Record<string, number> = {};
    indicators.forEach((name, i) => {
      row[name] = values[y * areas.length * indicators.length + i];
    });
    const pool = row['settlement_pool'] / 100;
    row['willing_persons'] = row['willing_share'] * pool;
    row['firm_persons'] = row['firm_share'] * pool;
    const stages = ['preschool', 'primary', 'junior', 'senior'];
    row['unserved_pupils'] = stages.reduce((sum, stage) => sum + row[`school_places_short.${stage}`], 0);
    return row;
  });
}

/** Mean over replicates and its variance; counts of events vary at least as a Poisson count does. */
function momentsOf(sample: Sample, name: string, year: number): { mean: number; variance: number } {
  const values = sample.map((rows) => rows[year][name] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const least = (flows as readonly string[]).includes(name) ? Math.max(mean, 0.5) : 0.5;
  return { mean, variance: Math.max(spread, least) / values.length };
}

/** Every comparison of two samples, the largest |z| first. */
function compare(kernel: Sample, twin: Sample): { z: number; text: string }[] {
  const years = Array.from({ length: YEARS + 1 }, (_, y) => y);
  const found = years.flatMap((year) =>
    (year === 0 ? stocks : [...stocks, ...flows]).map((name) => {
      const [a, b] = [momentsOf(kernel, name, year), momentsOf(twin, name, year)];
      const z = (b.mean - a.mean) / Math.sqrt(a.variance + b.variance);
      return { z, text: `${name} year ${year}: kernel ${a.mean}, twin ${b.mean}, z ${z.toFixed(1)}` };
    }),
  );
  return found.sort((x, y) => Math.abs(y.z) - Math.abs(x.z));
}

const apart = (kernel: Sample, twin: Sample): string[] =>
  compare(kernel, twin)
    .filter(({ z }) => !(Math.abs(z) < BOUND))
    .map(({ text }) => text);

const halved = { 'job.capacityFactor': 0.5, 'rental.capacityFactor': 0.5, 'school.capacityFactor': 0.5 };
let baseline: Sample;

describe('the twin agrees with the kernel', () => {
  it('under the law as it stands, and would be found out with a wrong parameter', () => {
    const scenario = scenarioWith();
    const law = town.lawOf(scenario.policy);
    baseline = kernelRuns(scenario, law);
    expect(apart(baseline, twinRuns(scenario, law))).toEqual([]);
    const restless = twinRuns(scenario, law, { 'return.hazard': 2 * scenario.parameters['return.hazard'][0].value });
    expect(apart(baseline, restless).join()).toContain('return_migrants');
    const firm = twinRuns(scenario, law, { 'settlement.firmShare': 0.2 });
    expect(apart(baseline, firm).join()).toContain('firm_persons');
  }, 600_000);

  it('without any law: nobody may settle, no permits, no rights', () => {
    const scenario = scenarioWith();
    const kernel = kernelRuns(scenario, noLaw());
    expect(momentsOf(kernel, 'settled_persons', YEARS).mean).toBe(0);
    expect(apart(kernel, twinRuns(scenario, noLaw()))).toEqual([]);
  }, 600_000);

  it('with half the jobs, school places and public dwellings', () => {
    const scenario = scenarioWith(halved);
    const law = town.lawOf(scenario.policy);
    const kernel = kernelRuns(scenario, law);
    expect(momentsOf(kernel, 'job_seekers', 1).mean).toBeGreaterThan(momentsOf(baseline, 'job_seekers', 1).mean);
    expect(apart(kernel, twinRuns(scenario, law))).toEqual([]);
  }, 600_000);
});
