import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { permitOpen } from '../../policy/permit.ts';
import { boundTo } from '../../population/bound.ts';
import { EventKind, isInCity, Presence } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { PersonApplicant } from '../settlement/applicant.ts';
import { type State, scratchOf } from '../state.ts';

/**
 * Residence permits: people who live off their register and meet the law's conditions apply with a hazard, more readily where
 * paperwork is eased; who is due by the highest chance applies with the chance of the area over it. A permit is to be endorsed every
 * year (居住证暂行条例, art. 10): who does not lets it lapse and may apply again from the next year on. A move or a settlement ends
 * it too. Years of residence run from the year of arrival.
 */
export const permit = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, permitYear } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { permit: due } = agendaOf(workspace).persons.columns;
  const { permitWait, endPermit } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);

  return (state: State): void => {
    const { year, t } = state;
    const issued = state.ledger.events.permitsIssued;
    const laws = state.city.areas.map((_, a) => state.law.on(a, year, MIDDLE_OF_YEAR));
    const accept = acceptedShare(state);
    const applicant = new PersonApplicant(workspace, state);
    const found = rowsEqual(due, workspace.persons.rows, t, list);
    for (let n = 0; n < found; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      const area = residenceArea[i];
      const held = permitYear[i] !== 0;
      endPermit(i);
      due[i] = 0;
      if (!isInCity(area) || (registerArea[i] === area && registerUrban[i] === residenceUrban[i])) continue;
      const { permit: rule } = laws[area];
      const applies = !held && age[i] >= 1 && drawOf(state, i, Decision.permitApplyAccepted) < accept[area];
      if (applies && rule && permitOpen(rule, applicant.of(i, MIDDLE_OF_YEAR))) {
        permitYear[i] = year;
        issued[area]++;
        state.ledger.diary?.note(EventKind.permit, i);
      }
      due[i] = permitWait(state, i, age[i], t);
    }
  };
});

/** By area: chance to apply this year over the highest chance anybody may have. */
function acceptedShare({ city, hazards, law, year, t, parameters: p }: State): number[] {
  const bound = hazards.bounds[t].permit;
  return city.areas.map((_, a) => {
    const eased = law.lever(a, year, 'permit.paperwork');
    return (p['permit.applyHazard'] * (1 + eased * (p['permit.paperworkGain'] - 1))) / bound;
  });
}
