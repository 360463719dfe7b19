import { equalTo, listRows, withinRows, wordsOf } from '../../math/bytes.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, NO_TOWN, NONE, Presence, Tenure } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type ByOrigin, fromHome, schoolOpenness, withSchools } from '../school/school-openness.ts';
import { type State, scratchOf } from '../state.ts';
import { changingResidence } from './change-residence.ts';

export const ADULT_AGE = 18;

/** Families go outside the city whole this much less often than to a town inside it (migrant worker survey: one in five). */
const OUTSIDE_FAMILY = 0.35;

/** Who is whose minor child in a workspace. */
export const kinOf = boundTo((workspace) => {
  const { age, mother, father } = workspace.persons.columns;
  return {
    isMinorChildOf: (child: number, parent: number): boolean =>
      age[child] < ADULT_AGE && (mother[child] === parent || father[child] === parent),
  };
});

/**
 * Moves a person away from the family home: alone, with the spouse, or with the whole family at home.
 * A parent who moves to a town of the city takes the household along with `place.wholeFamily`, where school children are at home
 * more readily the more open the schools there; outside the city the family mostly stays; a spouse at home comes along with
 * `place.couple`.
 *
 * `wholeWithSchools`: chance that a family with school children goes whole, by destination.
 */
export const movingAway = boundTo((workspace) => {
  const { household, spouse, residenceArea, residenceUrban } = workspace.persons.columns;
  const { homeArea, townArea, tenure } = workspace.households.columns;
  const { first, next, hasSchoolChild } = membersOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const { isMinorChildOf } = kinOf(workspace);
  const changeResidence = changingResidence(workspace);

  return function moveAway(state: State, mover: number, area: number, wholeWithSchools: ByOrigin): void {
    const h = household[mover];
    if (isInCity(area)) {
      // a public dwelling stays in the town it stands in
      if (townArea[h] !== area && tenure[h] === Tenure.publicRental) tenure[h] = Tenure.privateRent;
      townArea[h] = area;
    }
    const partner = spouse[mover];
    const partnerHome = partner !== NONE && household[partner] === h && livesWith(partner, mover);
    const whole = drawOf(state, mover, Decision.wholeFamily) < wholeChance(state, h, area, wholeWithSchools);
    const couple = drawOf(state, mover, Decision.couple) < state.parameters['place.couple'];
    const oldArea = residenceArea[mover];
    const oldUrban = residenceUrban[mover];
    changeResidence(state, mover, area, 1);
    // the household goes or stays where there are children; a couple without is asked as a couple
    const together = hasMinor(h, mover, partner) ? whole || couple : couple;
    if (partnerHome && together) changeResidence(state, partner, area, 1);
    if (!whole) return;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      if (household[i] !== h || residenceArea[i] !== oldArea || residenceUrban[i] !== oldUrban) continue;
      if (isMinorChildOf(i, mover) || (partnerHome && isMinorChildOf(i, partner))) changeResidence(state, i, area, 1);
    }
  };

  function wholeChance(state: State, h: number, area: number, wholeWithSchools: ByOrigin): number {
    const usual = state.parameters['place.wholeFamily'];
    if (!isInCity(area)) return usual * OUTSIDE_FAMILY;
    return hasSchoolChild(h) ? fromHome(wholeWithSchools, homeArea[h], area) : usual;
  }

  function livesWith(i: number, j: number): boolean {
    return residenceArea[i] === residenceArea[j] && residenceUrban[i] === residenceUrban[j];
  }

  /** Whether the household has a minor child of the mover or the partner. */
  function hasMinor(h: number, mover: number, partner: number): boolean {
    for (let i = first[h]; i !== NONE; i = next[i])
      if (isMinorChildOf(i, mover) || (partner !== NONE && isMinorChildOf(i, partner))) return true;
    return false;
  }
});

/**
 * Joining up later: spouse and minor children left at home follow the member who lives in the household's town, school children
 * and their families more readily the more open the schools there. Keyed by that member, so that a family comes together.
 */
export const joiningUp = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, household, spouse, mother, father } = workspace.persons.columns;
  const { residenceArea, residenceUrban, arrivalYear } = workspace.persons.columns;
  const { homeArea, homeUrban, townArea } = workspace.households.columns;
  const { first, next, atHome, inTown: away, hasSchoolChild } = membersOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const changeResidence = changingResidence(workspace);
  const towns = wordsOf(townArea);

  return (state: State): void => {
    const usual = state.parameters['place.joinHazard'];
    const withSchool = withSchools(state, usual, schoolOpenness(state));
    const split = findWithTown();
    for (let n = 0; n < split; n++) {
      const h = list[n];
      if (away[h] === 0 || atHome[h] === 0) continue;
      const chance = hasSchoolChild(h) ? fromHome(withSchool, homeArea[h], townArea[h]) : usual;
      joinInTown(state, h, chance);
    }
  };

  /** Finds households with members in a town of the city: fills `list` with their rows and returns how many there are. */
  function findWithTown(): number {
    const { rows } = workspace.households;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const found = ~equalTo(towns[w], NO_TOWN) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, list, count);
    }
    return count;
  }

  /** Those of household h who live at home and whose spouse, mother or father lives in the town go there with the chance given. */
  function joinInTown(state: State, h: number, chance: number): void {
    const area = homeArea[h];
    const urban = homeUrban[h];
    const town = townArea[h];
    for (let i = first[h]; i !== NONE; i = next[i]) {
      if (residenceArea[i] !== area || residenceUrban[i] !== urban) continue;
      const lead = leadOf(h, town, i);
      if (lead !== NONE && joins(state, lead, chance)) changeResidence(state, i, town, 1);
    }
  }

  /** Whom person i would follow into the town: the spouse, a minor the mother or father; NONE where nobody is there. */
  function leadOf(h: number, town: number, i: number): number {
    if (isThere(h, town, spouse[i])) return spouse[i];
    if (age[i] >= ADULT_AGE) return NONE;
    if (isThere(h, town, mother[i])) return mother[i];
    return isThere(h, town, father[i]) ? father[i] : NONE;
  }

  function isThere(h: number, town: number, i: number): boolean {
    if (i === NONE) return false;
    const present = presence[i] === Presence.present && household[i] === h;
    return present && residenceArea[i] === town && residenceUrban[i] === 1;
  }

  function joins(state: State, lead: number, chance: number): boolean {
    if (arrivalYear[lead] === state.year) return false; // those who moved this year have just decided
    return drawOf(state, lead, Decision.joinUp) < chance;
  }
});
