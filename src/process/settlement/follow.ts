import type { Relatives, Route } from '../../policy/law.ts';
import { isInCity, NONE, Presence } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { tierIndex } from '../register-tier.ts';
import type { State } from '../state.ts';

/**
 * Settles the applicant by the route, with the relatives the route admits. A child of any age who is unmarried counts as a
 * child; grandchildren are children of the applicant's children; parents may live in another household and are reached by
 * their links. Whether an admitted relative follows is drawn by relation.
 */
export function settleWithRelatives(state: State, applicant: number, route: Route): void {
  const { columns: c } = state.population.persons;
  const area = c.residenceArea[applicant]!;
  const { relatives } = route;
  const p = state.parameters;
  settle(state, applicant, area, route);
  state.ledger.events.settledHouseholds[area]!++;
  const spouse = c.spouse[applicant]!;
  if (relatives.spouse) follow(state, spouse, applicant, relatives, route, p['settlement.followSpouse']);
  followDescendants(state, applicant, spouse, relatives, route);
  if (relatives.ownParents) {
    follow(state, c.mother[applicant]!, applicant, relatives, route, p['settlement.followParent']);
    follow(state, c.father[applicant]!, applicant, relatives, route, p['settlement.followParent']);
  }
  if (relatives.spouseParents && spouse !== NONE) {
    follow(state, c.mother[spouse]!, applicant, relatives, route, p['settlement.followParent']);
    follow(state, c.father[spouse]!, applicant, relatives, route, p['settlement.followParent']);
  }
}

function followDescendants(state: State, applicant: number, spouse: number, relatives: Relatives, route: Route): void {
  const { columns: c } = state.population.persons;
  const chance = state.parameters['settlement.followChild'];
  const isChild = (i: number): boolean =>
    i !== NONE &&
    (c.mother[i] === applicant ||
      c.father[i] === applicant ||
      (spouse !== NONE && (c.mother[i] === spouse || c.father[i] === spouse)));
  const h = c.household[applicant]!;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    if (i === applicant || i === spouse) continue;
    const child = relatives.children && isChild(i) && c.spouse[i] === NONE;
    const grandchild = relatives.grandchildren && !isChild(i) && (isChild(c.mother[i]!) || isChild(c.father[i]!));
    if (child || grandchild) follow(state, i, applicant, relatives, route, chance);
  }
}

function follow(state: State, i: number, applicant: number, relatives: Relatives, route: Route, chance: number): void {
  if (i === NONE) return;
  const { columns: c } = state.population.persons;
  const area = c.residenceArea[applicant]!;
  if (c.presence[i] === Presence.gone || (c.registerArea[i] === area && c.registerUrban[i] === 1)) return;
  const coResident = c.residenceArea[i] === area && c.residenceUrban[i] === 1;
  if (relatives.coResident && !coResident) return;
  if (uniform(state.key, c.identity[i]!, c.lineage[i]!, state.year, Decision.follow) < chance)
    settle(state, i, area, route);
}

/** Moves one register to the town side of the area and counts it by route, tier and origin. */
function settle(state: State, i: number, area: number, route: Route): void {
  const { columns: c } = state.population.persons;
  const { ledger } = state;
  ledger.settledByRoute[area * ledger.routes + route.index]!++;
  ledger.settledByOrigin[(area * 4 + tierIndex(c.registerArea[i]!, area)) * 2 + c.ruralOrigin[i]!]!++;
  if (!isInCity(c.registerArea[i]!)) ledger.events.registerIn[area]!++;
  c.registerArea[i] = area;
  c.registerUrban[i] = 1;
  c.nonAgricultural[i] = 1;
  c.permitYear[i] = 0;
  c.settledYear[i] = state.year;
  c.settledRoute[i] = route.index;
}
