import { logistic, logit } from '../../../math/logistic.ts';
import type { AreaCensus, CityData } from '../../../scenario/city-data.ts';
import { isInCity } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';

/** Chance of non-agricultural hukou with a village register: teachers, cadres, pensioners. Judgement. */
const VILLAGE_REGISTER = 0.03;
/** Highest chance with a town register. */
const MOST = 0.97;

/**
 * Kind of hukou. In 2010 the census counted residents of non-agricultural hukou, police more among the registered: each area's share of
 * its registered persons is met in expectation, first by persons with a town register. By 2020 the kinds had been abolished and kind
 * follows place. Families share a draw.
 */
export function drawKindOfRegister(population: Population, city: CityData, source: DrawSource): void {
  const c = population.persons.columns;
  const { head } = population.households.columns;
  const chance = city.censusYear === 2010 ? chances(population, city) : city.areas.map(() => [0, 1]);
  for (let i = 0; i < population.persons.rows; i++) {
    const area = isInCity(c.registerArea[i]) ? c.registerArea[i] : c.residenceArea[i];
    const p = chance[area][c.registerUrban[i]];
    const isCertain = p === 0 || p === 1;
    const u = isCertain ? 0 : drawFor(source, head[c.household[i]], SynthesisDecision.nonAgricultural);
    c.nonAgricultural[i] = u < p ? 1 : 0;
  }
}

/** Share of an area's registered persons with non-agricultural hukou in 2010. */
export function nonAgriculturalOf({ townRegisters }: CityData, { nonAgriculturalShare2010 }: AreaCensus): number {
  if (nonAgriculturalShare2010 <= 0 || nonAgriculturalShare2010 >= 1) return nonAgriculturalShare2010;
  return logistic(logit(nonAgriculturalShare2010) + townRegisters.kindShift);
}

/** Chances by area and place of register: [area][village, town]. */
function chances(population: Population, city: CityData): number[][] {
  const c = population.persons.columns;
  const registered = city.areas.map(() => [0, 0]);
  for (let i = 0; i < population.persons.rows; i++) {
    if (isInCity(c.registerArea[i])) registered[c.registerArea[i]][c.registerUrban[i]]++;
  }
  return city.areas.map((area, a) => {
    const [village, town] = registered[a];
    const target = nonAgriculturalOf(city, area) * (village + town);
    const inTown = Math.min(MOST, Math.max(0, (target - VILLAGE_REGISTER * village) / (town || 1)));
    return [Math.min(1, Math.max(0, (target - inTown * town) / (village || 1))), inTown];
  });
}
