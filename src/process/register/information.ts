import { listRows, withinRows, wordsOf } from '../../math/bytes.ts';
import type { LeverName } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NO_TOWN, NONE } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import { sharesOf } from '../place/village-shares.ts';
import { type State, scratchOf } from '../state.ts';

/**
 * What households know and believe. Outreach clauses and settled neighbours (last year's) make a household aware of the
 * policy; clauses that protect land rights, and those that explain them, end the belief that settling costs the land.
 */
export const information = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { kind, homeArea, townArea, village, head, aware, landBelief } = workspace.households.columns;
  const { householdDraw } = drawsOf(workspace);
  const { settled } = sharesOf(workspace);
  /** Chance that settled neighbours make a household of the village aware. */
  const neighbours = new Float64Array(workspace.villages.capacity);
  const awareness = wordsOf(aware);
  const beliefs = wordsOf(landBelief);

  return (state: State): void => {
    const { year } = state;
    const { outreach, protection } = strengths(state);
    const areas = outreach.length;
    const weight = state.parameters['settlement.neighbour'];
    for (let v = 0; v < workspace.villages.rows; v++) neighbours[v] = weight * settled[v];
    const learning = findUninformed();
    for (let n = 0; n < learning; n++) {
      const h = list[n];
      if (kind[h] !== HouseholdKind.family || head[h] === NONE) continue;
      const area = townArea[h] === NO_TOWN ? homeArea[h] : townArea[h];
      if (area >= areas) continue;
      if (aware[h] === 0) {
        const told = village[h] === NONE ? 0 : neighbours[village[h]];
        const chance = 1 - (1 - outreach[area]) * (1 - told);
        if (chance > 0 && householdDraw(state, h, year, Decision.learnPolicy) < chance) aware[h] = 1;
      }
      if (landBelief[h] === 1 && protection[homeArea[h]] > 0) {
        if (householdDraw(state, h, year, Decision.dropBelief) < protection[homeArea[h]]) landBelief[h] = 0;
      }
    }
  };

  /**
   * Finds households that do not know the policy or believe that settling costs the land: fills `list` with their rows
   * and returns how many there are.
   */
  function findUninformed(): number {
    const { rows } = workspace.households;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const found = (~awareness[w] | beliefs[w]) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, list, count);
    }
    return count;
  }
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
