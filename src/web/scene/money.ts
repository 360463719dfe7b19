import { fiscalBases } from '../../fiscal/fiscal-bases.ts';
import { countsOfReplicate, fiscalAreaOf } from '../../fiscal/fiscal-counts.ts';
import { type Coefficient, type FiscalArea, yearlyMoney } from '../../fiscal/index.ts';
import { runCoefficients } from '../../fiscal/run-coefficients.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { moneyNames } from '../../indicator/table/money.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { IndicatorTable } from './compare.ts';
import type { Scene } from './scene.ts';

/** What the money of a scenario's replicates is reckoned with. */
export interface Reckoning {
  readonly run: Parameters<typeof countsOfReplicate>[1];
  readonly areas: readonly FiscalArea[];
  readonly coefficients: readonly Coefficient[];
}

/**
 * The coefficients of a scenario as `luohu fiscal` would take them of its run.
 * @throws InputError where the scenario's coefficients contradict each other
 */
export function reckoningOf(
  { city, coefficients }: Scene,
  documents: readonly PolicyDocument[],
  scenario: Scenario,
  sample: number,
): Reckoning {
  const { id, title, baseYear, endYear, seed, definition, policy, fiscal } = scenario;
  const inForce = documents.filter((document) => scenario.documents.includes(document.id));
  const law = { fiscalBases: fiscalBases(inForce, policy.without, []), ...(fiscal ? { fiscal } : {}) };
  return {
    run: {
      scenario: id,
      title,
      city: city.code,
      cityName: city.name,
      baseYear,
      endYear,
      sample,
      seed,
      definition,
      scenarioHash: '',
      resultHash: '',
      version: '',
    },
    areas: city.areas.map(fiscalAreaOf),
    coefficients: runCoefficients(coefficients, law),
  };
}

/** Money of one replicate as a table of indicators: not defined in the base year, in which nobody settles yet. */
export function moneyTable(result: ReplicateResult, { run, areas, coefficients }: Reckoning): IndicatorTable {
  const { replicate, years, areas: codes } = result;
  const values = new Float64Array(years.length * codes.length * moneyNames.length).fill(Number.NaN);
  for (const { area, year, yuan } of yearlyMoney(countsOfReplicate(result, run, areas), coefficients)) {
    const row = (years.indexOf(year) * codes.length + codes.indexOf(area)) * moneyNames.length;
    moneyNames.forEach((name, i) => {
      values[row + i] = yuan[name];
    });
  }
  return { replicate, years, areas: codes, indicators: moneyNames, values };
}
