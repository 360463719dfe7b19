import { exp } from '../../../math/exp.ts';
import { log } from '../../../math/log.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { HouseholdKind, isInCity, NO_TOWN, Tenure } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { normalDraw } from './place-villages.ts';

/** Spread of log land between households. Judgement. */
const LAND_LOG_SPREAD = 0.55;

/** Mean years a tenure has lasted: own, and all others. Judgement. */
const MEAN_YEARS = { own: 9, other: 3 } as const;
const MOST_YEARS = 40;

/** Draws what households hold: land, homestead and herd in the village, and the tenure of a dwelling in town. */
export function drawHoldings(population: Population, parameters: ParameterValues, source: DrawSource): void {
  const h = population.households.columns;
  const c = population.persons.columns;
  const inTown = livesInTown(population);
  for (let row = 0; row < population.households.rows; row++) {
    const head = h.head[row];
    if (h.kind[row] === HouseholdKind.family && isInCity(c.registerArea[head]) && c.registerUrban[head] === 0) {
      const z = normalDraw(source, head, SynthesisDecision.land);
      h.landMu[row] = parameters['base.landMu'] * exp(LAND_LOG_SPREAD * z - (LAND_LOG_SPREAD * LAND_LOG_SPREAD) / 2);
      h.homestead[row] = drawFor(source, head, SynthesisDecision.homestead) < parameters['base.homesteadShare'] ? 1 : 0;
      h.herder[row] = drawFor(source, head, SynthesisDecision.herder) < parameters['base.herderShare'] ? 1 : 0;
    }
    if (inTown[row] === 0) continue;
    const tenure = tenureOf(population, row, parameters, source);
    const mean = tenure === Tenure.own ? MEAN_YEARS.own : MEAN_YEARS.other;
    const years = Math.floor(-mean * log(1 - drawFor(source, head, SynthesisDecision.tenureYear)));
    const stay = c.arrivalYear[head] > 0 ? source.year - c.arrivalYear[head] : MOST_YEARS;
    h.tenure[row] = tenure;
    h.tenureYear[row] = source.year - Math.min(years, stay, MOST_YEARS);
  }
}

/** 1 for each household with a member in a town of the city. */
function livesInTown(population: Population): Uint8Array {
  const { household, residenceArea, residenceUrban } = population.persons.columns;
  const inTown = new Uint8Array(population.households.rows);
  for (let i = 0; i < population.persons.rows; i++) {
    if (residenceUrban[i] === 1 && isInCity(residenceArea[i])) inTown[household[i]] = 1;
  }
  return inTown;
}

/** Own for families with a town register where they live, the employer's for collective households, else as surveyed. */
function tenureOf(population: Population, row: number, parameters: ParameterValues, source: DrawSource): number {
  const h = population.households.columns;
  const c = population.persons.columns;
  const head = h.head[row];
  if (h.kind[row] === HouseholdKind.collective) return Tenure.employer;
  if (c.registerUrban[head] === 1 && c.registerArea[head] === h.homeArea[row] && h.townArea[row] === NO_TOWN) {
    return Tenure.own;
  }
  const u = drawFor(source, head, SynthesisDecision.tenure);
  const own = parameters['base.ownShare'];
  const employer = own + parameters['base.employerShare'];
  if (u < employer) return u < own ? Tenure.own : Tenure.employer;
  return u < employer + parameters['base.publicRentalShare'] ? Tenure.publicRental : Tenure.privateRent;
}
