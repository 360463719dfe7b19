import { logit } from '../../math/logistic.ts';
import { firstOpenRoute, type Route } from '../../policy/law.ts';
import { NONE } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import type { State } from '../state.ts';
import { NOBODY, type SettlementChoice } from '../watch.ts';
import { PersonApplicant } from './applicant.ts';
import { settleWithRelatives } from './follow.ts';
import { findDeciders, type SettlementPool } from './pool.ts';
import { settlementTerms, settlementUtility } from './utility.ts';

const DAYS = 365;
const MIDDLE_OF_YEAR = 183;
/** Utility of those who see no difference between the registers: not willing by rule, not by a small gain. */
const NEVER = Number.NEGATIVE_INFINITY;
/**
 * Settlement (落户). For every household in town without a town register there:
 * 1 the taste persists or is drawn anew, 2 utility, willing and firm, 3 the chance to act by awareness and time present,
 * 4 on a keyed day of the year the law is asked for the open routes, 5 the applicant and the relatives settle.
 * A household none of whose routes is open cannot settle, whatever its utility.
 */
export function settlement(state: State, pool: SettlementPool): void {
  findDeciders(pool, state.population);
  const decide = createDecision(state);
  const { households } = state.population;
  for (let h = 0; h < households.rows; h++) if (pool.decider[h] !== NONE) decide(pool.decider[h]!, pool.rural[h]!, h);
  for (let n = 0; n < pool.aloneCount; n++) decide(pool.alone[n]!, 1, NONE);
}

/** The decision of one adult: `persons` stand behind it, `h` is the family household or NONE for a person alone. */
function createDecision(state: State): (i: number, persons: number, h: number) => void {
  const { population, parameters: p, anchors, ledger, year, key } = state;
  const { columns: c } = population.persons;
  const { columns: hh } = population.households;
  const { events } = ledger;
  const areas = state.city.areas.length;
  const midYear = Array.from({ length: areas }, (_, a) => state.law.on(a, year, MIDDLE_OF_YEAR));
  const applicant = new PersonApplicant(state);
  const watched = state.watch?.household ?? NOBODY;
  return (i, persons, h) => {
    const area = c.residenceArea[i]!;
    const law = midYear[area]!;
    const draw = (decision: number): number => uniform(key, c.identity[i]!, c.lineage[i]!, year, decision);
    const taste = h === NONE ? standardLogistic(lonely(state, i, Decision.tasteDraw)) : persistentTaste(state, h, draw);
    const indifferent =
      h === NONE
        ? lonely(state, i, Decision.indifferentClass) < p['settlement.indifferentShare']
        : hh.indifferent[h] === 1;
    const aware =
      h === NONE ? lonely(state, i, Decision.awareAtStart) >= p['settlement.unawareShare'] : hh.aware[h] === 1;
    const value = indifferent ? NEVER : anchors.settlementConstant + settlementUtility(state, law, i) + taste;
    const willing = value > 0;
    const firm = value > anchors.firmThreshold;
    if (c.registerUrban[i] === 0) {
      events.settlementPool[area]! += persons;
      if (firstOpenRoute(law, applicant.of(i, MIDDLE_OF_YEAR))) events.settlementEligible[area]! += persons;
      if (aware) events.settlementAware[area]! += persons;
      if (willing) events.settlementWilling[area]! += persons;
      if (firm) events.settlementFirm[area]! += persons;
    }
    if (h === watched) {
      const acting = { chance: actChance(p, aware, c.arrivalYear[i] === year), draw: draw(Decision.settlementAct) };
      const wish = { person: i, persons, taste, indifferent, aware, value, willing, firm };
      report(state, applicant, wish, acting, dayOf(draw));
    }
    if (!firm || draw(Decision.settlementAct) >= actChance(p, aware, c.arrivalYear[i] === year)) return;
    const day = dayOf(draw);
    const routes = openRoutes(state, applicant.of(i, day), area, day);
    if (routes.length > 0) settleWithRelatives(state, i, routes);
  };
}

/** Tells the watch what a household weighs, and what it would meet if it acted. */
function report(
  state: State,
  applicant: PersonApplicant,
  wish: Omit<SettlementChoice, 'terms' | 'actChance' | 'actDraw' | 'day' | 'law' | 'routes'>,
  acting: { readonly chance: number; readonly draw: number },
  day: number,
): void {
  const { person } = wish;
  const area = state.population.persons.columns.residenceArea[person]!;
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

/** The day of the year a household would come to apply. */
const dayOf = (draw: (decision: number) => number): number => 1 + Math.floor(draw(Decision.settlementDay) * DAYS);

/** Routes open to the applicant on the day, in the order of the law. */
const openRoutes = (state: State, applicant: PersonApplicant, area: number, day: number): Route[] =>
  state.law.on(area, state.year, day).routes.filter((route) => route.open(applicant));

/** p(act) = 1 - (1 - h a)^e: yearly chance h, factor a of the unaware, share e of the year present. */
function actChance(p: State['parameters'], aware: boolean, arrivedThisYear: boolean): number {
  const chance = p['settlement.actHazard'] * (aware ? 1 : p['settlement.unawareFactor']);
  return arrivedThisYear ? 1 - Math.sqrt(1 - chance) : chance; // arrivals are there for half of their first year: e = 1/2
}

/** Kept from last year with probability `tasteCorrelation`, else drawn anew: the logistic margin is exact every year. */
function persistentTaste(state: State, h: number, draw: (decision: number) => number): number {
  const { taste } = state.population.households.columns;
  if (draw(Decision.tasteKeep) >= state.parameters['settlement.tasteCorrelation'])
    taste[h] = standardLogistic(draw(Decision.tasteDraw));
  return taste[h]!;
}

/** People in dormitories carry dispositions of their own, for life. */
function lonely(state: State, i: number, decision: number): number {
  const { identity, lineage } = state.population.persons.columns;
  return uniform(state.key, identity[i]!, lineage[i]!, LIFELONG, decision);
}
const LIFELONG = 1990;

/** Quantile of the standard logistic, kept finite at the ends of [0, 1). */
export const standardLogistic = (draw: number): number => logit(draw < 1e-15 ? 1e-15 : draw);
