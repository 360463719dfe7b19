import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, isInCity, NO_TOWN, Outside, Presence, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { MOST_LOOKING } from '../agenda/hazards.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { NOBODY } from '../watch.ts';
import { nestedLogit, pick } from './nested-logit.ts';
import { type Outlook, originOf, outlookOf } from './outlook.ts';
import { NEST, NESTS, Place, placeUtilitiesOf } from './place-utilities.ts';
import { movingAway } from './who-moves.ts';

/**
 * Nested choice of place. Not everyone chooses afresh each year: an adult registered in the city and living at the family
 * home considers a move when its time has come (`place.considerHazard`), then compares home, the own county town, the central
 * city, the rest of the province and other provinces. Who goes along is decided in who-moves.ts. People living away act through
 * joining up and return.
 */
export const place = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, household, age, work, registerArea, residenceArea } = workspace.persons.columns;
  const { kind, homeArea, homeUrban, townArea } = workspace.households.columns;
  const { move } = agendaOf(workspace).persons.columns;
  const fillUtilities = placeUtilitiesOf(workspace);
  const { livesAtHome, hasSchoolChild } = membersOf(workspace);
  const { wait } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const moveAway = movingAway(workspace);
  /** Of the person who chooses, by `Place`. */
  const utility = new Float64Array(NEST.length);
  const probability = new Float64Array(NEST.length);

  return (state: State): void => {
    const { hazards, t } = state;
    const { moves } = state.anchors;
    const watched = state.watch?.household ?? NOBODY;
    const outlook = outlookOf(state);
    const due = rowsEqual(move, workspace.persons.rows, t, list);
    for (let n = 0; n < due; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      move[i] = wait(state, hazards.move, i, age[i], t, Decision.considerMove);
      if (work[i] === Work.student || !isInCity(registerArea[i]) || !isInCity(residenceArea[i])) continue;
      // dormitories have no family home to leave
      if (!livesAtHome(i) || kind[household[i]] !== HouseholdKind.family) continue;
      const accepted = moves.look[homeArea[household[i]]] / MOST_LOOKING;
      if (accepted < 1 && drawOf(state, i, Decision.considerAccepted) >= accepted) continue;
      choose(state, outlook, i, watched);
    }
  };

  function choose(state: State, outlook: Outlook, i: number, watched: number): void {
    fillUtilities(outlook, i, utility);
    nestedLogit(utility, NEST, NESTS, outlook.dissimilarity, probability);
    const draw = drawOf(state, i, Decision.placeChoice);
    const chosen = pick(probability, draw);
    if (household[i] === watched) report(state, outlook, i, draw, chosen);
    if (chosen !== Place.home) moveAway(state, i, destinationArea(state, outlook, i, chosen), outlook.wholeWithSchools);
  }

  /** Tells the watch what a person weighed, before anything is carried out. */
  function report(state: State, outlook: Outlook, person: number, draw: number, chosen: number): void {
    const home = homeArea[household[person]];
    const area = chosen === Place.home ? home : destinationArea(state, outlook, person, chosen);
    state.watch!.place({ person, utility, probability, draw, chosen, area });
  }

  /** Area code of the chosen place; another town of the city is drawn by its weight in that choice. */
  function destinationArea(state: State, { towns }: Outlook, i: number, chosen: number): number {
    const h = household[i];
    const home = homeArea[h];
    if (chosen === Place.province) return Outside.province;
    if (chosen === Place.nation) return Outside.nation;
    if (townArea[h] !== NO_TOWN) return townArea[h];
    if (chosen === Place.town) return home;
    const draw = drawOf(state, i, Decision.placeTown);
    const row = originOf(home, homeUrban[h] === 0, hasSchoolChild(h)) * towns.count;
    return pick(towns.share.subarray(row, row + towns.count), draw);
  }
});
