import { boundTo } from '../../population/bound.ts';
import { Tenure } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { waitsOf } from '../agenda/waits.ts';
import type { State } from '../state.ts';

/** Private leases of a workspace's households. */
export const leasesOf = boundTo((workspace) => {
  const { tenure, tenureYear } = workspace.households.columns;
  const { lease } = agendaOf(workspace).households.columns;
  const { waitOfHousehold } = waitsOf(workspace);

  /** Household h begins to rent privately this year. */
  function beginLease(state: State, h: number): void {
    tenure[h] = Tenure.privateRent;
    tenureYear[h] = state.year;
    lease[h] = waitOfHousehold(state, state.hazards.lease, h, state.t, Decision.leaseBreak);
  }

  /**
   * Year in which the present tenure of household h began. A private lease is broken with `tenure.leaseBreak` a year and begins
   * anew, which matters where the law counts its months: worked out when asked, for few are.
   */
  function tenureBegan(state: State, h: number): number {
    while (tenure[h] === Tenure.privateRent && lease[h] <= state.t) {
      const broken = lease[h];
      tenureYear[h] = state.baseYear + broken;
      lease[h] = waitOfHousehold(state, state.hazards.lease, h, broken, Decision.leaseBreak);
    }
    return tenureYear[h];
  }

  return { beginLease, tenureBegan };
});
