import { runReplicate } from '../../dist/kernel/run-replicate.js';
import { workspaceCapacity } from '../../dist/kernel/workspace.js';
import { compileLawBook } from '../../dist/policy/compile-law-book.js';
import { isInCity, Presence, Work } from '../../dist/population/codes.js';
import { allocatePopulation, type Population } from '../../dist/population/population.js';
import type { Inputs } from '../../dist/run/load-inputs.js';
import type { ParameterName } from '../../dist/scenario/parameters.js';
import type { Scenario } from '../../dist/scenario/scenario.js';
import type { Change, Ground, Lever } from './levers.ts';
import { type TrialClause, trialDocument } from './trial-document.ts';

const FROM = 2021;
const YEARS = 5;
const ADULT_AGE = 18;
/** National routes by a stable dwelling, and the national land clauses. */
const OPEN_ROUTES = ['national-2014:towns', 'national-2014:medium'];
const LAND_CLAUSES = ['national-2014:land', 'national-land-2019:art27'];

/** What one run says about settling, in percent of the stated people. */
export interface Outcome {
  /** Of the in-town rural adults of the base year: settled within five years. */
  readonly adults: number;
  /** All persons settled within five years, dependants and newcomers too, per 100 in-town rural persons of the base year. */
  readonly persons: number;
  /** Of the rural-registered labour of the city of the base year, wherever they live: town register after five years. */
  readonly labour: number;
  /** Of the in-town rural adults of the base year still there: insured as employees after five years. */
  readonly insured: number;
  /** Mean share of the pool willing to settle over the five years. */
  readonly willing: number;
  /** Persons who moved from a village to a town within five years, per 100 in-town rural persons of the base year. */
  readonly moves: number;
  /** Children left behind in villages at the end, on the same base. */
  readonly leftBehind: number;
}

export interface Town {
  readonly inputs: Inputs;
  readonly base: Population;
  readonly workspace: Population;
  readonly weight: number;
}

export function createTown(inputs: Inputs, base: Population, weight: number): Town {
  return {
    inputs,
    base,
    workspace: allocatePopulation(
      workspaceCapacity(base, { ...inputs.scenario, endYear: inputs.scenario.baseYear + YEARS }, inputs.city),
    ),
    weight,
  };
}

/** One replicate of a ground with a lever added on 1 January 2021; without a lever, the ground alone. */
export function outcome(
  town: Town,
  ground: Ground,
  lever: Lever | null,
  uncertainty: Scenario['uncertainty'],
  replicate: number,
): Outcome {
  const { inputs, base, workspace, weight } = town;
  const scenario: Scenario = {
    ...inputs.scenario,
    endYear: FROM - 1 + YEARS,
    uncertainty,
    parameters: changed(inputs.scenario.parameters, lever?.parameters ?? {}),
  };
  const result = runReplicate({
    scenario,
    city: inputs.city,
    law: lawBook(town, ground, lever?.clauses ?? []),
    referenceLaw: lawBook(town, ground, []),
    base,
    workspace,
    replicate,
    weight,
    strict: false,
  });
  const yearly = (indicator: string): number[] =>
    result.years.slice(1).map((_, n) => {
      const row = (n + 1) * result.areas.length * result.indicators.length;
      return result.values[row + result.indicators.indexOf(indicator)];
    });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const shares = cohortShares(base, workspace);
  return {
    ...shares.percent,
    persons: (100 * sum(yearly('settled_persons'))) / (weight * shares.persons),
    willing: sum(yearly('willing_share')) / YEARS,
    moves: (100 * sum(yearly('town_moves'))) / (weight * shares.persons),
    leftBehind: (100 * yearly('left_behind_children').at(-1)!) / (weight * shares.persons),
  };
}

/** The city's own documents are out; the ground is national law, changed as its name says from before the base year on. */
function lawBook({ inputs }: Town, ground: Ground, clauses: readonly TrialClause[]) {
  const { scenario, city, documents } = inputs;
  const own = scenario.documents.filter((id) => !id.startsWith('national-'));
  const add = (clause: TrialClause, from: string) => ({ clause: `trial-2021:${clause}`, from });
  return compileLawBook([...documents, trialDocument], {
    documents: scenario.documents,
    without: [...own, ...LAND_CLAUSES, ...(ground === 'open' ? [] : OPEN_ROUTES)],
    add: [
      ...(ground === 'long-lease' ? [add('long-lease', '2014-07-24')] : []),
      ...clauses.map((clause) => add(clause, `${FROM}-01-01`)),
    ],
    areas: city.areas,
    exploreStrength: 1,
  });
}

function changed(
  stated: Scenario['parameters'],
  changes: Partial<Record<ParameterName, Change>>,
): Scenario['parameters'] {
  const parameters = { ...stated };
  for (const [name, change] of Object.entries(changes) as [ParameterName, Change][]) {
    const before = stated[name].at(-1)!;
    const { value, range } = before;
    const after =
      'value' in change
        ? { value: change.value, range: null }
        : {
            value: value * change.times,
            range: range && ([range[0] * change.times, range[1] * change.times] as const),
          };
    parameters[name] = [...stated[name].filter((entry) => entry.from < FROM), { ...before, ...after, from: FROM }];
  }
  return parameters;
}

/** Follows the people of the base year, whose rows are the first of the workspace, to the end of the run. */
function cohortShares(base: Population, end: Population) {
  const before = base.persons.columns;
  const after = end.persons.columns;
  let persons = 0;
  let adults = 0;
  let settled = 0;
  let there = 0;
  let insured = 0;
  let labour = 0;
  let urban = 0;
  for (let i = 0; i < base.persons.rows; i++) {
    if (before.presence[i] === Presence.gone || before.registerUrban[i] === 1) continue;
    const age = before.age[i];
    if (isInCity(before.registerArea[i]) && age >= 16 && age <= 59 && before.work[i] !== Work.student) {
      labour++;
      if (after.settledYear[i] > 0) urban++;
    }
    if (before.residenceUrban[i] === 0 || !isInCity(before.residenceArea[i])) continue;
    persons++;
    if (age < ADULT_AGE) continue;
    adults++;
    if (after.settledYear[i] > 0) settled++;
    if (after.presence[i] === Presence.gone || after.residenceArea[i] !== before.residenceArea[i]) continue;
    there++;
    if (after.work[i] === Work.formal) insured++;
  }
  const percent = {
    adults: (100 * settled) / adults,
    labour: (100 * urban) / labour,
    insured: (100 * insured) / there,
  };
  return { persons, percent };
}
