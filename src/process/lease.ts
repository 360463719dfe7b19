import { Tenure } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { waitOfHousehold } from './agenda/agenda.ts';
import type { State } from './state.ts';

/** Household h begins to rent privately this year. */
export function beginLease(state: State, h: number): void {
  const { tenure, tenureYear } = state.population.households.columns;
  tenure[h] = Tenure.privateRent;
  tenureYear[h] = state.year;
  state.agenda.households.columns.lease[h] = waitOfHousehold(
    state,
    state.hazards.lease,
    h,
    state.t,
    Decision.leaseBreak,
  );
}

/**
 * Year in which the present tenure of household h began. A private lease is broken with `tenure.leaseBreak` a year and begins
 * anew, which matters where the law counts its months: worked out when asked, for few are.
 */
export function tenureBegan(state: State, h: number): number {
  const { tenure, tenureYear } = state.population.households.columns;
  const { lease } = state.agenda.households.columns;
  while (tenure[h] === Tenure.privateRent && lease[h]! <= state.t) {
    const broken = lease[h]!;
    tenureYear[h] = state.baseYear + broken;
    lease[h] = waitOfHousehold(state, state.hazards.lease, h, broken, Decision.leaseBreak);
  }
  return tenureYear[h]!;
}
