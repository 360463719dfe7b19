import { exp } from '../math/exp.ts';
import { enterResident, ResidentChannel } from '../population/balance.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence } from '../population/codes.ts';
import { countMove, placeOf } from '../population/moves.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { beginBack } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { leavePopulation } from './leave-population.ts';
import type { State } from './state.ts';

/** Fall of the chance to leave with each year of residence (log scale); stays lengthen as people settle in. */
const YEARLY_FALL = 0.05;
const YEARS_LIMIT = 40;

/**
 * Residents registered outside the city leave it. Who is due leaves with a chance that falls with the years since arrival. A family
 * whose reference person is one of them leaves as one, when that person's time has come; all others leave by themselves.
 */
export function departure(state: State): void {
  const { population, agenda, t, year, key } = state;
  const { persons, households } = population;
  const { identity, lineage, presence, household, registerArea, arrivalYear } = persons.columns;
  const { head, kind } = households.columns;
  const { back } = agenda.persons.columns;
  const stays = Float64Array.from({ length: YEARS_LIMIT + 1 }, (_, y) => exp(-YEARLY_FALL * y));
  const due = rowsEqual(back, persons.rows, t, state.rows);
  for (let n = 0; n < due; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone || registerArea[i]! < Outside.province) continue;
    beginBack(state, i);
    if (!isOutsider(state, i) || arrivalYear[i] === year) continue;
    const h = household[i]!;
    const ledByOutsider = kind[h] === HouseholdKind.family && head[h] !== NONE && isOutsider(state, head[h]!);
    if (ledByOutsider && head[h] !== i) continue; // leaves with the reference person
    const years = Math.min(YEARS_LIMIT, Math.max(0, year - arrivalYear[i]!));
    if (uniform(key, identity[i]!, lineage[i]!, year, Decision.goBackAccepted) >= stays[years]!) continue;
    if (!ledByOutsider) leave(state, i);
    else
      for (let j = state.members.first[h]!; j !== NONE; j = state.members.next[j]!)
        if (household[j] === h && isOutsider(state, j)) leave(state, j);
  }
}

/** Present, resident in the city and registered outside it. */
function isOutsider(state: State, i: number): boolean {
  const { presence, registerArea, residenceArea } = state.population.persons.columns;
  return presence[i] === Presence.present && registerArea[i]! >= Outside.province && isInCity(residenceArea[i]!);
}

function leave(state: State, i: number): void {
  const { residenceArea, residenceUrban } = state.population.persons.columns;
  const { moves } = state.ledger;
  countMove(moves, placeOf(moves, residenceArea[i]!, residenceUrban[i]!), placeOf(moves, Outside.nation, 1));
  state.ledger.events.departures[residenceArea[i]!]!++;
  enterResident(state.ledger.balance, ResidentChannel.migration, residenceArea[i]!, -1, -residenceUrban[i]!);
  leavePopulation(state, i);
}
