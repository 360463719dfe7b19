import { HouseholdKind, NO_TOWN, NONE } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import type { State } from './state.ts';

/**
 * What households know and believe. Outreach clauses and settled neighbours (last year's) make a household aware of the
 * policy; clauses that protect land rights, and those that explain them, end the belief that settling costs the land.
 */
export function information(state: State): void {
  const { households, persons } = state.population;
  const { kind, homeArea, townArea, village, head, aware, landBelief } = households.columns;
  const { identity, lineage } = persons.columns;
  const p = state.parameters;
  const areas = state.city.areas.length;
  const outreach = new Float64Array(areas);
  const protection = new Float64Array(areas);
  for (let a = 0; a < areas; a++) {
    const publicity = state.law.lever(a, state.year, 'information.awareness') * p['settlement.outreach'];
    const mobilisation = state.law.lever(a, state.year, 'information.mobilisation') * p['settlement.outreach'];
    outreach[a] = 1 - (1 - publicity) * (1 - mobilisation);
    const kept = state.law.lever(a, state.year, 'land.rightsKept');
    const explained = state.law.lever(a, state.year, 'information.landBelief');
    protection[a] = 1 - (1 - kept * p['settlement.beliefDecay']) * (1 - explained * p['settlement.outreach']);
  }
  for (let h = 0; h < households.rows; h++) {
    const lead = head[h]!;
    if (kind[h] !== HouseholdKind.family || lead === NONE || (aware[h] === 1 && landBelief[h] === 0)) continue;
    const area = townArea[h] === NO_TOWN ? homeArea[h]! : townArea[h]!;
    if (area >= areas) continue;
    if (aware[h] === 0) {
      const neighbours = village[h] === NONE ? 0 : p['settlement.neighbour'] * state.villages.settled[village[h]!]!;
      const chance = 1 - (1 - outreach[area]!) * (1 - neighbours);
      if (uniform(state.key, identity[lead]!, lineage[lead]!, state.year, Decision.learnPolicy) < chance) aware[h] = 1;
    }
    if (landBelief[h] === 1) {
      if (
        uniform(state.key, identity[lead]!, lineage[lead]!, state.year, Decision.dropBelief) < protection[homeArea[h]!]!
      ) {
        landBelief[h] = 0;
      }
    }
  }
}
