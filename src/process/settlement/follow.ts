import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { admits, type Route } from '../../policy/law.ts';
import type { RelativeName } from '../../policy/relative.ts';
import { boundTo } from '../../population/bound.ts';
import { NONE, Presence } from '../../population/codes.ts';
import { countSettler } from '../../population/settler-traits.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { AwardGroup, movingIntoTown } from '../register/into-town.ts';
import { tierIndex } from '../register/register-tier.ts';
import type { State } from '../state.ts';
import { PersonApplicant } from './applicant.ts';
import { isChildOf, isRelative } from './kin.ts';

interface Family {
  readonly applicant: number;
  readonly spouse: number;
  readonly routes: readonly Route[];
}

/**
 * Settles the applicant by the first open route, and each relative who follows by the first open route that admits him or her:
 * a graduate who also rents a dwelling settles as a graduate, the family by the dwelling. A child counts while unmarried;
 * grandchildren are children of the applicant's children; parents may live in another household and are reached by their
 * links. Whether an admitted relative follows is drawn by relation.
 *
 * `routes`: those open to the applicant on the day, in the documents' order; at least one.
 */
export const settling = boundTo((workspace) => {
  const { presence, household, mother, father, spouse: spouses, settledYear, settledRoute } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban, ruralOrigin } = workspace.persons.columns;
  const { first, next } = membersOf(workspace);
  const moveIntoTown = movingIntoTown(workspace);
  const { drawOf } = drawsOf(workspace);

  return function settleWithRelatives(state: State, applicant: number, routes: readonly Route[]): void {
    const p = state.parameters;
    const area = residenceArea[applicant];
    settle(state, applicant, area, routes[0]);
    state.ledger.events.settledHouseholds[area]++;
    state.ledger.diary?.markApplicant();
    const spouse = spouses[applicant];
    const family: Family = { applicant, spouse, routes };
    follow(state, family, spouse, 'spouse', p['settlement.followSpouse']);
    followMembers(state, family);
    followParents(state, family, applicant, 'own-parents');
    if (spouse !== NONE) followParents(state, family, spouse, 'spouse-parents');
  };

  function followParents(state: State, family: Family, of: number, relation: RelativeName): void {
    const chance = state.parameters['settlement.followParent'];
    follow(state, family, mother[of], relation, chance);
    follow(state, family, father[of], relation, chance);
  }

  /** Children, grandchildren, and where a route lets them, siblings and grandparents among the members of the household. */
  function followMembers(state: State, family: Family): void {
    const { applicant, spouse } = family;
    const chance = state.parameters['settlement.followChild'];
    const older = state.parameters['settlement.followParent'];
    const links = workspace.persons.columns;
    for (let i = first[household[applicant]]; i !== NONE; i = next[i]) {
      if (i === applicant || (spouse !== NONE && i === spouse)) continue;
      if (isChildOf(links, i, applicant)) {
        if (spouses[i] === NONE) follow(state, family, i, 'children', chance);
      } else if (isRelative(links, i, 'grandchildren', applicant)) follow(state, family, i, 'grandchildren', chance);
      else if (isRelative(links, i, 'children-in-law', applicant)) follow(state, family, i, 'children-in-law', older);
      else if (isRelative(links, i, 'siblings', applicant)) follow(state, family, i, 'siblings', older);
      else if (isRelative(links, i, 'grandparents', applicant)) follow(state, family, i, 'grandparents', older);
    }
  }

  /** Settles relative i with the given chance by the first of the routes that admits the relation. */
  function follow(state: State, family: Family, i: number, relation: RelativeName, chance: number): void {
    if (i === NONE) return;
    const area = residenceArea[family.applicant];
    if (presence[i] === Presence.gone || (registerArea[i] === area && registerUrban[i] === 1)) return;
    const coResident = residenceArea[i] === area && residenceUrban[i] === 1;
    const person = (): PersonApplicant => new PersonApplicant(workspace, state).of(i, MIDDLE_OF_YEAR);
    const route = family.routes.find((each) => admits(each, relation, coResident, person));
    if (!route || drawOf(state, i, Decision.follow) >= chance) return;
    if (registerUrban[i] === 0 && awardGroup(route) === AwardGroup.others) state.ledger.events.awardKin[area]++;
    settle(state, i, area, route);
  }

  /** Moves one register to the town side of the area and counts it by route, tier and origin. */
  function settle(state: State, i: number, area: number, route: Route): void {
    const { ledger } = state;
    const from = registerArea[i];
    ledger.diary?.noteSettlement(i, area, route.index);
    ledger.settledByRoute[area * ledger.routes + route.index]++;
    const tier = tierIndex(from, area);
    ledger.settledByOrigin[(area * 4 + tier) * 2 + ruralOrigin[i]]++;
    countSettler(ledger.settledByTrait, workspace, i, area, state.year);
    settledYear[i] = state.year;
    settledRoute[i] = route.index;
    moveIntoTown(state, i, area, awardGroup(route));
  }
});

/** Students and veterans apart, because it is disputed whether the award counts them. */
function awardGroup({ name }: Route) {
  if (name === 'student' || name === 'student-at-origin') return AwardGroup.students;
  return name === 'veteran' ? AwardGroup.veterans : AwardGroup.others;
}
