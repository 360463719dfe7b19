import { exp } from '../../../math/exp.ts';
import { log } from '../../../math/log.ts';
import type { CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { HouseholdKind, isInCity, Tenure } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { normalDraw } from './place-villages.ts';
import { tenuresInTown } from './tenures-in-town.ts';

/** Spread of log land between households. Judgement. */
const LAND_LOG_SPREAD = 0.55;

/** Mean years a tenure has lasted: own, and all others. Judgement. */
const MEAN_YEARS = { own: 9, other: 3 } as const;
const MOST_YEARS = 40;

/** Draws what households hold: land, homestead and herd in the village, and the tenure of a dwelling in town. */
export function drawHoldings(
  population: Population,
  city: CityData,
  parameters: ParameterValues,
  source: DrawSource,
): void {
  const h = population.households.columns;
  const c = population.persons.columns;
  const { isInTown, tenureOf } = tenuresInTown(population, city, parameters);
  for (let row = 0; row < population.households.rows; row++) {
    const head = h.head[row];
    if (h.kind[row] === HouseholdKind.family && isInCity(c.registerArea[head]) && c.registerUrban[head] === 0) {
      const z = normalDraw(source, head, SynthesisDecision.land);
      h.landMu[row] = parameters['base.landMu'] * exp(LAND_LOG_SPREAD * z - (LAND_LOG_SPREAD * LAND_LOG_SPREAD) / 2);
      h.homestead[row] = drawFor(source, head, SynthesisDecision.homestead) < parameters['base.homesteadShare'] ? 1 : 0;
      h.herder[row] = drawFor(source, head, SynthesisDecision.herder) < parameters['base.herderShare'] ? 1 : 0;
    }
    if (!isInTown(row)) continue;
    const tenure = tenureOf(row, drawFor(source, head, SynthesisDecision.tenure));
    const mean = tenure === Tenure.own ? MEAN_YEARS.own : MEAN_YEARS.other;
    const years = Math.floor(-mean * log(1 - drawFor(source, head, SynthesisDecision.tenureYear)));
    const stay = c.arrivalYear[head] > 0 ? source.year - c.arrivalYear[head] : MOST_YEARS;
    h.tenure[row] = tenure;
    h.tenureYear[row] = source.year - Math.min(years, stay, MOST_YEARS);
  }
}
