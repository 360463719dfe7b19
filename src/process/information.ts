import { listRows, withinRows, wordsOf } from '../math/bytes.ts';
import type { LeverName } from '../policy/law.ts';
import { boundTo } from '../population/bound.ts';
import { HouseholdKind, NO_TOWN, NONE } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { householdDraw } from './agenda/agenda.ts';
import type { State } from './state.ts';

/**
 * What households know and believe. Outreach clauses and settled neighbours (last year's) make a household aware of the
 * policy; clauses that protect land rights, and those that explain them, end the belief that settling costs the land.
 */
export function information(state: State): void {
  const { households, villages } = state.population;
  const { kind, homeArea, townArea, village, head, aware, landBelief } = households.columns;
  const { outreach, protection } = strengths(state);
  const neighbours = Float64Array.from(
    { length: villages.rows },
    (_, v) => state.parameters['settlement.neighbour'] * state.villages.settled[v]!,
  );
  const learning = uninformed(state.population)(households.rows, state.rows);
  for (let n = 0; n < learning; n++) {
    const h = state.rows[n]!;
    if (kind[h] !== HouseholdKind.family || head[h] === NONE) continue;
    const area = townArea[h] === NO_TOWN ? homeArea[h]! : townArea[h]!;
    if (area >= outreach.length) continue;
    if (aware[h] === 0) {
      const told = village[h] === NONE ? 0 : neighbours[village[h]!]!;
      const chance = 1 - (1 - outreach[area]!) * (1 - told);
      if (chance > 0 && householdDraw(state, h, state.year, Decision.learnPolicy) < chance) aware[h] = 1;
    }
    if (landBelief[h] === 1 && protection[homeArea[h]!]! > 0) {
      if (householdDraw(state, h, state.year, Decision.dropBelief) < protection[homeArea[h]!]!) landBelief[h] = 0;
    }
  }
}

/**
 * Finds households that do not know the policy or believe that settling costs the land: fills `into` with their rows and returns how
 * many there are.
 */
const uninformed = boundTo(({ households: { columns } }) => {
  const [aware, landBelief] = [wordsOf(columns.aware), wordsOf(columns.landBelief)];
  return (rows: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const found = (~aware[w]! | landBelief[w]!) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, into, count);
    }
    return count;
  };
});

/** By area: chance to be told by publicity or mobilisation, and chance that land clauses and what explains them end the belief. */
function strengths({ city, law, year, parameters: p }: State): { outreach: Float64Array; protection: Float64Array } {
  const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b);
  const lever = (a: number, name: LeverName, weight: number): number => weight * law.lever(a, year, name);
  return {
    outreach: Float64Array.from(city.areas, (_, a) =>
      either(
        lever(a, 'information.awareness', p['settlement.outreach']),
        lever(a, 'information.mobilisation', p['settlement.outreach']),
      ),
    ),
    protection: Float64Array.from(city.areas, (_, a) =>
      either(
        lever(a, 'land.rightsKept', p['settlement.beliefDecay']),
        lever(a, 'information.landBelief', p['settlement.outreach']),
      ),
    ),
  };
}
