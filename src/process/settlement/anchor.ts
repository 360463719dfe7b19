import { logistic } from '../../math/logistic.ts';
import { firstOpenRoute, type LawBook } from '../../policy/law.ts';
import { NONE } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import type { State } from '../state.ts';
import { PersonApplicant, yearsInPlace } from './applicant.ts';
import { findDeciders, type SettlementPool } from './pool.ts';
import { standardLogistic } from './settlement.ts';
import { gapOf, settlementUtility } from './utility.ts';

const MIDDLE_OF_YEAR = 183;
/** At most this many years of not having settled are remembered in the base-year tastes. */
const MEMORY_YEARS = 15;
/** Towns below the provincial capitals were opened by the State Council's opinion of July 2014. */
const OPENED = 2014;

/** Draws what every household knows, believes and sees when the run begins. */
export function drawDispositions(state: State): void {
  for (let h = 0; h < state.population.households.rows; h++) drawDisposition(state, h);
}

/** Draws awareness, land belief, the indifferent class and the taste of one household, at the start or on arrival. */
export function drawDisposition(state: State, h: number): void {
  const { head, aware, landBelief, indifferent, taste, landMu } = state.population.households.columns;
  const { identity, lineage } = state.population.persons.columns;
  const p = state.parameters;
  const lead = head[h]!;
  if (lead === NONE) return;
  const draw = (decision: number): number => uniform(state.key, identity[lead]!, lineage[lead]!, state.year, decision);
  indifferent[h] = draw(Decision.indifferentClass) < p['settlement.indifferentShare'] ? 1 : 0;
  aware[h] = draw(Decision.awareAtStart) < p['settlement.unawareShare'] ? 0 : 1;
  landBelief[h] = landMu[h]! > 0 && draw(Decision.landBeliefAtStart) < p['settlement.landBeliefShare'] ? 1 : 0;
  taste[h] = standardLogistic(draw(Decision.tasteDraw));
}

/** One household of the base-year stock: its utility without constant and taste, and the persons behind it. */
interface Stock {
  readonly household: Int32Array;
  readonly utility: Float64Array;
  readonly persons: Float64Array;
  readonly eligibleYears: Uint8Array;
  readonly size: number;
}

/**
 * Solves the settlement constants on the base-year stock under the law as it really stands, so that the anchors of the survey
 * hold (willing, firm), and draws the tastes of that stock given that it has not settled so far.
 *
 * The survey describes people still unsettled. Without the conditioning the first years would see everyone act who is firm
 * and always was: a boom that is an artefact of the starting year.
 */
export function anchorSettlement(state: State, pool: SettlementPool, referenceLaw: LawBook): void {
  findDeciders(pool, state.population);
  state.anchors = { ...state.anchors, serviceGapMean: meanGap(state, pool, referenceLaw) };
  const stock = takeStock(state, pool, referenceLaw);
  const p = state.parameters;
  const open = 1 - p['settlement.indifferentShare'];
  const constant = solve((c) => open * meanShare(stock, (x) => logistic(c + x)), p['settlement.willingShare']);
  const threshold = -solve(
    (t) => open * meanShare(stock, (x) => logistic(constant + x + t)),
    p['settlement.firmShare'],
  );
  state.anchors = { ...state.anchors, settlementConstant: constant, firmThreshold: threshold };
  drawConditionalTastes(state, stock);
}

/** Mean service gap of the base-year stock: frozen, so that a policy that lifts everyone still acts. */
function meanGap(state: State, pool: SettlementPool, law: LawBook): number {
  const { residenceArea, registerUrban } = state.population.persons.columns;
  let n = 0;
  let sum = 0;
  for (let h = 0; h < state.population.households.rows; h++) {
    const i = pool.decider[h]!;
    if (i === NONE || registerUrban[i] === 1) continue;
    sum += gapOf(state, law.on(residenceArea[i]!, state.year, MIDDLE_OF_YEAR), i);
    n++;
  }
  return n > 0 ? sum / n : 0;
}

function takeStock(state: State, pool: SettlementPool, law: LawBook): Stock {
  const { registerUrban, residenceArea, arrivalYear, age } = state.population.persons.columns;
  const households: number[] = [];
  for (let h = 0; h < state.population.households.rows; h++) {
    if (pool.decider[h] !== NONE && registerUrban[pool.decider[h]!] === 0) households.push(h);
  }
  const stock: Stock = {
    household: Int32Array.from(households),
    utility: new Float64Array(households.length),
    persons: new Float64Array(households.length),
    eligibleYears: new Uint8Array(households.length),
    size: households.length,
  };
  const applicant = new PersonApplicant(state);
  households.forEach((h, s) => {
    const i = pool.decider[h]!;
    const today = law.on(residenceArea[i]!, state.year, MIDDLE_OF_YEAR);
    stock.utility[s] = settlementUtility(state, today, i);
    stock.persons[s] = pool.rural[h]!;
    const years = Math.min(
      yearsInPlace(arrivalYear[i]!, age[i]!, state.year),
      Math.max(0, state.year - OPENED),
      MEMORY_YEARS,
    );
    stock.eligibleYears[s] = firstOpenRoute(today, applicant.of(i, MIDDLE_OF_YEAR)) ? years : 0;
  });
  return stock;
}

function meanShare(stock: Stock, share: (utility: number) => number): number {
  let sum = 0;
  let persons = 0;
  for (let s = 0; s < stock.size; s++) {
    sum += stock.persons[s]! * share(stock.utility[s]!);
    persons += stock.persons[s]!;
  }
  return persons > 0 ? sum / persons : 0;
}

/** Root of an increasing function by bisection on [-30, 30] to 1e-9. */
function solve(increasing: (x: number) => number, target: number): number {
  let low = -30;
  let high = 30;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (increasing(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Chance to be firm after n years of having been eligible and not having acted. Each year the firm act with chance h and the
 * taste is kept with probability rho: f -> rho f(1-h)/(1-fh) + (1-rho) f0. With rho = 1 this is f0(1-h)^n/(1-f0+f0(1-h)^n).
 */
export function firmAfter(years: number, firmAtFirst: number, actChance: number, correlation: number): number {
  let firm = firmAtFirst;
  for (let n = 0; n < years; n++) {
    firm = (correlation * firm * (1 - actChance)) / (1 - firm * actChance) + (1 - correlation) * firmAtFirst;
  }
  return firm;
}

function drawConditionalTastes(state: State, stock: Stock): void {
  const { anchors, parameters: p, key, year } = state;
  const { head, taste, aware } = state.population.households.columns;
  const { identity, lineage } = state.population.persons.columns;
  for (let s = 0; s < stock.size; s++) {
    const h = stock.household[s]!;
    const lead = head[h]!;
    const cut = logistic(anchors.firmThreshold - anchors.settlementConstant - stock.utility[s]!); // F(taste below firm)
    const act = p['settlement.actHazard'] * (aware[h] === 1 ? 1 : p['settlement.unawareFactor']);
    const firm = firmAfter(stock.eligibleYears[s]!, 1 - cut, act, p['settlement.tasteCorrelation']);
    const draw = uniform(key, identity[lead]!, lineage[lead]!, year, Decision.firmAtStart);
    // below `1 - firm` the draw is spread over the unfirm part of the distribution, above it over the firm part
    const quantile = draw < 1 - firm ? (draw / (1 - firm)) * cut : cut + ((draw - (1 - firm)) / firm) * (1 - cut);
    taste[h] = standardLogistic(Math.min(quantile, 1 - 1e-15));
  }
}
