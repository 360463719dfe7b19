import { withinRows, wordsOf } from '../../math/bytes.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { firstOpenRoute, type Law, type Route } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE, Presence } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf, LIFELONG } from '../draws.ts';
import { type State, scratchOf } from '../state.ts';
import type { SettlementChoice } from '../watch.ts';
import { PersonApplicant } from './applicant.ts';
import { decidersOf } from './decider.ts';
import { settling } from './follow.ts';
import { standardLogistic, tastesOf } from './taste.ts';
import { settlementTerms, utilityOf } from './utility.ts';

const DAYS = 365;
/** Utility of those who see no difference between the registers: not willing by rule, not by a small gain. */
const NEVER = Number.NEGATIVE_INFINITY;

/** What is the same for all decisions of a year. */
interface Office {
  readonly state: State;
  /** Law in the middle of the year, by area. */
  readonly midYear: readonly Law[];
  readonly applicant: PersonApplicant;
}

/** What one adult weighs. */
interface Wish {
  readonly person: number;
  readonly taste: number;
  readonly indifferent: boolean;
  readonly aware: boolean;
  readonly value: number;
  readonly willing: boolean;
  readonly firm: boolean;
}

/**
 * Settlement (落户). Of the households in town without a town register there:
 * 1 where its answers are read, a survey asks a part of them who is eligible, aware, willing and firm; 2 those whose time to act has come weigh what they
 * would gain (utility and a persistent taste); 3 the firm among them act, by awareness and time present; 4 on a keyed day of the
 * year the law is asked for the open routes, 5 the applicant and the relatives settle.
 * A household none of whose routes is open cannot settle, whatever its utility.
 */
export const settlement = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, household, residenceArea, residenceUrban, registerUrban, arrivalYear } =
    workspace.persons.columns;
  const { kind, indifferent: indifferents, aware: awares } = workspace.households.columns;
  const { act } = agendaOf(workspace).persons.columns;
  const { wait } = waitsOf(workspace);
  const { drawOf, personDraw } = drawsOf(workspace);
  const { isInPool, mayDecide, deciderOf, isDecider, personsBehind } = decidersOf(workspace);
  const tasteOf = tastesOf(workspace);
  const settlementUtility = utilityOf(workspace);
  const settleWithRelatives = settling(workspace);
  const [areaWords, presenceWords] = [wordsOf(residenceArea), wordsOf(presence)];
  const [sideWords, registerWords] = [wordsOf(residenceUrban), wordsOf(registerUrban)];
  const villagers = new Int32Array(256);

  return (state: State): void => {
    const { t, hazards } = state;
    const office: Office = {
      state,
      midYear: state.city.areas.map((_, a) => state.law.on(a, state.year, MIDDLE_OF_YEAR)),
      applicant: new PersonApplicant(workspace, state),
    };
    countPool(state);
    if (state.survey.asking) askSurvey(office);
    if (state.watch && state.watch.household >= 0) watchFamily(office, state.watch.household);
    const due = rowsEqual(act, workspace.persons.rows, t, list);
    for (let n = 0; n < due; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      act[i] = 0;
      if (!isInPool(i)) continue;
      act[i] = wait(state, hazards.act, i, age[i], t, Decision.settlementAct);
      if (!mayDecide(i)) continue;
      const h = kind[household[i]] === HouseholdKind.family ? household[i] : NONE;
      if (h === NONE || isDecider(h, i)) decide(office, i, h);
    }
  };

  /** People with a village register who live in a town: the denominator of every rate. */
  function countPool({ ledger, city }: State): void {
    const { rows } = workspace.persons;
    villagers.fill(0); // by every area code
    for (let w = 0; w << 2 < rows; w++) {
      const counted = presenceWords[w] & sideWords[w] & ~registerWords[w] & withinRows(w, rows);
      if (counted === 0) continue;
      const area = areaWords[w];
      villagers[area & 255] += counted & 1;
      villagers[(area >>> 8) & 255] += (counted >>> 8) & 1;
      villagers[(area >>> 16) & 255] += (counted >>> 16) & 1;
      villagers[area >>> 24] += counted >>> 24;
    }
    for (let a = 0; a < city.areas.length; a++) ledger.events.settlementPool[a] += villagers[a];
  }

  /** What adult i weighs: `h` is the family household or NONE for a person alone. */
  function wishOf({ state, midYear }: Office, i: number, h: number): Wish {
    const { anchors } = state;
    const taste = h === NONE ? standardLogistic(lonely(state, i, Decision.tasteDraw)) : tasteOf(state, h);
    const indifferent = isIndifferent(state, i, h);
    const aware = isAware(state, i, h);
    const law = midYear[residenceArea[i]];
    const value = indifferent ? NEVER : anchors.settlementConstant + settlementUtility(state, law, i) + taste;
    return { person: i, taste, indifferent, aware, value, willing: value > 0, firm: value > anchors.firmThreshold };
  }

  function isIndifferent(state: State, i: number, h: number): boolean {
    if (h !== NONE) return indifferents[h] === 1;
    return lonely(state, i, Decision.indifferentClass) < state.parameters['settlement.indifferentShare'];
  }

  function isAware(state: State, i: number, h: number): boolean {
    if (h !== NONE) return awares[h] === 1;
    return lonely(state, i, Decision.awareAtStart) >= state.parameters['settlement.unawareShare'];
  }

  /** People in dormitories carry dispositions of their own, for life. */
  function lonely(state: State, i: number, decision: number): number {
    return personDraw(state, i, LIFELONG, decision);
  }

  /** Counts, by area, the persons behind those asked and how many of them are eligible, aware, willing and firm. */
  function askSurvey(office: Office): void {
    const { families, alone } = office.state.survey;
    for (let n = 0; n < families.count; n++) {
      const h = families.rows[n];
      const i = deciderOf(h);
      if (i !== NONE && registerUrban[i] === 0) noteAnswer(office, wishOf(office, i, h), personsBehind(h));
    }
    for (let n = 0; n < alone.count; n++) {
      const i = alone.rows[n];
      if (kind[household[i]] !== HouseholdKind.collective || registerUrban[i] === 1) continue;
      if (isInPool(i) && mayDecide(i)) noteAnswer(office, wishOf(office, i, NONE), 1);
    }
  }

  function noteAnswer({ state, midYear, applicant }: Office, wish: Wish, persons: number): void {
    const { events } = state.ledger;
    const area = residenceArea[wish.person];
    events.settlementAsked[area] += persons;
    if (firstOpenRoute(midYear[area], applicant.of(wish.person, MIDDLE_OF_YEAR)))
      events.settlementEligible[area] += persons;
    if (wish.aware) events.settlementAware[area] += persons;
    if (wish.willing) events.settlementWilling[area] += persons;
    if (wish.firm) events.settlementFirm[area] += persons;
  }

  /**
   * Somebody whose time has come acts by awareness and time present, if firm, and settles if a route is open on the day. What is known
   * soonest is asked first.
   */
  function decide(office: Office, i: number, h: number): void {
    const { state, applicant } = office;
    if (actDraw(state, i) >= actChance(state, isAware(state, i, h), arrivalYear[i] === state.year)) return;
    if (isIndifferent(state, i, h) || !wishOf(office, i, h).firm) return;
    const area = residenceArea[i];
    const day = dayOf(state, i);
    const routes = openRoutes(state, applicant.of(i, day), area, day);
    if (routes.length > 0) settleWithRelatives(state, i, routes);
  }

  /** The draw that is held against the chance to act: it lies below the highest chance exactly for those whose time has come. */
  function actDraw(state: State, i: number): number {
    return drawOf(state, i, Decision.settlementActAccepted) * state.parameters['settlement.actHazard'];
  }

  /** The day of the year on which person i would come to apply. */
  function dayOf(state: State, i: number): number {
    return 1 + Math.floor(drawOf(state, i, Decision.settlementDay) * DAYS);
  }

  /** Reports what the watched family weighs, and what it would meet if it acted. */
  function watchFamily(office: Office, h: number): void {
    const { state } = office;
    if (h >= workspace.households.rows || kind[h] !== HouseholdKind.family) return;
    const i = deciderOf(h);
    if (i === NONE) return;
    const bound = state.parameters['settlement.actHazard'];
    const draw = actDraw(state, i);
    const acting = {
      chance: actChance(state, awares[h] === 1, arrivalYear[i] === state.year),
      draw: act[i] === state.t ? draw : bound + (draw / bound) * (1 - bound),
    };
    report(office, { ...wishOf(office, i, h), persons: personsBehind(h) }, acting, dayOf(state, i));
  }

  /** Tells the watch what a household weighs, and what it would meet if it acted. */
  function report(
    { state, applicant }: Office,
    wish: Omit<SettlementChoice, 'terms' | 'actChance' | 'actDraw' | 'day' | 'law' | 'routes'>,
    acting: { readonly chance: number; readonly draw: number },
    day: number,
  ): void {
    const { person } = wish;
    const area = residenceArea[person];
    const terms = new Float64Array(settlementTerms.length);
    settlementUtility(state, state.law.on(area, state.year, MIDDLE_OF_YEAR), person, terms);
    state.watch!.settlement({
      ...wish,
      terms,
      actChance: acting.chance,
      actDraw: acting.draw,
      day,
      law: state.law.on(area, state.year, day),
      routes: openRoutes(state, applicant.of(person, day), area, day),
    });
  }
});

/** Routes open to the applicant on the day, in the order of the law. */
const openRoutes = (state: State, applicant: PersonApplicant, area: number, day: number): Route[] =>
  state.law.on(area, state.year, day).routes.filter((route) => route.open(applicant));

/** p(act) = 1 - (1 - h a)^e: yearly chance h, factor a of the unaware, share e of the year present. */
function actChance({ parameters: p }: State, aware: boolean, arrivedThisYear: boolean): number {
  const chance = p['settlement.actHazard'] * (aware ? 1 : p['settlement.unawareFactor']);
  return arrivedThisYear ? 1 - Math.sqrt(1 - chance) : chance; // arrivals are there for half of their first year: e = 1/2
}
