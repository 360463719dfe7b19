import { HouseholdKind, NONE, Tenure } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { householdDraw, waitOfHousehold } from './agenda/agenda.ts';
import { beginLease } from './lease.ts';
import type { State } from './state.ts';

/**
 * Tenure of the dwelling in town. Families who arrive take what migrant families have (national survey shares); those whose
 * time has come buy. Broken leases are in lease.ts, public dwellings in public-rental.ts.
 */
export function tenure(state: State): void {
  const { population, members, agenda, hazards, year, t } = state;
  const { households } = population;
  const { kind, head, homeUrban, tenure: held, tenureYear } = households.columns;
  const { atHome, inTown } = members;
  const { buy } = agenda.households.columns;
  for (let h = 0; h < households.rows; h++) {
    const due = buy[h] === t;
    if (due) buy[h] = waitOfHousehold(state, hazards.buy, h, t, Decision.buyDwelling);
    if (inTown[h] === 0 && (homeUrban[h] === 0 || atHome[h] === 0)) {
      if (kind[h] === HouseholdKind.family && head[h] !== NONE) held[h] = Tenure.none;
      continue;
    }
    if (held[h] === Tenure.own || kind[h] !== HouseholdKind.family || head[h] === NONE) continue;
    if (held[h] === Tenure.none) takeFirstDwelling(state, h);
    else if (due) {
      held[h] = Tenure.own;
      tenureYear[h] = year;
    }
  }
}

function takeFirstDwelling(state: State, h: number): void {
  const { tenure: held, tenureYear } = state.population.households.columns;
  const p = state.parameters;
  const employer = p['base.employerShare'];
  const draw = householdDraw(state, h, state.year, Decision.tenureStart);
  if (draw >= employer + p['base.ownShare']) {
    beginLease(state, h);
    return;
  }
  held[h] = draw < employer ? Tenure.employer : Tenure.own;
  tenureYear[h] = state.year;
}
