import { appendHousehold } from '../../population/append.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, NO_TOWN, Role, Tenure } from '../../population/codes.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import { enrolling } from '../settlement/enrolling.ts';
import { tastesOf } from '../settlement/taste.ts';
import type { State } from '../state.ts';

/**
 * Founds a household for `founder`, who leaves the present one: same home village or town, same place of living, same
 * beliefs and taste; half the contracted land where the founder is registered in the village (分家), a rented dwelling in town.
 * Moves the founder only; returns the new household row.
 */
export const foundingHouseholds = boundTo((workspace) => {
  const { household, role, registerUrban, residenceArea } = workspace.persons.columns;
  const { homeArea, homeUrban, village, townArea, head, landMu, homestead, herder } = workspace.households.columns;
  const { tenure, tenureYear, aware, landBelief, indifferent, taste } = workspace.households.columns;
  const { touch, join, openHousehold, livesAtHome } = membersOf(workspace);
  const { review, enterHousehold } = waitsOf(workspace);
  const { enrolFamily } = enrolling(workspace);
  const tasteOf = tastesOf(workspace);

  return function foundHousehold(state: State, founder: number): number {
    const from = household[founder];
    const atHome = livesAtHome(founder);
    const to = appendHousehold(workspace.households);
    openHousehold(to);
    homeArea[to] = homeArea[from];
    homeUrban[to] = homeUrban[from];
    village[to] = village[from];
    herder[to] = herder[from];
    homestead[to] = homestead[from];
    aware[to] = aware[from];
    landBelief[to] = landBelief[from];
    indifferent[to] = indifferent[from];
    taste[to] = tasteOf(state, from);
    const livesInOtherTown = !atHome && isInCity(residenceArea[founder]);
    townArea[to] = livesInOtherTown ? residenceArea[founder] : NO_TOWN;
    if (registerUrban[founder] === 0 && landMu[from] > 0) {
      landMu[to] = landMu[from] / 2;
      landMu[from] = landMu[from] / 2;
    }
    const inTown = livesInOtherTown || (atHome && homeUrban[from] === 1);
    tenure[to] = inTown ? Tenure.privateRent : Tenure.none;
    tenureYear[to] = state.year;
    head[to] = founder;
    household[founder] = to;
    role[founder] = Role.head;
    touch(from);
    join(founder);
    review(state, founder);
    enterHousehold(state, to, state.t);
    enrolFamily(state, to);
    return to;
  };
});
