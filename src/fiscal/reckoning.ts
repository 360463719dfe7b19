import type { ReplicateResult } from '../indicator/result.ts';
import { moneyNames } from '../indicator/table/money.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { fiscalBases } from './fiscal-bases.ts';
import { countsOfReplicate, fiscalAreaOf } from './fiscal-counts.ts';
import type { Coefficient, FiscalArea } from './result.ts';
import { runCoefficients } from './run-coefficients.ts';
import { yearlyMoney } from './yearly-money.ts';

/** What the money of a scenario's replicates is reckoned with. */
export interface Reckoning {
  readonly run: Parameters<typeof countsOfReplicate>[1];
  readonly areas: readonly FiscalArea[];
  readonly coefficients: readonly Coefficient[];
}

/**
 * The coefficients of a scenario as `luohu fiscal` would take them of its run.
 * @param data coefficients of data/ for the city
 * @throws InputError where the scenario's coefficients contradict each other
 */
export function reckoningOf(
  city: Pick<CityData, 'code' | 'name' | 'areas'>,
  data: readonly Coefficient[],
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
    coefficients: runCoefficients(data, law),
  };
}

/** Indicators of one replicate by year and area, laid out as in `ReplicateResult`. */
type Numbers = Pick<ReplicateResult, 'replicate' | 'indicators' | 'years' | 'areas' | 'values'>;

/** Money of one replicate as a table of indicators: not defined in the base year, in which nobody settles yet. */
export function moneyTable(result: ReplicateResult, { run, areas, coefficients }: Reckoning): Numbers {
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

/** A replicate's result with its money as further indicators. */
export function withMoney(result: ReplicateResult, reckoning: Reckoning): ReplicateResult {
  const money = moneyTable(result, reckoning);
  const [own, more] = [result.indicators.length, money.indicators.length];
  const places = result.years.length * result.areas.length;
  const values = new Float64Array(places * (own + more));
  for (let place = 0; place < places; place++) {
    values.set(result.values.subarray(place * own, (place + 1) * own), place * (own + more));
    values.set(money.values.subarray(place * more, (place + 1) * more), place * (own + more) + own);
  }
  return { ...result, indicators: [...result.indicators, ...money.indicators], values };
}
