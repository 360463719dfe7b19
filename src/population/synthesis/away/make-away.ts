import type { ParameterValues } from '../../../scenario/parameters.ts';
import { Outside } from '../../codes.ts';
import type { Draft } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import type { CityPlan } from '../plan/plan-city.ts';
import { sum } from '../plan/sum.ts';
import { membersOf } from '../resident/members-of.ts';
import { makeAwayFamilies } from './away-families.ts';
import { attachAway, findHosts } from './away-members.ts';

/**
 * Adds everyone registered in the city who lives outside it: whole families, and members of families at home.
 * The counts by area and place of register are exact; who is in the province and who beyond is drawn.
 */
export function makeAway(draft: Draft, plan: CityPlan, parameters: ParameterValues, source: DrawSource): void {
  const first = draft.persons;
  const lists = membersOf(draft.household, draft.persons, draft.households);
  for (let area = 0; area < plan.areas; area++) {
    for (const urban of [0, 1] as const) {
      const { families, members } = plan.away[area][urban];
      const persons = sum(members);
      if (families + persons === 0) continue;
      const hosts = findHosts(draft, lists, area, urban);
      const nobody = hosts.households.length === 0;
      if (!nobody) attachAway(draft, lists, { counts: members.slice(), size: persons }, hosts, source);
      makeAwayFamilies(draft, nobody ? families + persons : families, area, urban, source);
    }
  }
  for (let i = first; i < draft.persons; i++) {
    const leader = leaderOf(draft, i, first);
    draft.residenceArea[i] =
      leader < i
        ? draft.residenceArea[leader]
        : drawFor(source, i, SynthesisDecision.awayProvince) < parameters['base.awayProvinceShare']
          ? Outside.province
          : Outside.nation;
  }
}

/** Whom a person away lives with: the head of a family that left, a spouse added before, else nobody. */
function leaderOf(draft: Draft, i: number, first: number): number {
  const head = draft.head[draft.household[i]];
  if (head >= first) return head;
  const spouse = draft.spouse[i];
  return spouse >= first && spouse < i ? spouse : i;
}
