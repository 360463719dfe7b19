import { enterResident, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence, Work } from '../../population/codes.ts';
import { countMove, placeOf } from '../../population/moves.ts';
import { Decision } from '../../random/decision.ts';
import { COLLEGE_AGE } from '../../scenario/city/nation-years.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { leavingPopulation } from './leave-population.ts';

/**
 * Chance to leave in each year of a stay, over the highest: after a first year of trying most leave in the third and fourth, those
 * who have stayed six years stay (mean stay so far 4 to 5.3 years, half over 3 to 4, a fifth over 10: see parameters.md). Assumption.
 */
const BY_YEARS = [0.625, 1, 1, 1, 0.6875, 0.6875] as const;
const LONG_STAY = 0.375;

/** Factor on `inMigration.leaveHazard` after so many completed years of residence. */
export const stayFactor = (years: number): number => BY_YEARS[years] ?? LONG_STAY;

/** Whether somebody of an age and work has come to study at a college: who does stays until the studies are over. */
export const studiesAt = (age: number, work: number): boolean => work === Work.student && age >= COLLEGE_AGE;

/**
 * Residents registered outside the city leave it, college students when they have done with studying. Who is due leaves with a chance by the years since arrival, and who looks for work in vain
 * more readily. A family
 * whose reference person is one of them leaves as one, when that person's time has come; all others leave by themselves.
 */
export const departure = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, household, age, work, arrivalYear } = workspace.persons.columns;
  const { registerArea, residenceArea, residenceUrban } = workspace.persons.columns;
  const { head, kind } = workspace.households.columns;
  const { back } = agendaOf(workspace).persons.columns;
  const { first, next } = membersOf(workspace);
  const { beginBack } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const leavePopulation = leavingPopulation(workspace);

  return (state: State): void => {
    const { t, year } = state;
    const due = rowsEqual(back, workspace.persons.rows, t, list);
    for (let n = 0; n < due; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone || registerArea[i] < Outside.province) continue;
      beginBack(state, i);
      if (!isOutsider(i) || arrivalYear[i] === year || studiesAt(age[i], work[i])) continue;
      const h = household[i];
      const ledByOutsider = kind[h] === HouseholdKind.family && head[h] !== NONE && isOutsider(head[h]);
      if (ledByOutsider && head[h] !== i) continue; // leaves with the reference person
      const seeking = state.parameters['return.seeking'];
      const factor = stayFactor(Math.max(0, year - 1 - arrivalYear[i])) * (work[i] === Work.seeking ? seeking : 1);
      if (drawOf(state, i, Decision.goBackAccepted) * Math.max(1, seeking) >= factor) continue;
      if (ledByOutsider) leaveAsOne(state, h);
      else leave(state, i);
    }
  };

  /** Present, resident in the city and registered outside it. */
  function isOutsider(i: number): boolean {
    return presence[i] === Presence.present && registerArea[i] >= Outside.province && isInCity(residenceArea[i]);
  }

  /** The outsiders of household h leave. */
  function leaveAsOne(state: State, h: number): void {
    for (let j = first[h]; j !== NONE; j = next[j]) if (household[j] === h && isOutsider(j)) leave(state, j);
  }

  function leave(state: State, i: number): void {
    const { moves, events, balance } = state.ledger;
    const from = residenceArea[i];
    const side = residenceUrban[i];
    state.ledger.diary?.noteMove(i, Outside.nation, 1);
    countMove(moves, placeOf(moves, from, side), placeOf(moves, Outside.nation, 1));
    events.departures[from]++;
    if (registerArea[i] === Outside.province) events.departuresInProvince[from]++;
    enterResident(balance, ResidentChannel.migration, from, -1, -side);
    leavePopulation(state, i);
  }
});
