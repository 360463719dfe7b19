import { log } from '../../../math/log.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { HouseholdKind, isInCity, NONE } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from './decision.ts';
import { type DrawSource, drawFor } from './draw-source.ts';

/** Mean years since arrival of people off their register, in families and in collective households. Judgement. */
const MEAN_YEARS = { family: 7, collective: 3 } as const;
const MOST_YEARS = 40;

/**
 * Year of arrival of everyone who lives away from the place of register, and residence permits. Members who live together
 * arrived together; those younger than the stay were born there and have none.
 */
export function drawStay(population: Population, parameters: ParameterValues, source: DrawSource): void {
  const c = population.persons.columns;
  for (let i = 0; i < population.persons.rows; i++) {
    if (!isOffRegister(population, i)) continue;
    const years = yearsSinceArrival(population, i, source);
    if (years <= c.age[i]) c.arrivalYear[i] = source.year - years;
    const offArea = isInCity(c.residenceArea[i]) && c.residenceArea[i] !== c.registerArea[i];
    if (!offArea) continue;
    const key = companionOf(population, i);
    if (drawFor(source, key, SynthesisDecision.permit) < parameters['base.permitShare']) c.permitYear[i] = source.year;
  }
}

/** In another area than the register's, or in town with a village register. */
function isOffRegister(population: Population, i: number): boolean {
  const c = population.persons.columns;
  if (c.residenceArea[i] !== c.registerArea[i]) return true;
  return c.residenceUrban[i] === 1 && c.registerUrban[i] === 0;
}

function yearsSinceArrival(population: Population, i: number, source: DrawSource): number {
  const c = population.persons.columns;
  const collective = population.households.columns.kind[c.household[i]] === HouseholdKind.collective;
  const decision = isInCity(c.residenceArea[i]) ? SynthesisDecision.arrival : SynthesisDecision.arrivalAway;
  const u = drawFor(source, companionOf(population, i), decision);
  const mean = collective ? MEAN_YEARS.collective : MEAN_YEARS.family;
  return Math.min(MOST_YEARS, Math.floor(-mean * log(1 - u)));
}

/** The person whose draws stand for those it lives with: the head of a family, of those outside a couple's first row. */
function companionOf(population: Population, i: number): number {
  const c = population.persons.columns;
  const { head, kind } = population.households.columns;
  const h = c.household[i];
  if (kind[h] === HouseholdKind.collective) return i;
  if (isInCity(c.residenceArea[i]) || c.residenceArea[head[h]] === c.residenceArea[i]) return head[h];
  const spouse = c.spouse[i];
  return spouse !== NONE && spouse < i && !isInCity(c.residenceArea[spouse]) ? spouse : i;
}
