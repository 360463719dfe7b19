import { listRows, withinRows, wordsOf } from '../../math/bytes.ts';
import { LEVER_GROUPS, type LeverName, leverGroup } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NO_TOWN, NONE } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import { sharesOf } from '../place/village-shares.ts';
import { type State, scratchOf } from '../state.ts';
import { tierIndex } from './register-tier.ts';

/**
 * What households know and believe. Outreach clauses and settled neighbours (last year's) make a household aware of the
 * policy; clauses that protect land rights, and those that explain them, end the belief that settling costs the land.
 */
export const information = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { kind, homeArea, townArea, village, head, aware, landBelief } = workspace.households.columns;
  const { registerArea, registerUrban } = workspace.persons.columns;
  const { householdDraw } = drawsOf(workspace);
  const { settled } = sharesOf(workspace);
  /** Chance that settled neighbours make a household of the village aware. */
  const neighbours = new Float64Array(workspace.villages.capacity);
  const awareness = wordsOf(aware);
  const beliefs = wordsOf(landBelief);

  return (state: State): void => {
    const { year } = state;
    const { outreach, protection } = strengths(state);
    const areas = state.city.areas.length;
    const weight = state.parameters['settlement.neighbour'];
    for (let v = 0; v < workspace.villages.rows; v++) neighbours[v] = weight * settled[v];
    const learning = findUninformed();
    for (let n = 0; n < learning; n++) {
      const h = list[n];
      if (kind[h] !== HouseholdKind.family || head[h] === NONE) continue;
      const area = townArea[h] === NO_TOWN ? homeArea[h] : townArea[h];
      if (area >= areas) continue;
      const lead = head[h];
      const group = leverGroup(tierIndex(registerArea[lead], area), registerUrban[lead] === 0);
      if (aware[h] === 0) {
        const told = village[h] === NONE ? 0 : neighbours[village[h]];
        const chance = 1 - (1 - outreach[area * LEVER_GROUPS + group]) * (1 - told);
        if (chance > 0 && householdDraw(state, h, year, Decision.learnPolicy) < chance) aware[h] = 1;
      }
      const chance = protection[homeArea[h] * LEVER_GROUPS + group];
      if (landBelief[h] === 1 && chance > 0) {
        if (householdDraw(state, h, year, Decision.dropBelief) < chance) landBelief[h] = 0;
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

/**
 * By area and group of people (`leverGroup`): chance to be told by publicity or mobilisation, and chance that land clauses and
 * what explains them end the belief.
 */
function strengths({ city, law, year, parameters: p }: State): { outreach: Float64Array; protection: Float64Array } {
  const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b);
  const byGroup = (one: readonly [LeverName, number], other: readonly [LeverName, number]): Float64Array =>
    Float64Array.from({ length: city.areas.length * LEVER_GROUPS }, (_, cell) => {
      const [area, group] = [Math.floor(cell / LEVER_GROUPS), cell % LEVER_GROUPS];
      const chance = ([name, weight]: readonly [LeverName, number]): number =>
        weight * law.leverFor(area, year, name, group);
      return either(chance(one), chance(other));
    });
  const told = p['settlement.outreach'];
  return {
    outreach: byGroup(['information.awareness', told], ['information.mobilisation', told]),
    protection: byGroup(['land.rightsKept', p['settlement.beliefDecay']], ['information.landBelief', told]),
  };
}
