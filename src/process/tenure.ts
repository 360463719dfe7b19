import { equalTo, listRows, nonZero, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
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
  const { population, members, agenda, hazards, year, t, rows } = state;
  const { households } = population;
  const { kind, head, tenure: held, tenureYear } = households.columns;
  const { livesInTown } = members;
  const { buy } = agenda.households.columns;
  const changing = mayChange(population)(households.rows, wordsOf(livesInTown), wordsOf(buy), t, rows);
  for (let n = 0; n < changing; n++) {
    const h = rows[n]!;
    const due = buy[h] === t;
    if (due) buy[h] = waitOfHousehold(state, hazards.buy, h, t, Decision.buyDwelling);
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
}

/**
 * Finds households who are to buy, and those with a tenure but nobody in a town or the other way round: fills `into` with their rows
 * and returns how many there are. All others keep what they have.
 */
const mayChange = boundTo(({ households: { columns } }) => {
  const held = wordsOf(columns.tenure);
  return (rows: number, livesInTown: Int32Array, buy: Int32Array, t: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const found = (equalTo(buy[w]!, t) | (nonZero(held[w]!) ^ livesInTown[w]!)) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, into, count);
    }
    return count;
  };
});

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
