import { enterRegister, RegisterChannel } from '../population/balance.ts';
import { isInCity, NONE, Outside, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { leavePopulation } from './leave-population.ts';
import type { State } from './state.ts';

/**
 * The register's other doors: people who live outside the city move their hukou there and leave the population. Keyed by the
 * household's reference person: the absent of a family go together. More likely with a town register. Students who take the
 * register along leave in education.ts, arrivals enter by settlement.
 */
export function registerDoors(state: State): void {
  const { persons, households } = state.population;
  const { identity, lineage, presence, household, registerArea, registerUrban, residenceArea, arrivalYear } =
    persons.columns;
  const { head } = households.columns;
  const rural = state.parameters['doors.settledElsewhere'];
  const urban = Math.min(1, rural * state.parameters['doors.urbanFactor']);
  const { registerOut } = state.ledger.events;
  for (let i = 0; i < persons.rows; i++) {
    if (residenceArea[i]! < Outside.province || presence[i] === Presence.gone || !isInCity(registerArea[i]!)) continue;
    if (arrivalYear[i] === state.year) continue;
    const lead = head[household[i]!]! === NONE ? i : head[household[i]!]!;
    const draw = uniform(state.key, identity[lead]!, lineage[lead]!, state.year, Decision.settleElsewhere);
    if (draw >= (registerUrban[i] === 1 ? urban : rural)) continue;
    registerOut[registerArea[i]!]!++;
    enterRegister(state.ledger.balance, RegisterChannel.elsewhere, registerArea[i]!, -1, -registerUrban[i]!);
    leavePopulation(state, i);
  }
}
