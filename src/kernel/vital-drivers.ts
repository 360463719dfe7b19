import { exp } from '../math/exp.ts';
import { log } from '../math/log.ts';
import type { VitalFactors } from '../process/demography/life-tables.ts';
import { designOf } from '../random/design.ts';
import { type Autoregression, autoregressivePath, normalOf } from '../random/path.ts';
import { inYear, type NationYears } from '../scenario/city/nation-years.ts';
import type { CityData, PlaceFactor, VitalTables } from '../scenario/city-data.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Printed years whose mean the nation's marriages keep after the last. */
const KEPT_YEARS = 3;

/**
 * What moves births, deaths and marriages of a replicate on top of the tables, year by year:
 *
 * 1. the nation after its last printed year: births per woman return to a long-run level, deaths to one over the tables of the United
 *    Nations, both with shocks; marriages keep the mean of the last years;
 * 2. province and prefecture after the base year: shocks that fade, and a level that is not known exactly;
 * 3. the nation's move to towns, which its births per woman show and the people of a run make themselves, is taken out;
 * 4. the user's own factors.
 *
 * Shocks are drawn by the name of what they are of, so that places of a nation share the nation's and a province's, and both sides of a
 * comparison all of them. Under `uncertainty: fixed` there are none: only the return to the long-run level is left.
 * @param parameters values by year, the base year first
 */
export function vitalDrivers(
  scenario: Pick<Scenario, 'seed' | 'city' | 'baseYear' | 'uncertainty' | 'given'>,
  { vitals, nation: towns }: Pick<CityData, 'vitals' | 'nation'>,
  replicate: number,
  parameters: readonly ParameterValues[],
): (year: number) => VitalFactors {
  const { city, baseYear } = scenario;
  const isCertain = scenario.uncertainty === 'fixed' && scenario.given === undefined;
  const { nation, province } = vitals;
  const key = designOf(scenario);
  const last = baseYear + parameters.length - 1;
  const valuesOf = (year: number): ParameterValues =>
    parameters[Math.min(Math.max(year - baseYear, 0), parameters.length - 1)];
  const path = (name: string, from: number, spec: (values: ParameterValues) => Autoregression) =>
    isCertain ? () => 0 : autoregressivePath(key, name, replicate, (year) => spec(valuesOf(year)), [from, last]);

  const nationPath = path('fertility nation', nation.lastYear, fertilityOfNation);
  const deathsPath = path('mortality nation', nation.lastYear, mortalityOfNation);
  const provincePath = path(`fertility ${province}`, baseYear, (p) => ({
    persistence: p['fertility.provincePersistence'],
    innovation: p['fertility.provinceInnovation'],
  }));
  const placePath = path(`fertility ${city}`, baseYear, (p) => ({
    persistence: p['fertility.placePersistence'],
    innovation: p['fertility.placeInnovation'],
  }));
  const level = (name: string, { logSd, provinceLogSd }: PlaceFactor): number => {
    if (isCertain) return 0;
    const shared = provinceLogSd * normalOf(key, `${name} level ${province}`, replicate);
    return shared + logSd * normalOf(key, `${name} level ${city}`, replicate);
  };
  const fertilityLevel = level('fertility', vitals.fertilityFactor);
  const mortalityLevel = level('mortality', vitals.mortalityFactor);

  /** Share of a deviation of the last printed year that is left, by the persistence of each year since. */
  const left = (year: number, persistence: (values: ParameterValues) => number): number => {
    let share = 1;
    for (let y = nation.lastYear + 1; y <= Math.min(year, last); y++) share *= persistence(valuesOf(y));
    return share;
  };
  const lastFertility = nation.fertility[nation.fertility.length - 1] * totalFertility(vitals, nation.lastYear);
  const lastMortality = nation.mortality[nation.mortality.length - 1];
  const keptUnions = nation.unions.slice(-KEPT_YEARS).reduce((all, factor) => all + factor, 0) / KEPT_YEARS;

  const nationFertility = (year: number): number => {
    if (year <= nation.lastYear) return 1;
    const longRun = valuesOf(year)['fertility.longRun'];
    const fading = left(year, (p) => p['fertility.persistence']) * log(lastFertility / longRun);
    return (longRun * exp(fading + nationPath(year))) / totalFertility(vitals, year);
  };
  const nationMortality = (year: number): number => {
    if (year <= nation.lastYear) return 1;
    const longRun = valuesOf(year)['mortality.longRun'];
    const fading = left(year, (p) => p['mortality.persistence']) * log(lastMortality / longRun);
    return longRun * exp(fading + deathsPath(year));
  };

  return (year) => {
    const values = valuesOf(year);
    const ofPlace = values['fertility.levelSpread'] * fertilityLevel + provincePath(year) + placePath(year);
    return {
      fertility:
        (values['fertility.factor'] * nationFertility(year) * exp(ofPlace)) /
        effectOfUrbanization(towns, [baseYear, year], values),
      mortality:
        values['mortality.factor'] * nationMortality(year) * exp(values['mortality.levelSpread'] * mortalityLevel),
      unions: nation.unions[year - nation.firstYear] ?? keptUnions,
    };
  };
}

const fertilityOfNation = (p: ParameterValues): Autoregression => ({
  persistence: p['fertility.persistence'],
  innovation: p['fertility.innovation'],
});

const mortalityOfNation = (p: ParameterValues): Autoregression => ({
  persistence: p['mortality.persistence'],
  innovation: p['mortality.innovation'],
});

/**
 * Births per woman of a nation whose women live as in a year, over those as in the base year, if villages and towns had the births they
 * have in the base year: what its move to towns alone does. Women are taken to live as all residents do.
 */
function effectOfUrbanization(
  nation: NationYears,
  [from, to]: readonly [number, number],
  values: ParameterValues,
): number {
  const village = values['fertility.villageRatio'];
  const between = 1 + (village - 1) * values['fertility.registerWeight'];
  const births = (year: number): number => {
    const [urban, settled] = [inYear(nation, 'urban', year), inYear(nation, 'townRegister', year)];
    return (1 - urban) * village + settled + (urban - settled) * between;
  };
  return births(to) / births(from);
}

/** Births per woman of the nation by the tables; their last year is held. */
function totalFertility({ nation, firstYear, lastYear }: VitalTables, year: number): number {
  return nation.totalFertility[Math.min(Math.max(year, firstYear), lastYear) - firstYear];
}
