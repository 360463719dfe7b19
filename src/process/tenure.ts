import { HouseholdKind, NONE, Tenure } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import type { State } from './state.ts';

/**
 * Tenure of the dwelling in town. Families who arrive take what migrant families have (national survey shares); renters buy
 * with a hazard; a private lease that is broken begins anew, which matters where the law counts its months. Public dwellings
 * are given out in public-rental.ts.
 */
export function tenure(state: State): void {
  const { households, persons } = state.population;
  const { kind, head, homeUrban, tenure: held, tenureYear } = households.columns;
  const { identity, lineage } = persons.columns;
  const { members, year, key } = state;
  const p = state.parameters;
  const buys = p['tenure.buyHazard'];
  const breaks = p['tenure.leaseBreak'];
  for (let h = 0; h < households.rows; h++) {
    const lead = head[h]!;
    if (kind[h] !== HouseholdKind.family || lead === NONE) continue;
    const livesInTown = members.inTown[h]! > 0 || (homeUrban[h] === 1 && members.atHome[h]! > 0);
    if (!livesInTown) {
      held[h] = Tenure.none;
      continue;
    }
    if (held[h] === Tenure.own) continue;
    if (held[h] === Tenure.none) {
      held[h] = firstTenure(p, uniform(key, identity[lead]!, lineage[lead]!, year, Decision.tenureStart));
      tenureYear[h] = year;
    } else if (uniform(key, identity[lead]!, lineage[lead]!, year, Decision.buyDwelling) < buys) {
      held[h] = Tenure.own;
      tenureYear[h] = year;
    } else if (held[h] === Tenure.privateRent) {
      if (uniform(key, identity[lead]!, lineage[lead]!, year, Decision.leaseBreak) < breaks) tenureYear[h] = year;
    }
  }
}

function firstTenure(p: State['parameters'], draw: number): number {
  const employer = p['base.employerShare'];
  const own = p['base.ownShare'];
  if (draw < employer) return Tenure.employer;
  if (draw < employer + own) return Tenure.own;
  return Tenure.privateRent;
}
