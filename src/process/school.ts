import { bestRight } from '../policy/rights.ts';
import { isInCity, NONE, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { STAGES, stageOf } from './capacity.ts';
import { changeResidence } from './change-residence.ts';
import { type Claim, drawWinners } from './lottery.ts';
import { rightsFacts } from './settlement/utility.ts';
import type { State } from './state.ts';

const MIDDLE_OF_YEAR = 183;
/** Order in which places are given: registered here first, then by the level of the right to schooling, in quarters. */
const REGISTERED = 0;
const rankOf = (level: number): number => 1 + Math.round((1 - level) * 4);

/**
 * Town schools, by area and stage. Places are what the town had in the base year and a spare share; they follow
 * `school.placesGrowth`. Children with a town register of the area come first, then the others by how far the law entitles them
 * today (on a permit or at once); by keyed lottery inside each class. Village schools have room. A child without a place is counted
 * by stage and, where the family has a village home in the city, may be sent back there: a child left behind.
 */
export function school(state: State): void {
  const { capacity, ledger, key, year, population, parameters: p } = state;
  const { columns: c } = population.persons;
  const areas = state.city.areas.length;
  const claims = collectClaims(state);
  const asked = new Float64Array(areas);
  const served = new Float64Array(areas);
  for (let a = 0; a < areas; a++) {
    for (let s = 0; s < STAGES; s++) {
      const cell = a * STAGES + s;
      capacity.places[cell] = capacity.places[cell]! * (1 + p['school.placesGrowth']);
      const all = claims[cell]!;
      const places = Math.floor(capacity.places[cell]!);
      const winners = drawWinners(all, places, c, key, year, Decision.schoolLottery);
      const withoutRegister = (list: readonly Claim[]): number =>
        list.reduce((n, { rank }) => n + (rank === REGISTERED ? 0 : 1), 0);
      asked[a]! += withoutRegister(all);
      served[a]! += withoutRegister(winners);
      if (winners === all) continue;
      ledger.schoolShort[cell]! += all.length - winners.length;
      const has = new Set(winners);
      for (const claim of all) if (!has.has(claim)) sendBack(state, claim.row);
    }
  }
  for (let a = 0; a < areas; a++) capacity.placeChance[a] = asked[a] === 0 ? 1 : served[a]! / asked[a]!;
}

/** Pupils living in the towns of each area, by area and stage. */
function collectClaims(state: State): Claim[][] {
  const { persons } = state.population;
  const { presence, age, work, residenceArea, residenceUrban, registerArea, registerUrban } = persons.columns;
  const areas = state.city.areas.length;
  const laws = Array.from({ length: areas }, (_, a) => state.law.on(a, state.year, MIDDLE_OF_YEAR));
  const claims: Claim[][] = Array.from({ length: areas * STAGES }, () => []);
  for (let i = 0; i < persons.rows; i++) {
    const stage = stageOf(age[i]!, work[i]!);
    if (stage < 0 || presence[i] === Presence.gone || residenceUrban[i] === 0 || !isInCity(residenceArea[i]!)) continue;
    const area = residenceArea[i]!;
    const registered = registerArea[i] === area && registerUrban[i] === 1;
    const rank = registered
      ? REGISTERED
      : rankOf(bestRight(laws[area]!, 'schooling', rightsFacts(state, i))?.level ?? 0);
    claims[area * STAGES + stage]!.push({ person: i, row: i, rank });
  }
  return claims;
}

/** A child without a place goes back to the village home, where there is one in the city and somebody lives in it. */
function sendBack(state: State, child: number): void {
  const { columns: c } = state.population.persons;
  const { columns: hh } = state.population.households;
  const h = c.household[child]!;
  if (hh.village[h] === NONE || hh.homeUrban[h] === 1 || state.members.atHome[h] === 0) return;
  if (c.registerUrban[child] === 1) return;
  const draw = uniform(state.key, c.identity[child]!, c.lineage[child]!, state.year, Decision.sendBack);
  if (draw < state.parameters['school.sendBack']) changeResidence(state, child, hh.homeArea[h]!, 0);
}
