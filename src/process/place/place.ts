import { boundTo } from '../../population/bound.ts';
import { Education, HouseholdKind, isInCity, NO_TOWN, NONE, Outside, Presence, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { NOBODY } from '../watch.ts';
import { nestedLogit, pick } from './nested-logit.ts';
import { logKm, type Outlook, outlookOf } from './outlook.ts';
import { DESTINATIONS, sharesOf } from './village-shares.ts';
import { movingAway } from './who-moves.ts';

/** Alternatives of place. */
export const Place = { home: 0, town: 1, centre: 2, province: 3, nation: 4 } as const;
/** Nests {home}, {own county town}, {centre, elsewhere in the province}, {other province}. */
const NEST = [0, 1, 2, 2, 3] as const;
const NESTS = 4;

/** Years of schooling of each Education code. */
const SCHOOL_YEARS = [0, 6, 9, 12, 15.5] as const;
export const schoolYears = (education: number): number => SCHOOL_YEARS[education];

/**
 * Nested choice of place. Not everyone chooses afresh each year: an adult registered in the city and living at the family
 * home considers a move when its time has come (`place.considerHazard`), then compares home, the own county town, the central
 * city, the rest of the province and other provinces. Who goes along is decided in who-moves.ts. People living away act through
 * joining up and return.
 */
export const place = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, household, age, work, education, registerArea, residenceArea } = workspace.persons.columns;
  const { kind, homeArea, homeUrban, village, townArea, landMu } = workspace.households.columns;
  const { distanceKm } = workspace.villages.columns;
  const { move } = agendaOf(workspace).persons.columns;
  const { away, network } = sharesOf(workspace);
  const { livesAtHome, hasSchoolChild } = membersOf(workspace);
  const { wait } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const moveAway = movingAway(workspace);
  /** Of the person who chooses, by `Place`. */
  const utility = new Float64Array(NEST.length);
  const probability = new Float64Array(NEST.length);

  return (state: State): void => {
    const { hazards, t } = state;
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
      choose(state, outlook, i, watched);
    }
  };

  function choose(state: State, outlook: Outlook, i: number, watched: number): void {
    fillUtilities(outlook, i);
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

  /** Utilities of the five places for person i, who lives at home; -Infinity where a place is not an alternative. */
  function fillUtilities(outlook: Outlook, i: number): void {
    const { weights: w, isCentral, openness, centre } = outlook;
    const h = household[i];
    const area = homeArea[h];
    const fromVillage = homeUrban[h] === 0;
    const v = village[h];
    const homeIncome = fromVillage ? outlook.logVillage : outlook.logTown[area];
    const logIncome = outlook.logIncomes[area];
    const villageKm = v === NONE ? 0 : distanceKm[v];
    const leave = leavingUtility(outlook, i, h, v);
    const family = hasSchoolChild(h);
    const town = townArea[h];
    utility[Place.home] = fromVillage ? 0 : w.townHome;
    utility[Place.town] = Number.NEGATIVE_INFINITY;
    utility[Place.centre] = Number.NEGATIVE_INFINITY;
    if (fromVillage && (town === NO_TOWN || town === area)) {
      const distance = w.logDistance * logKm(villageKm);
      const gain = logIncome[Place.town] - homeIncome;
      const schools = family ? w.childSchool * openness.sameCounty[area] : 0;
      utility[Place.town] = at(outlook, Place.town, v, leave, gain, distance, outlook.townRent[area]) + schools;
    }
    if (isCentral[area] === 0 && (town === NO_TOWN || (town !== area && isCentral[town] === 1))) {
      const distance = w.logDistance * logKm(outlook.centreKm[area] + villageKm);
      const gain = logIncome[Place.centre] - homeIncome;
      const schools = family ? w.childSchool * openness.sameCity[centre] : 0;
      utility[Place.centre] = at(outlook, Place.centre, v, leave, gain, distance, outlook.centreRent[area]) + schools;
    }
    for (let far: number = Place.province; far <= Place.nation; far++)
      utility[far] = at(outlook, far, v, leave, logIncome[far] - homeIncome, outlook.farDistance[far], 0);
  }

  /** Utility of a destination beside what its schools add. Incomes in logs; distance and rent are utilities. */
  function at(
    { weights: w, constant, province }: Outlook,
    destination: number,
    v: number,
    leave: number,
    incomeGain: number,
    distance: number,
    rent: number,
  ): number {
    return (
      leave +
      constant[destination] +
      w.logIncome * incomeGain +
      distance +
      rent +
      province[destination] +
      (v === NONE ? 0 : w.network * (network[v * DESTINATIONS + destination - 1] - 1 / DESTINATIONS))
    );
  }

  /** Utility of leaving home as such: age and schooling, peers of the village, land income. */
  function leavingUtility({ weights: w, landPerMu }: Outlook, i: number, h: number, v: number): number {
    const fromPeak = age[i] - w.agePeak;
    const peers = v === NONE ? 0 : w.peers * (away[v] - w.awayMean);
    return (
      -w.ageCurvature * fromPeak * fromPeak +
      w.schooling * (schoolYears(education[i]) - schoolYears(Education.junior)) +
      peers +
      w.land * landMu[h] * landPerMu
    );
  }

  /** Area code of the chosen place; the district of the central city is drawn by its share of residents. */
  function destinationArea(state: State, { centralAreas, centralShare }: Outlook, i: number, chosen: number): number {
    const h = household[i];
    if (chosen === Place.province) return Outside.province;
    if (chosen === Place.nation) return Outside.nation;
    if (townArea[h] !== NO_TOWN) return townArea[h];
    if (chosen === Place.town) return homeArea[h];
    const draw = drawOf(state, i, Decision.placeTown);
    return centralAreas[centralShare.findIndex((share) => draw < share)] ?? centralAreas.at(-1)!;
  }
});
