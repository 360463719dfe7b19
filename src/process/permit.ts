import { permitOpen } from '../policy/permit.ts';
import { isInCity, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { PersonApplicant } from './settlement/applicant.ts';
import type { State } from './state.ts';

/** Day of the year on which applications for a permit are judged: the middle. */
const MIDDLE_OF_YEAR = 183;

/**
 * Residence permits: people who live off their register and meet the law's conditions apply with a hazard, more readily where
 * paperwork is eased. A move or a settlement ends the permit. Years of residence run from the year of arrival.
 */
export function permit(state: State): void {
  const { persons } = state.population;
  const { identity, lineage, presence, age, registerArea, registerUrban, residenceArea, residenceUrban, permitYear } =
    persons.columns;
  const areas = state.city.areas.length;
  const laws = Array.from({ length: areas }, (_, a) => state.law.on(a, state.year, MIDDLE_OF_YEAR));
  const p = state.parameters;
  const chance = laws.map((_, a) => {
    const eased = state.law.lever(a, state.year, 'permit.paperwork');
    return Math.min(1, p['permit.applyHazard'] * (1 + eased * (p['permit.paperworkGain'] - 1)));
  });
  const applicant = new PersonApplicant(state);
  const { permitsIssued } = state.ledger.events;
  for (let i = 0; i < persons.rows; i++) {
    const area = residenceArea[i]!;
    if (presence[i] === Presence.gone || !isInCity(area)) continue;
    if (registerArea[i] === area && registerUrban[i] === residenceUrban[i]) continue;
    if (permitYear[i] !== 0 || age[i]! < 1) continue;
    if (uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.permitApply) >= chance[area]!) continue;
    const rule = laws[area]!.permit;
    if (!rule || !permitOpen(rule, applicant.of(i, MIDDLE_OF_YEAR))) continue;
    permitYear[i] = state.year;
    permitsIssued[area]!++;
  }
}
