import { exp } from '../math/exp.ts';
import { logit } from '../math/logistic.ts';
import { isInCity, NO_TOWN, NONE, Presence, Sex, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { beginBack } from './agenda/agenda.ts';
import { RETURN_YEARS } from './agenda/hazards.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { changeResidence } from './change-residence.ts';
import { livesAtHome } from './members.ts';
import type { State } from './state.ts';
import { ADULT_AGE, isMinorChildOf } from './who-moves.ts';

/**
 * Return to the family home of adults who live away from it without a town register where they live. The log-odds fall with
 * years away, family present and employee insurance (CMDS 2018). Who may return is due by the highest chance; the own chance
 * over it decides. Couples decide together; children under 18 come along. From outside the city a return to a village home ends
 * in the county town with `return.toTown`.
 */
export function returning(state: State): void {
  const { population, agenda, hazards, t } = state;
  const { persons } = population;
  const { identity, lineage, presence, age, sex, spouse, registerArea, registerUrban, residenceArea, arrivalYear } =
    persons.columns;
  const { back } = agenda.persons.columns;
  const odds0 = logit(state.parameters['return.hazard']);
  const bound = hazards.bounds[t]!.goHome;
  const due = rowsEqual(back, persons.rows, t, state.rows);
  for (let n = 0; n < due; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone || !isInCity(registerArea[i]!)) continue;
    back[i] = 0;
    if (livesAtHome(population, i)) continue;
    beginBack(state, i);
    if (age[i]! < ADULT_AGE || arrivalYear[i] === state.year) continue;
    if (registerUrban[i] === 1 && registerArea[i] === residenceArea[i]) continue;
    const partner = spouse[i]!;
    const together = partner !== NONE && sameResidence(state, i, partner);
    if (together && sex[i] === Sex.female) continue; // the husband's draw decides for both
    const draw = bound * uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.goBackAccepted);
    if (draw < returnHazard(state, i, odds0)) bringHome(state, i, together ? partner : NONE);
  }
}

const sameResidence = (state: State, i: number, j: number): boolean => {
  const { presence, household, residenceArea, residenceUrban } = state.population.persons.columns;
  return (
    presence[j] === Presence.present &&
    household[i] === household[j] &&
    residenceArea[i] === residenceArea[j] &&
    residenceUrban[i] === residenceUrban[j]
  );
};

/** Yearly chance of return of person i, from the log-odds of a lone, uninsured newcomer. */
function returnHazard(state: State, i: number, odds0: number): number {
  const { arrivalYear, household, insuredYears, residenceArea, work } = state.population.persons.columns;
  const p = state.parameters;
  const years = Math.min(RETURN_YEARS, Math.max(0, state.year - 1 - arrivalYear[i]!));
  const h = household[i]!;
  const company = isInCity(residenceArea[i]!) ? state.members.inTown[h]! : state.members.outside[h]!;
  const odds =
    odds0 +
    p['return.perYear'] * years +
    p['return.family'] * Math.max(0, company - 1) +
    (insuredYears[i]! > 0 ? p['return.insurance'] : 0);
  const chance = 1 / (1 + exp(-odds));
  return work[i] === Work.seeking ? Math.min(1, chance * p['return.seeking']) : chance;
}

function bringHome(state: State, i: number, partner: number): void {
  const { columns: c } = state.population.persons;
  const { columns: hh } = state.population.households;
  const h = c.household[i]!;
  const oldArea = c.residenceArea[i]!;
  const oldUrban = c.residenceUrban[i]!;
  let area = hh.homeArea[h]!;
  let urban = hh.homeUrban[h]!;
  if (!isInCity(oldArea) && urban === 0) {
    const draw = uniform(state.key, c.identity[i]!, c.lineage[i]!, state.year, Decision.returnToTown);
    if (draw < state.parameters['return.toTown']) {
      if (hh.townArea[h] === NO_TOWN) hh.townArea[h] = area;
      area = hh.townArea[h]!;
      urban = 1;
    }
  }
  for (let j = state.members.first[h]!; j !== NONE; j = state.members.next[j]!) {
    if (c.residenceArea[j] !== oldArea || c.residenceUrban[j] !== oldUrban || c.household[j] !== h) continue;
    const comes =
      j === i ||
      j === partner ||
      isMinorChildOf(state, j, i) ||
      (partner !== NONE && isMinorChildOf(state, j, partner));
    if (comes) changeResidence(state, j, area, urban);
  }
}
