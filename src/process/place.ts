import { log } from '../math/log.ts';
import type { RegisterTier } from '../policy/law.ts';
import { bestRight } from '../policy/rights.ts';
import { Education, HouseholdKind, isInCity, NO_TOWN, NONE, Outside, Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { wait } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { type Incomes, incomesOf } from './incomes.ts';
import { hasSchoolChild, livesAtHome } from './members.ts';
import { nestedLogit, pick } from './nested-logit.ts';
import { type ByOrigin, schoolOpenness, withSchools } from './school-openness.ts';
import type { State } from './state.ts';
import { DESTINATIONS } from './village-shares.ts';
import { NOBODY } from './watch.ts';
import { moveAway } from './who-moves.ts';

/** Alternatives of place. */
export const Place = { home: 0, town: 1, centre: 2, province: 3, nation: 4 } as const;
/** Nests {home}, {own county town}, {centre, elsewhere in the province}, {other province}. */
const NEST = [0, 1, 2, 2, 3] as const;
const NESTS = 4;

/** Years of schooling of each Education code. */
const SCHOOL_YEARS = [0, 6, 9, 12, 15.5] as const;
export const schoolYears = (education: number): number => SCHOOL_YEARS[education]!;

/**
 * Nested choice of place. Not everyone chooses afresh each year: an adult registered in the city and living at the family home
 * considers a move when its time has come (`place.considerHazard`), then compares home, the own county town, the central city, the rest of the province and
 * other provinces. Who goes along is decided in who-moves.ts. People living away act through joining up and return.
 */
export function place(state: State): void {
  const { population, agenda, hazards, t } = state;
  const { persons } = population;
  const { presence, household, age, work, registerArea, residenceArea } = persons.columns;
  const { kind } = population.households.columns;
  const { move } = agenda.persons.columns;
  const watched = state.watch?.household ?? NOBODY;
  const chooser = createChooser(state);
  const wholeWithSchools = withSchools(state, state.parameters['place.wholeFamily'], chooser.openness);
  const due = rowsEqual(move, persons.rows, t, state.rows);
  for (let n = 0; n < due; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone) continue;
    move[i] = wait(state, hazards.move, i, age[i]!, t, Decision.considerMove);
    if (work[i] === Work.student || !isInCity(registerArea[i]!) || !isInCity(residenceArea[i]!)) continue;
    // dormitories have no family home to leave
    if (!livesAtHome(population, i) || kind[household[i]!] !== HouseholdKind.family) continue;
    choose(state, chooser, i, wholeWithSchools, watched);
  }
}

function choose(state: State, chooser: Chooser, i: number, wholeWithSchools: ByOrigin, watched: number): void {
  const { identity, lineage, household } = state.population.persons.columns;
  fillUtilities(state, chooser, i);
  nestedLogit(chooser.utility, NEST, NESTS, state.parameters['place.dissimilarity'], chooser.probability);
  const draw = uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.placeChoice);
  const chosen = pick(chooser.probability, draw);
  if (household[i] === watched) report(state, chooser, i, draw, chosen);
  if (chosen !== Place.home) moveAway(state, i, destinationArea(state, chooser, i, chosen), wholeWithSchools);
}

/** Tells the watch what a person weighed, before anything is carried out. */
function report(state: State, chooser: Chooser, person: number, draw: number, chosen: number): void {
  const { utility, probability } = chooser;
  const { homeArea } = state.population.households.columns;
  const home = homeArea[state.population.persons.columns.household[person]!]!;
  const area = chosen === Place.home ? home : destinationArea(state, chooser, person, chosen);
  state.watch!.place({ person, utility, probability, draw, chosen, area });
}

/** What is the same for everyone this year, and the vectors reused from person to person. */
interface Chooser {
  /** Expected incomes as seen from each area: its own towns and the centre offer jobs with last year's chance. */
  readonly incomes: readonly Incomes[];
  /** Logarithms of the incomes of the four destinations, in the order of `Place`, as seen from each area. */
  readonly logIncomes: readonly Float64Array[];
  /** What people who stay expect, in logs, by area: those who have work there do not share the luck of job seekers. */
  readonly logVillage: number;
  readonly logTown: Float64Array;
  readonly utility: Float64Array;
  readonly probability: Float64Array;
  readonly openness: ByOrigin;
  /** Share of the rent a newcomer from this county, and one from elsewhere in the city, may expect a subsidy to pay. */
  readonly rentRelief: readonly { readonly sameCounty: number; readonly sameCity: number }[];
  /** Central areas and their cumulative share of the central city's residents. */
  readonly centralAreas: readonly number[];
  readonly centralShare: readonly number[];
}

function createChooser(state: State): Chooser {
  const { areas } = state.city;
  const centralAreas = areas.map((_, a) => a).filter((a) => areas[a]!.central);
  const total = centralAreas.reduce((sum, a) => sum + areas[a]!.urban, 0);
  let cumulative = 0;
  const centralShare = centralAreas.map((a) => {
    cumulative += areas[a]!.urban;
    return cumulative / total;
  });
  const { jobChance } = state.capacity;
  const centre = centralAreas.reduce((sum, a) => sum + areas[a]!.urban * jobChance[a]!, 0) / total;
  const atHome = incomesOf(state.parameters, state.year, { town: 1, centre: 1 });
  const incomes = areas.map((_, a) => incomesOf(state.parameters, state.year, { town: jobChance[a]!, centre }));
  return {
    incomes,
    logIncomes: incomes.map(({ town, centre: city, province, nation }) =>
      Float64Array.of(Number.NaN, log(town), log(city), log(province), log(nation)),
    ),
    logVillage: log(atHome.village),
    logTown: Float64Array.from(areas, (area) => log(area.central ? atHome.centre : atHome.town)),
    utility: new Float64Array(NEST.length),
    probability: new Float64Array(NEST.length),
    rentRelief: areas.map((_, a) => ({
      sameCounty: rentRelief(state, a, 'same-county'),
      sameCity: rentRelief(state, a, 'same-city'),
    })),
    openness: schoolOpenness(state),
    centralAreas,
    centralShare,
  };
}

const MIDDLE_OF_YEAR = 183;

/**
 * Relief of the rent a newcomer may expect in the first year: the right to a rent subsidy, for those in need, times the share
 * it pays; and the share the housing fund pays those who have one, from the month in which tenants may draw it.
 */
function rentRelief({ law: book, year, parameters: p }: State, area: number, tier: RegisterTier): number {
  const newcomer = { tier, hasPermit: false, yearsInTown: 0, insuredYears: 0 };
  const law = book.on(area, year, MIDDLE_OF_YEAR);
  const subsidy =
    (bestRight(law, 'rent-subsidy', newcomer)?.level ?? 0) * p['rental.needShare'] * p['rental.subsidyShare'];
  const monthsLeft = law.fundRent === null ? 0 : Math.max(0, 12 - law.fundRent.months);
  return subsidy + (1 - subsidy) * p['fund.coverage'] * p['fund.rentShare'] * (monthsLeft / 12);
}

/** Utilities of the five places for person i, who lives at home; -Infinity where a place is not an alternative. */
function fillUtilities(state: State, chooser: Chooser, i: number): void {
  const { population, parameters: p, city } = state;
  const { columns: c } = population.persons;
  const { columns: hh } = population.households;
  const { utility } = chooser;
  const h = c.household[i]!;
  const area = hh.homeArea[h]!;
  const incomes = chooser.incomes[area]!;
  const fromVillage = hh.homeUrban[h] === 0;
  const v = hh.village[h]!;
  const homeIncome = fromVillage ? chooser.logVillage : chooser.logTown[area]!;
  const logIncome = chooser.logIncomes[area]!;
  const villageKm = v === NONE ? 0 : population.villages.columns.distanceKm[v]!;
  const centreKm = city.areas[area]!.distanceToCentreKm + villageKm;
  const leave = leavingUtility(state, incomes, i, h, v);
  const family = hasSchoolChild(state, h);
  const at = (placeCode: number, km: number, constant: number, rentShare: number): number =>
    leave +
    constant +
    p['place.logIncome'] * (logIncome[placeCode]! - homeIncome) +
    p['place.logDistance'] * log(km > 1 ? km : 1) +
    p['place.housingBurden'] * rentShare +
    (placeCode === Place.nation ? 0 : p['place.sameProvince']) +
    (v === NONE
      ? 0
      : p['place.network'] * (state.villages.network[v * DESTINATIONS + placeCode - 1]! - 1 / DESTINATIONS));
  const town = hh.townArea[h]!;
  utility[Place.home] = fromVillage ? 0 : p['place.townHome'];
  utility[Place.town] =
    fromVillage && (town === NO_TOWN || town === area)
      ? at(
          Place.town,
          villageKm,
          p['place.townConstant'],
          incomes.rentShareTown * (1 - chooser.rentRelief[area]!.sameCounty),
        ) + (family ? p['place.childSchool'] * chooser.openness.sameCounty[area]! : 0)
      : Number.NEGATIVE_INFINITY;
  utility[Place.centre] =
    !city.areas[area]!.central && (town === NO_TOWN || (town !== area && city.areas[town]!.central))
      ? at(
          Place.centre,
          centreKm,
          p['place.centreConstant'],
          incomes.rentShareCentre * (1 - chooser.rentRelief[chooser.centralAreas[0]!]!.sameCity),
        ) + (family ? p['place.childSchool'] * chooser.openness.sameCity[chooser.centralAreas[0]!]! : 0)
      : Number.NEGATIVE_INFINITY;
  utility[Place.province] = at(Place.province, p['place.provinceKm'], p['place.provinceConstant'], 0);
  utility[Place.nation] = at(Place.nation, p['place.nationKm'], p['place.nationConstant'], 0);
}

/** Utility of leaving home as such: age and schooling, peers of the village, land income. */
function leavingUtility(state: State, incomes: Incomes, i: number, h: number, v: number): number {
  const { parameters: p, population } = state;
  const { age, education } = population.persons.columns;
  const fromPeak = age[i]! - p['place.agePeak'];
  const peers = v === NONE ? 0 : p['place.peers'] * (state.villages.away[v]! - state.anchors.awayMean);
  return (
    -p['place.ageCurvature'] * fromPeak * fromPeak +
    p['place.schooling'] * (schoolYears(education[i]!) - schoolYears(Education.juniorSecondary)) +
    peers +
    p['place.land'] * population.households.columns.landMu[h]! * incomes.landPerMu
  );
}

/** Area code of the chosen place; the district of the central city is drawn by its share of residents. */
function destinationArea(state: State, chooser: Chooser, i: number, chosen: number): number {
  const { columns: c } = state.population.persons;
  const { columns: hh } = state.population.households;
  const h = c.household[i]!;
  if (chosen === Place.province) return Outside.province;
  if (chosen === Place.nation) return Outside.nation;
  if (hh.townArea[h] !== NO_TOWN) return hh.townArea[h]!;
  if (chosen === Place.town) return hh.homeArea[h]!;
  const draw = uniform(state.key, c.identity[i]!, c.lineage[i]!, state.year, Decision.placeTown);
  return chooser.centralAreas[chooser.centralShare.findIndex((share) => draw < share)] ?? chooser.centralAreas.at(-1)!;
}
