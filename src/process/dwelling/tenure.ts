import { equalTo, listRows, nonZero, withinRows, wordsOf } from '../../math/bytes.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE, Tenure } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { leasesOf } from './lease.ts';

/**
 * Tenure of the dwelling in town. Families who arrive take what migrant families have (national survey shares); those whose
 * time has come buy. Broken leases are in lease.ts, public dwellings in public-rental.ts.
 */
export const tenure = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { kind, head, tenure: held, tenureYear } = workspace.households.columns;
  const { livesInTown } = membersOf(workspace);
  const { buy } = agendaOf(workspace).households.columns;
  const { waitOfHousehold } = waitsOf(workspace);
  const { householdDraw } = drawsOf(workspace);
  const { beginLease } = leasesOf(workspace);
  const holdings = wordsOf(held);
  const inTowns = wordsOf(livesInTown);
  const purchases = wordsOf(buy);

  return (state: State): void => {
    const { t, year } = state;
    const table = state.hazards.buy;
    const changing = findMayChange(t);
    for (let n = 0; n < changing; n++) {
      const h = list[n];
      const due = buy[h] === t;
      if (due) buy[h] = waitOfHousehold(state, table, h, t, Decision.buyDwelling);
      if (livesInTown[h] === 0) {
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
  };

  /**
   * Finds households who are to buy, and those with a tenure but nobody in a town or the other way round: fills `list`
   * with their rows and returns how many there are. All others keep what they have.
   */
  function findMayChange(t: number): number {
    const { rows } = workspace.households;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const misfit = nonZero(holdings[w]) ^ inTowns[w];
      const found = (equalTo(purchases[w], t) | misfit) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, list, count);
    }
    return count;
  }

  function takeFirstDwelling(state: State, h: number): void {
    const { parameters: p, year } = state;
    const employer = p['base.employerShare'];
    const draw = householdDraw(state, h, year, Decision.tenureStart);
    if (draw >= employer + p['base.ownShare']) {
      beginLease(state, h);
      return;
    }
    held[h] = draw < employer ? Tenure.employer : Tenure.own;
    tenureYear[h] = year;
  }
});
