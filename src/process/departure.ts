import { exp } from '../math/exp.ts';
import { enterResident, ResidentChannel } from '../population/balance.ts';
import { isInCity, NONE, Outside, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { AGES } from '../scenario/city-data.ts';
import { leavePopulation } from './leave-population.ts';
import type { State } from './state.ts';

/** Fall of the chance to leave with each year of residence (log scale); stays lengthen as people settle in. */
const YEARLY_FALL = 0.05;
const YEARS_LIMIT = 40;

/**
 * Residents registered outside the city leave it. Keyed by the household's reference person, so that a family leaves together;
 * the chance falls with the years since arrival.
 */
export function departure(state: State): void {
  const { persons, households } = state.population;
  const { identity, lineage, presence, household, registerArea, residenceArea, arrivalYear } = persons.columns;
  const { head, kind } = households.columns;
  const chance = new Float64Array(YEARS_LIMIT + 1);
  for (let y = 0; y <= YEARS_LIMIT; y++)
    chance[y] = state.parameters['inMigration.leaveHazard'] * exp(-YEARLY_FALL * y);
  const { departures } = state.ledger.events;
  for (let i = 0; i < persons.rows; i++) {
    if (registerArea[i]! < Outside.province || presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) continue;
    const h = household[i]!;
    const lead = kind[h] === 0 && head[h] !== NONE ? head[h]! : i;
    const years = Math.min(YEARS_LIMIT, Math.max(0, state.year - arrivalYear[lead]!), AGES);
    if (arrivalYear[i] === state.year) continue;
    if (uniform(state.key, identity[lead]!, lineage[lead]!, state.year, Decision.outsiderLeaves) >= chance[years]!)
      continue;
    departures[residenceArea[i]!]!++;
    enterResident(
      state.ledger.balance,
      ResidentChannel.migration,
      residenceArea[i]!,
      -1,
      -persons.columns.residenceUrban[i]!,
    );
    leavePopulation(state, i);
  }
}
