import type { Law } from '../policy/law.ts';
import { isInCity, Presence, Tenure, Work } from '../population/codes.ts';
import { registerTiers } from '../population/ledger.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { tierIndex } from './register-tier.ts';
import type { State } from './state.ts';

/** Day of the year on which applications for a permit are judged: the middle. */
const MIDDLE_OF_YEAR = 183;

/**
 * Residence permits: people who live off their register and meet the law's conditions apply with a hazard, more readily where
 * paperwork is eased. A move or a settlement ends the permit. Years of residence run from the year of arrival.
 */
export function permit(state: State): void {
  const { persons } = state.population;
  const { identity, lineage, presence, age, registerArea, residenceArea, permitYear, arrivalYear } = persons.columns;
  const areas = state.city.areas.length;
  const laws = Array.from({ length: areas }, (_, a) => state.law.on(a, state.year, MIDDLE_OF_YEAR));
  const p = state.parameters;
  const chance = laws.map((_, a) => {
    const eased = state.law.lever(a, state.year, 'permit.paperwork');
    return Math.min(1, p['permit.applyHazard'] * (1 + eased * (p['permit.paperworkGain'] - 1)));
  });
  const { permitsIssued } = state.ledger.events;
  for (let i = 0; i < persons.rows; i++) {
    const area = residenceArea[i]!;
    if (registerArea[i] === area || presence[i] === Presence.gone || !isInCity(area)) continue;
    if (permitYear[i] !== 0 || age[i]! < 1) continue;
    if (uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.permitApply) >= chance[area]!) continue;
    if (!permitOpen(state, laws[area]!, i, 12 * (state.year - arrivalYear[i]!))) continue;
    permitYear[i] = state.year;
    permitsIssued[area]!++;
  }
}

/** Whether the law lets this person hold a permit: territory, months of residence, and dwelling, job or schooling. */
function permitOpen(state: State, law: Law, i: number, months: number): boolean {
  const rule = law.permit;
  if (!rule) return false;
  const { columns: c } = state.population.persons;
  const tier = registerTiers[tierIndex(c.registerArea[i]!, c.residenceArea[i]!)]!;
  // an arrival of this year has been there half a year on average
  if (!rule.tiers.includes(tier) || Math.max(6, months) < rule.months) return false;
  if (!rule.needsGround) return true;
  const work = c.work[i]!;
  const dwelling = state.population.households.columns.tenure[c.household[i]!]!;
  return dwelling !== Tenure.none || work === Work.formal || work === Work.selfEmployed || work === Work.student;
}
