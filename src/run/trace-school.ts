import { bestRight } from '../policy/rights.ts';
import { isInCity, Presence } from '../population/codes.ts';
import { STAGES, schoolStages, stageOf } from '../process/capacity.ts';
import { type Claim, drawWinners } from '../process/lottery.ts';
import { rightsFacts } from '../process/settlement/utility.ts';
import type { State } from '../process/state.ts';
import { Decision } from '../random/decision.ts';

export type SchoolStage = (typeof schoolStages)[number];

/** A pupil in a town and whether a school place was found. */
export interface SchoolPlace {
  readonly person: number;
  readonly stage: SchoolStage;
  readonly served: boolean;
}

const MIDDLE_OF_YEAR = 183;

/**
 * Who of the towns' pupils will get a school place this year: to be asked before the step gives them, which leaves no mark on
 * those without one. The order is that of process/school.ts; a test holds both to the same children.
 */
export function schoolPlaces(state: State): SchoolPlace[] {
  const { capacity, key, year, population, parameters: p } = state;
  const { persons } = population;
  const claims = claimsByCell(state);
  return claims.flatMap((all, cell) => {
    const places = Math.floor(capacity.places[cell]! * (1 + p['school.placesGrowth']));
    const served = new Set(drawWinners(all, places, persons.columns, key, year, Decision.schoolLottery));
    const stage = schoolStages[cell % STAGES]!;
    return all.map((claim) => ({ person: claim.person, stage, served: served.has(claim) }));
  });
}

/** Pupils living in towns with the rank of their claim, by area and stage. */
function claimsByCell(state: State): Claim[][] {
  const { persons } = state.population;
  const { presence, age, work, residenceArea, residenceUrban } = persons.columns;
  const claims: Claim[][] = Array.from({ length: state.city.areas.length * STAGES }, () => []);
  for (let i = 0; i < persons.rows; i++) {
    const area = residenceArea[i]!;
    const stage = stageOf(age[i]!, work[i]!);
    if (stage < 0 || presence[i] === Presence.gone || residenceUrban[i] === 0 || !isInCity(area)) continue;
    claims[area * STAGES + stage]!.push({ person: i, row: i, rank: rankOf(state, i, area) });
  }
  return claims;
}

/** The registered first, then by the level of the right to schooling, in quarters. */
function rankOf(state: State, i: number, area: number): number {
  const facts = rightsFacts(state, i);
  if (facts.registeredHere) return 0;
  const right = bestRight(state.law.on(area, state.year, MIDDLE_OF_YEAR), 'schooling', facts);
  return 1 + Math.round((1 - (right?.level ?? 0)) * 4);
}
