import { exp } from '../../math/exp.ts';
import { logit } from '../../math/logistic.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, NO_TOWN, NONE, Presence, Sex, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { RETURN_YEARS } from '../agenda/hazards.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { changingResidence } from './change-residence.ts';
import { ADULT_AGE, kinOf } from './who-moves.ts';

/** Yearly chance of return of people who live away from home, from the log-odds of a lone, uninsured newcomer. */
export const returnHazardOf = boundTo((workspace) => {
  const { household, work, insuredYears, arrivalYear, residenceArea } = workspace.persons.columns;
  const { inTown, outside } = membersOf(workspace);

  return function returnHazard({ parameters: p, year }: State, i: number): number {
    if (work[i] === Work.student) return 0; // who went to study stays until the studies end
    const years = Math.min(RETURN_YEARS, Math.max(0, year - 1 - arrivalYear[i]));
    const h = household[i];
    const company = isInCity(residenceArea[i]) ? inTown[h] : outside[h];
    const odds =
      logit(p['return.hazard']) +
      p['return.perYear'] * years +
      p['return.family'] * Math.max(0, company - 1) +
      (insuredYears[i] > 0 ? p['return.insurance'] : 0);
    const chance = 1 / (1 + exp(-odds));
    return work[i] === Work.seeking ? Math.min(1, chance * p['return.seeking']) : chance;
  };
});

/**
 * Return to the family home of adults who live away from it without a town register where they live. The log-odds fall with
 * years away, family present and employee insurance (CMDS 2018); students are no migrants for work and stay while they study. Who may return is due by the highest chance; the own chance
 * over it decides. Couples decide together; children under 18 come along. From outside the city a return to a village home ends
 * in the county town with `return.toTown`.
 */
export const returning = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, sex, spouse, household, arrivalYear } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { homeArea, homeUrban, townArea } = workspace.households.columns;
  const { back } = agendaOf(workspace).persons.columns;
  const { first, next, livesAtHome } = membersOf(workspace);
  const { beginBack } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const { isMinorChildOf } = kinOf(workspace);
  const changeResidence = changingResidence(workspace);
  const returnHazard = returnHazardOf(workspace);

  return (state: State): void => {
    const { t, year } = state;
    const bound = state.hazards.bounds[t].goHome;
    const due = rowsEqual(back, workspace.persons.rows, t, list);
    for (let n = 0; n < due; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone || !isInCity(registerArea[i])) continue;
      back[i] = 0;
      if (livesAtHome(i)) continue;
      beginBack(state, i);
      if (age[i] < ADULT_AGE || arrivalYear[i] === year) continue;
      if (registerUrban[i] === 1 && registerArea[i] === residenceArea[i]) continue;
      const partner = spouse[i];
      const together = partner !== NONE && livesWith(i, partner);
      if (together && sex[i] === Sex.female) continue; // the husband's draw decides for both
      const draw = bound * drawOf(state, i, Decision.goBackAccepted);
      if (draw < returnHazard(state, i)) bringHome(state, i, together ? partner : NONE);
    }
  };

  /** Whether person j is present and lives with person i, of the same household. */
  function livesWith(i: number, j: number): boolean {
    return (
      presence[j] === Presence.present &&
      household[i] === household[j] &&
      residenceArea[i] === residenceArea[j] &&
      residenceUrban[i] === residenceUrban[j]
    );
  }

  function bringHome(state: State, i: number, partner: number): void {
    const h = household[i];
    const oldArea = residenceArea[i];
    const oldUrban = residenceUrban[i];
    let area = homeArea[h];
    let urban = homeUrban[h];
    if (!isInCity(oldArea) && urban === 0) {
      if (drawOf(state, i, Decision.returnToTown) < state.parameters['return.toTown']) {
        if (townArea[h] === NO_TOWN) townArea[h] = area;
        area = townArea[h];
        urban = 1;
      }
    }
    for (let j = first[h]; j !== NONE; j = next[j]) {
      if (residenceArea[j] !== oldArea || residenceUrban[j] !== oldUrban || household[j] !== h) continue;
      const comes =
        j === i || j === partner || isMinorChildOf(j, i) || (partner !== NONE && isMinorChildOf(j, partner));
      if (comes) changeResidence(state, j, area, urban);
    }
  }
});
