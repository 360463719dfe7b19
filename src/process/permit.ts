import { permitOpen } from '../policy/permit.ts';
import { isInCity, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { wait } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { PersonApplicant } from './settlement/applicant.ts';
import type { State } from './state.ts';

/** Day of the year on which applications for a permit are judged: the middle. */
const MIDDLE_OF_YEAR = 183;

/**
 * Residence permits: people who live off their register and meet the law's conditions apply with a hazard, more readily where
 * paperwork is eased; who is due by the highest chance applies with the chance of the area over it. A move or a settlement ends
 * the permit. Years of residence run from the year of arrival.
 */
export function permit(state: State): void {
  const { population, agenda, hazards, key, year, t, parameters: p } = state;
  const { persons } = population;
  state.sinceMoves = t;
  const { identity, lineage, presence, age, registerArea, registerUrban, residenceArea, residenceUrban, permitYear } =
    persons.columns;
  const due = agenda.persons.columns.permit;
  const laws = state.city.areas.map((_, a) => state.law.on(a, year, MIDDLE_OF_YEAR));
  const bound = hazards.bounds[t]!.permit;
  const accept = laws.map((_, a) => {
    const eased = state.law.lever(a, year, 'permit.paperwork');
    return (p['permit.applyHazard'] * (1 + eased * (p['permit.paperworkGain'] - 1))) / bound;
  });
  const applicant = new PersonApplicant(state);
  const found = rowsEqual(due, persons.rows, t, state.rows);
  for (let n = 0; n < found; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone) continue;
    due[i] = 0;
    const area = residenceArea[i]!;
    if (!isInCity(area) || (registerArea[i] === area && registerUrban[i] === residenceUrban[i])) continue;
    due[i] = wait(state, hazards.permit, i, age[i]!, t, Decision.permitApply);
    if (permitYear[i] !== 0 || age[i]! < 1) continue;
    if (uniform(key, identity[i]!, lineage[i]!, year, Decision.permitApplyAccepted) >= accept[area]!) continue;
    const rule = laws[area]!.permit;
    if (!rule || !permitOpen(rule, applicant.of(i, MIDDLE_OF_YEAR))) continue;
    permitYear[i] = year;
    state.ledger.events.permitsIssued[area]!++;
  }
}
