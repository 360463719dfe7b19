import type { AreaCensus } from '../../../scenario/city-data.ts';
import type { Flows } from './plan-flows.ts';
import { splitRows } from './round.ts';
import { sum } from './sum.ts';

/** Chance of a villager to be registered elsewhere over a town resident's: migrants go to town. Judgement. */
const VILLAGE_MIGRANTS = 0.15;

/**
 * Residents of one area by side (0 village, 1 town) and origin: the areas of the city, the area itself among them, the rest
 * of the province, other provinces. Origins and sides sum to the census counts exactly.
 */
export function sidesOfOrigins(
  area: AreaCensus,
  a: number,
  areas: number,
  flows: Flows,
): readonly [number[], number[]] {
  const village = area.population - area.urban;
  const origin = Array.from({ length: areas + 2 }, (_, o) => (o === a ? 0 : flows.into(o, a)));
  const migrants = sum(origin);
  const expected = (migrants * area.urban) / (area.urban + VILLAGE_MIGRANTS * village || 1);
  const inTown = Math.min(area.urban, Math.max(migrants - village, Math.round(expected)));
  const share = inTown / (migrants || 1);
  const town = Array.from(
    splitRows(
      origin,
      origin.map((persons) => persons * share),
      inTown,
    ),
  );
  const villagers = origin.map((persons, o) => persons - town[o]);
  town[a] = area.urban - inTown;
  villagers[a] = village - (migrants - inTown);
  return [villagers, town];
}
