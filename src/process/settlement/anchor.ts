import { logistic } from '../../math/logistic.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { firstOpenRoute, type Law, type LawBook } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import type { State } from '../state.ts';
import { PersonApplicant, yearsInPlace } from './applicant.ts';
import { decidersOf } from './decider.ts';
import { rightsOf } from './rights-tables.ts';
import { standardLogistic } from './taste.ts';
import { utilityOf } from './utility.ts';

/** At most this many years of not having settled are remembered in the base-year tastes. */
const MEMORY_YEARS = 15;
/** Most of those not indifferent who are firm. */
const MOST_FIRM = 0.9;
/** Towns below the provincial capitals were opened by the State Council's opinion of July 2014. */
const OPENED = 2014;

/** What the households of a workspace know, believe and prefer when they come in. */
export const dispositionsOf = boundTo((workspace) => {
  const { head, aware, landBelief, indifferent, taste, landMu } = workspace.households.columns;
  const { householdDraw } = drawsOf(workspace);

  /** Draws the dispositions of every household when the run begins. */
  function drawDispositions(state: State): void {
    for (let h = 0; h < workspace.households.rows; h++) drawDisposition(state, h);
  }

  /** Draws awareness, land belief, the indifferent class and the taste of one household, at the start or on arrival. */
  function drawDisposition(state: State, h: number): void {
    if (head[h] === NONE) return;
    const { parameters: p, year } = state;
    const falls = (decision: number, share: number): boolean => householdDraw(state, h, year, decision) < share;
    indifferent[h] = falls(Decision.indifferentClass, p['settlement.indifferentShare']) ? 1 : 0;
    aware[h] = falls(Decision.awareAtStart, p['settlement.unawareShare']) ? 0 : 1;
    landBelief[h] = landMu[h] > 0 && falls(Decision.landBeliefAtStart, p['settlement.landBeliefShare']) ? 1 : 0;
    taste[h] = standardLogistic(householdDraw(state, h, year, Decision.tasteDraw));
  }

  return { drawDispositions, drawDisposition };
});

/** One household of the base-year stock: its utility without constant and taste, and the persons behind it. */
interface Stock {
  readonly household: Int32Array;
  readonly utility: Float64Array;
  readonly persons: Float64Array;
  readonly eligibleYears: Uint8Array;
  readonly size: number;
}

/** Families of the base-year pool whose deciding adult holds a village register, and that adult. */
interface Deciders {
  readonly household: Int32Array;
  readonly person: Int32Array;
}

/** Anchors the settlement of a workspace's households on its base-year stock. */
export const anchoring = boundTo((workspace) => {
  const { registerUrban, residenceArea, arrivalYear, age } = workspace.persons.columns;
  const { kind, taste, aware } = workspace.households.columns;
  const { deciderOf, personsBehind } = decidersOf(workspace);
  const { gapOf } = rightsOf(workspace);
  const { householdDraw } = drawsOf(workspace);
  const settlementUtility = utilityOf(workspace);

  /**
   * Solves the settlement constants on the base-year stock under the law as it really stands, so that as many are willing as the survey says
   * and as many of them firm as settling in this place asks for (where that is nearly all of them, more are willing), and draws the tastes of
   * that stock given that it has not settled so far.
   *
   * The survey describes people still unsettled. Without the conditioning the first years would see everyone act who is firm
   * and always was: a boom that is an artefact of the starting year.
   */
  function anchorSettlement(state: State, referenceLaw: LawBook): void {
    const deciders = findDeciders();
    const laws = state.city.areas.map((_, a) => referenceLaw.on(a, state.year, MIDDLE_OF_YEAR));
    state.anchors = { ...state.anchors, serviceGapMean: meanGap(state, deciders, laws) };
    const stock = takeStock(state, deciders, laws);
    const spread = spreadOf(stock);
    const p = state.parameters;
    const open = 1 - p['settlement.indifferentShare'];
    const firm = Math.min(MOST_FIRM * open, p['settlement.firmShare'] * state.settling.firm);
    const willing = Math.max(p['settlement.willingShare'], firm / MOST_FIRM);
    const constant = solve((c) => open * meanLogistic(spread, c), willing);
    const threshold = -solve((t) => open * meanLogistic(spread, constant + t), firm);
    state.anchors = { ...state.anchors, settlementConstant: constant, firmThreshold: threshold };
    drawConditionalTastes(state, stock);
  }

  function findDeciders(): Deciders {
    const household: number[] = [];
    const person: number[] = [];
    for (let h = 0; h < workspace.households.rows; h++) {
      if (kind[h] !== HouseholdKind.family) continue;
      const i = deciderOf(h);
      if (i === NONE || registerUrban[i] === 1) continue;
      household.push(h);
      person.push(i);
    }
    return { household: Int32Array.from(household), person: Int32Array.from(person) };
  }

  /** Mean service gap of the base-year stock: frozen, so that a policy that lifts everyone still acts. */
  function meanGap(state: State, { person }: Deciders, laws: readonly Law[]): number {
    let sum = 0;
    for (const i of person) sum += gapOf(state, laws[residenceArea[i]], i);
    return person.length > 0 ? sum / person.length : 0;
  }

  function takeStock(state: State, { household, person }: Deciders, laws: readonly Law[]): Stock {
    const applicant = new PersonApplicant(workspace, state);
    const opened = Math.min(MEMORY_YEARS, Math.max(0, state.year - OPENED));
    const stock: Stock = {
      household,
      utility: new Float64Array(household.length),
      persons: new Float64Array(household.length),
      eligibleYears: new Uint8Array(household.length),
      size: household.length,
    };
    person.forEach((i, s) => {
      const today = laws[residenceArea[i]];
      stock.utility[s] = settlementUtility(state, today, i);
      stock.persons[s] = personsBehind(household[s]);
      const years = Math.min(opened, yearsInPlace(arrivalYear[i], age[i], state.year));
      stock.eligibleYears[s] = years > 0 && firstOpenRoute(today, applicant.of(i, MIDDLE_OF_YEAR)) ? years : 0;
    });
    return stock;
  }

  function drawConditionalTastes(state: State, stock: Stock): void {
    const { anchors, parameters: p, year } = state;
    for (let s = 0; s < stock.size; s++) {
      const h = stock.household[s];
      const cut = logistic(anchors.firmThreshold - anchors.settlementConstant - stock.utility[s]); // F(taste below firm)
      const act = p['settlement.actHazard'] * (aware[h] === 1 ? 1 : p['settlement.unawareFactor']);
      const firm = firmAfter(stock.eligibleYears[s], 1 - cut, act, p['settlement.tasteCorrelation']);
      const draw = householdDraw(state, h, year, Decision.firmAtStart);
      // below `1 - firm` the draw is spread over the unfirm part of the distribution, above it over the firm part
      const quantile = draw < 1 - firm ? (draw / (1 - firm)) * cut : cut + ((draw - (1 - firm)) / firm) * (1 - cut);
      taste[h] = standardLogistic(Math.min(quantile, 1 - 1e-15));
    }
  }

  return anchorSettlement;
});

/** Width of the classes of utility the anchors are solved on: the share of a class is that of its middle to about 1e-6. */
const CLASS_WIDTH = 0.005;

/** Persons by class of utility. */
interface Spread {
  readonly lowest: number;
  readonly persons: Float64Array;
}

function spreadOf({ utility, persons }: Stock): Spread {
  let lowest = 0;
  let highest = 0;
  for (const value of utility) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const classes = new Float64Array(Math.floor((highest - lowest) / CLASS_WIDTH) + 1);
  utility.forEach((value, s) => {
    classes[Math.floor((value - lowest) / CLASS_WIDTH)] += persons[s];
  });
  return { lowest, persons: classes };
}

/** Mean over persons of the chance that utility, taste and x together are above zero. */
function meanLogistic({ lowest, persons }: Spread, x: number): number {
  let sum = 0;
  let all = 0;
  persons.forEach((count, k) => {
    if (count === 0) return;
    sum += count * logistic(x + lowest + (k + 0.5) * CLASS_WIDTH);
    all += count;
  });
  return all > 0 ? sum / all : 0;
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
