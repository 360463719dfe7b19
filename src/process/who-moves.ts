import { equalTo, listRows, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { isInCity, NO_TOWN, NONE, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { changeResidence } from './change-residence.ts';
import { hasSchoolChild } from './members.ts';
import { type ByOrigin, fromHome, schoolOpenness, withSchools } from './school-openness.ts';
import type { State } from './state.ts';

export const ADULT_AGE = 18;

/**
 * Moves a person away from the family home: alone, with the spouse, or with the whole family at home.
 * A parent who moves to a town of the city takes the household along with `place.wholeFamily`, where school children are at home
 * more readily the more open the schools there; outside the city the family mostly stays; a spouse at home comes along with
 * `place.couple`.
 * @param wholeWithSchools chance that a family with school children goes whole, by destination
 */
export function moveAway(state: State, mover: number, area: number, wholeWithSchools: ByOrigin): void {
  const { columns: p } = state.population.persons;
  const { columns: hh } = state.population.households;
  const h = p.household[mover]!;
  const draw = (decision: number): number =>
    uniform(state.key, p.identity[mover]!, p.lineage[mover]!, state.year, decision);
  if (isInCity(area)) hh.townArea[h] = area;
  const partner = p.spouse[mover]!;
  const partnerHome = partner !== NONE && p.household[partner] === h && livesWith(state, partner, mover);
  const whole = draw(Decision.wholeFamily) < wholeChance(state, h, area, wholeWithSchools);
  const couple = draw(Decision.couple) < state.parameters['place.couple'];
  const oldArea = p.residenceArea[mover]!;
  const oldUrban = p.residenceUrban[mover]!;
  changeResidence(state, mover, area, 1);
  // the household goes or stays where there are children; a couple without is asked as a couple
  const together = hasMinor(state, h, mover, partner) ? whole || couple : couple;
  if (partnerHome && together) changeResidence(state, partner, area, 1);
  if (!whole) return;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    if (p.household[i] !== h || p.residenceArea[i] !== oldArea || p.residenceUrban[i] !== oldUrban) continue;
    if (isMinorChildOf(state, i, mover) || (partnerHome && isMinorChildOf(state, i, partner)))
      changeResidence(state, i, area, 1);
  }
}

function wholeChance(state: State, h: number, area: number, wholeWithSchools: ByOrigin): number {
  const usual = state.parameters['place.wholeFamily'];
  if (!isInCity(area)) return usual * OUTSIDE_FAMILY;
  return hasSchoolChild(state, h)
    ? fromHome(wholeWithSchools, state.population.households.columns.homeArea[h]!, area)
    : usual;
}

/** Families go outside the city whole this much less often than to a town inside it (migrant worker survey: one in five). */
const OUTSIDE_FAMILY = 0.35;

const livesWith = (state: State, i: number, j: number): boolean => {
  const { residenceArea, residenceUrban } = state.population.persons.columns;
  return residenceArea[i] === residenceArea[j] && residenceUrban[i] === residenceUrban[j];
};

export function isMinorChildOf(state: State, child: number, parent: number): boolean {
  const { age, mother, father } = state.population.persons.columns;
  return age[child]! < ADULT_AGE && (mother[child] === parent || father[child] === parent);
}

/** Whether the household has a minor child of the mover or the partner. */
function hasMinor(state: State, h: number, mover: number, partner: number): boolean {
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    if (isMinorChildOf(state, i, mover) || (partner !== NONE && isMinorChildOf(state, i, partner))) return true;
  }
  return false;
}

/**
 * Joining up later: spouse and minor children left at home follow the member who lives in the household's town, school children
 * and their families more readily the more open the schools there. Keyed by that member, so that a family comes together.
 */
export function joiningUp(state: State): void {
  const { households } = state.population;
  const { homeArea, homeUrban, townArea } = households.columns;
  const { atHome, inTown: away } = state.members;
  const usual = state.parameters['place.joinHazard'];
  const withSchool = withSchools(state, usual, schoolOpenness(state));
  const split = withTown(state.population)(households.rows, state.rows);
  for (let n = 0; n < split; n++) {
    const h = state.rows[n]!;
    const town = townArea[h]!;
    if (away[h] === 0 || atHome[h] === 0) continue;
    const chance = hasSchoolChild(state, h) ? fromHome(withSchool, homeArea[h]!, town) : usual;
    joinInTown(state, h, { area: homeArea[h]!, urban: homeUrban[h]! }, town, chance);
  }
}

/** Finds households with members in a town of the city: fills `into` with their rows and returns how many there are. */
const withTown = boundTo(({ households }) => {
  const townArea = wordsOf(households.columns.townArea);
  return (rows: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const found = ~equalTo(townArea[w]!, NO_TOWN) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, into, count);
    }
    return count;
  };
});

/** Those of household h who live at home and whose spouse, mother or father lives in the town go there with the chance given. */
function joinInTown(
  state: State,
  h: number,
  home: { readonly area: number; readonly urban: number },
  town: number,
  chance: number,
): void {
  const { spouse, mother, father, age, residenceArea, residenceUrban } = state.population.persons.columns;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    if (residenceArea[i] !== home.area || residenceUrban[i] !== home.urban) continue;
    const minor = age[i]! < ADULT_AGE;
    const lead = inTown(state, h, town, spouse[i]!)
      ? spouse[i]!
      : minor && inTown(state, h, town, mother[i]!)
        ? mother[i]!
        : minor && inTown(state, h, town, father[i]!)
          ? father[i]!
          : NONE;
    if (lead !== NONE && joins(state, lead, chance)) changeResidence(state, i, town, 1);
  }
}

function inTown(state: State, h: number, town: number, i: number): boolean {
  if (i === NONE) return false;
  const { household, residenceArea, residenceUrban, presence } = state.population.persons.columns;
  return presence[i] === Presence.present && household[i] === h && residenceArea[i] === town && residenceUrban[i] === 1;
}

function joins(state: State, lead: number, chance: number): boolean {
  const { identity, lineage, arrivalYear } = state.population.persons.columns;
  if (arrivalYear[lead] === state.year) return false; // those who moved this year have just decided
  return uniform(state.key, identity[lead]!, lineage[lead]!, state.year, Decision.joinUp) < chance;
}
