import type { Relatives, Route } from '../../policy/law.ts';
import { enterRegister, RegisterChannel } from '../../population/balance.ts';
import { isInCity, NONE, Presence } from '../../population/codes.ts';
import { countSettler } from '../../population/settler-traits.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { beginBack, review } from '../agenda/agenda.ts';
import { touch } from '../members.ts';
import { tierIndex } from '../register-tier.ts';
import type { State } from '../state.ts';

/** Relation of a relative to the applicant, as the documents list them. */
type Relation = Exclude<keyof Relatives, 'coResident'>;

/**
 * Settles the applicant by the first open route, and each relative who follows by the first open route that admits him or her:
 * a graduate who also rents a dwelling settles as a graduate, the family by the dwelling. A child counts while unmarried;
 * grandchildren are children of the applicant's children; parents may live in another household and are reached by their
 * links. Whether an admitted relative follows is drawn by relation.
 * @param routes routes open to the applicant on the day, in the documents' order; at least one
 */
export function settleWithRelatives(state: State, applicant: number, routes: readonly Route[]): void {
  const { columns: c } = state.population.persons;
  const p = state.parameters;
  const area = c.residenceArea[applicant]!;
  settle(state, applicant, area, routes[0]!);
  state.ledger.events.settledHouseholds[area]!++;
  const spouse = c.spouse[applicant]!;
  const family: Family = { applicant, spouse, routes };
  follow(state, family, spouse, 'spouse', p['settlement.followSpouse']);
  followDescendants(state, family);
  const parents = (of: number, relation: Relation): void => {
    follow(state, family, c.mother[of]!, relation, p['settlement.followParent']);
    follow(state, family, c.father[of]!, relation, p['settlement.followParent']);
  };
  parents(applicant, 'ownParents');
  if (spouse !== NONE) parents(spouse, 'spouseParents');
}

interface Family {
  readonly applicant: number;
  readonly spouse: number;
  readonly routes: readonly Route[];
}

function followDescendants(state: State, family: Family): void {
  const { columns: c } = state.population.persons;
  const { applicant, spouse } = family;
  const isParent = (i: number): boolean => i === applicant || (spouse !== NONE && i === spouse);
  const isChild = (i: number): boolean => i !== NONE && (isParent(c.mother[i]!) || isParent(c.father[i]!));
  const chance = state.parameters['settlement.followChild'];
  const h = c.household[applicant]!;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    if (isParent(i)) continue;
    if (isChild(i)) {
      if (c.spouse[i] === NONE) follow(state, family, i, 'children', chance);
    } else if (isChild(c.mother[i]!) || isChild(c.father[i]!)) {
      follow(state, family, i, 'grandchildren', chance);
    }
  }
}

/** Settles relative i with the given chance by the first of the routes that admits the relation. */
function follow(state: State, family: Family, i: number, relation: Relation, chance: number): void {
  if (i === NONE) return;
  const { columns: c } = state.population.persons;
  const area = c.residenceArea[family.applicant]!;
  if (c.presence[i] === Presence.gone || (c.registerArea[i] === area && c.registerUrban[i] === 1)) return;
  const coResident = c.residenceArea[i] === area && c.residenceUrban[i] === 1;
  const route = family.routes.find(({ relatives }) => relatives[relation] && (coResident || !relatives.coResident));
  if (!route) return;
  if (uniform(state.key, c.identity[i]!, c.lineage[i]!, state.year, Decision.follow) < chance)
    settle(state, i, area, route);
}

/** Moves one register to the town side of the area and counts it by route, tier and origin. */
function settle(state: State, i: number, area: number, route: Route): void {
  const { columns: c } = state.population.persons;
  const { ledger } = state;
  ledger.settledByRoute[area * ledger.routes + route.index]!++;
  const tier = tierIndex(c.registerArea[i]!, area);
  ledger.settledByOrigin[(area * 4 + tier) * 2 + c.ruralOrigin[i]!]!++;
  countSettler(ledger.settledByTrait, state.population, i, area, state.year);
  if (c.registerUrban[i] === 0) countForAward(state, i, area, (area * 4 + tier) * 3 + awardGroup(route));
  const fromOutside = !isInCity(c.registerArea[i]!);
  if (fromOutside) ledger.events.registerIn[area]!++;
  enterRegister(ledger.balance, RegisterChannel.settlement, c.registerArea[i]!, -1, -c.registerUrban[i]!);
  enterRegister(ledger.balance, RegisterChannel.settlement, area, 1, 1);
  c.registerArea[i] = area;
  c.registerUrban[i] = 1;
  c.nonAgricultural[i] = 1;
  c.permitYear[i] = 0;
  c.settledYear[i] = state.year;
  c.settledRoute[i] = route.index;
  touch(state.members, c.household[i]!);
  if (fromOutside) beginBack(state, i); // from now on the way back is the one of people registered here
  review(state, i);
}

/** Students and veterans apart, because it is disputed whether the award counts them. */
const awardGroup = ({ name }: Route): number =>
  name === 'student' || name === 'student-at-origin' ? 1 : name === 'veteran' ? 2 : 0;

/** Counts somebody who held a village register until now, before the register moves. */
function countForAward({ population, ledger }: State, i: number, area: number, cell: number): void {
  const { registerArea, nonAgricultural } = population.persons.columns;
  ledger.awardSettlers[cell]!++;
  if (nonAgricultural[i] === 0) ledger.events.awardAgricultural[area]!++;
  if (registerArea[i] !== area && isInCity(registerArea[i]!)) ledger.events.awardLeft[registerArea[i]!]!++;
}
