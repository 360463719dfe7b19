import { logistic, logit } from '../../math/logistic.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { newcomer } from '../../policy/persons.ts';
import { bestRight, rightsFacts } from '../../policy/rights.ts';
import type { State } from '../state.ts';

/** Openness at which families move as the surveys say: half, as the Compulsory Education Law alone leaves it. */
const AS_SURVEYED = 0.5;

/** Something for a family that comes from the same county, and from elsewhere in the city, by area. */
export interface ByOrigin {
  readonly sameCounty: Float64Array;
  readonly sameCity: Float64Array;
}

/** The value for a family from `home` that goes to `area`. */
export const fromHome = (table: ByOrigin, home: number, area: number): number =>
  (home === area ? table.sameCounty : table.sameCity)[area];

/**
 * How open the town schools of each area are to a newcomer's child, 0..1: what the law gives who has just come, on a permit
 * where one can be held, or the clause that makes places for incomers, whichever is more; times last year's share who got a place.
 */
export function schoolOpenness(state: State): ByOrigin {
  const of = (tier: 'same-county' | 'same-city'): Float64Array =>
    Float64Array.from(state.city.areas, (_, area) => {
      const law = state.law.on(area, state.year, MIDDLE_OF_YEAR);
      const hasPermit = law.permit?.tiers.includes(tier) ?? false;
      const facts = rightsFacts(law, newcomer(tier, hasPermit));
      const right = bestRight(law, 'schooling', facts)?.level ?? 0;
      const made = state.law.lever(area, state.year, 'school.enrolment');
      return Math.max(right, made) * state.capacity.placeChance[area];
    });
  return { sameCounty: of('same-county'), sameCity: of('same-city') };
}

/** Chance `base` that a family takes its school children along, or lets them follow, as schools are open to them. */
export function withSchools(state: State, base: number, openness: ByOrigin): ByOrigin {
  const weight = state.parameters['place.familySchool'];
  const sure = base <= 0 || base >= 1;
  const shifted = (open: number): number => (sure ? base : logistic(logit(base) + weight * (open - AS_SURVEYED)));
  return { sameCounty: openness.sameCounty.map(shifted), sameCity: openness.sameCity.map(shifted) };
}
