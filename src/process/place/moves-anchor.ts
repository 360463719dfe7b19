import { exp } from '../../math/exp.ts';
import type { LawBook } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence, Work } from '../../population/codes.ts';
import type { CountyFlows } from '../../scenario/city-data.ts';
import { CONSIDERS, considers, MOST_LOOKING } from '../agenda/hazards.ts';
import { membersOf } from '../members.ts';
import type { MovesAnchor, State } from '../state.ts';
import { stayFactor, studiesAt } from './departure.ts';
import { nestedLogit } from './nested-logit.ts';
import { MOST_OF_THEM, outlookOf } from './outlook.ts';
import { NEST, NESTS, Place, placeUtilitiesOf } from './place-utilities.ts';
import { returnHazardOf } from './return.ts';
import { ADULT_AGE } from './who-moves.ts';

/** People at home of each county whose choice is looked at: the mean of so many is off by two per cent of itself. */
const LOOKED_AT = 400;
/** Of those who think of moving at least so many go. */
const LEAST_OF_THEM = 0.002;
/** Persons who move with every one who decides to: family and those who join up later. Assumption, 1.3 to 1.9; the solved flows make up for it. */
export const MOVERS_A_DECISION = 1.6;
const ROUNDS = 12;
/** Where more than this share of those who look around would go, more look around. */
const USUAL_SHARE = 0.5;

/** Chances of one who looks around, as weights: at home, to the own town, to any other county. */
interface Weights {
  readonly size: number;
  readonly stay: Float64Array;
  readonly town: Float64Array;
  readonly leave: Float64Array;
  /** Yearly chance to look around. */
  readonly hazard: Float64Array;
}

/**
 * Anchors the moves of a replicate: the constants of each county are solved on its base-year people so that as many leave for other
 * counties, and go to the own town, as its flows say, and arrivals are as many as its flows say above those of the outsiders who are
 * expected to leave. Parameters thus say who moves and how moves answer to wages, schools, jobs and law; how many move where nothing changes
 * is the county's own, whatever the parameters of the replicate. Solved under the law as it really stands, so that a reform is not absorbed.
 */
export const anchoringMoves = boundTo((workspace) => {
  const { presence, household, age, work, arrivalYear } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { kind, homeArea, homeUrban } = workspace.households.columns;
  const { livesAtHome } = membersOf(workspace);
  const fillUtilities = placeUtilitiesOf(workspace);
  const returnHazard = returnHazardOf(workspace);

  return (state: State, referenceLaw: LawBook): MovesAnchor => {
    const areas = state.city.areas.length;
    const anchor = emptyMoves(areas);
    const { flows } = state.city;
    if (flows.every((each) => each === undefined)) return anchor;
    const counts = countStocks(state, areas);
    const weights = weigh({ ...state, law: referenceLaw }, counts.candidates);
    flows.forEach((each, a) => {
      anchor.residents[a] = counts.residents[a];
      for (const o of [0, 1]) {
        const net = (each?.arriving[o] ?? 0) * counts.residents[a];
        anchor.arrivals[a * 2 + o] = Math.max(0, net + counts.leavingOutsiders[a * 2 + o]);
      }
      if (each !== undefined) anchorArea(anchor, a, each, weights[a], counts);
    });
    return anchor;
  };

  /** Solves both constants of one area in turn. */
  function anchorArea(
    anchor: MovesAnchor,
    a: number,
    flows: CountyFlows,
    weights: Weights & { readonly scale: number },
    counts: ReturnType<typeof countStocks>,
  ): void {
    const usual = weights.scale * weights.hazard.reduce((sum, each) => sum + each, 0);
    if (weights.size === 0 || usual === 0) return;
    const going =
      Math.max(0, flows.leaving * counts.residents[a] + counts.returns[a]) +
      Math.max(0, flows.townward * counts.residents[a] + counts.townReturns[a]);
    anchor.look[a] = Math.min(MOST_LOOKING, Math.max(1, going / (USUAL_SHARE * usual)));
    const lookers = usual * anchor.look[a];
    const shareOf = (persons: number): number => Math.min(MOST_OF_THEM, Math.max(LEAST_OF_THEM, persons / lookers));
    const leave = shareOf(flows.leaving * counts.residents[a] + counts.returns[a]);
    const villagers = weights.town.some((weight) => weight > 0);
    const townward = villagers ? shareOf(flows.townward * counts.residents[a] + counts.townReturns[a]) : 0;
    // together they leave some at home
    const [l, t] =
      leave + townward > MOST_OF_THEM
        ? [leave, townward].map((x) => (x * MOST_OF_THEM) / (leave + townward))
        : [leave, townward];
    let [c, d] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      c = solve((x) => meanShares(weights, x, d)[0], l);
      if (villagers) d = solve((x) => meanShares(weights, c, x)[1], t);
    }
    [anchor.leave[a], anchor.town[a]] = [c, d];
    [anchor.leaveShare[a], anchor.townShare[a]] = meanShares(weights, c, d);
    anchor.leaving[a] = l * lookers * MOVERS_A_DECISION;
    anchor.townward[a] =
      t * lookers * MOVERS_A_DECISION + flows.reclassified * (counts.residents[a] - counts.townspeople[a]);
  }

  /** Weights of the choices of people at home, some of each area, evenly over the rows. */
  function weigh(state: State, candidates: readonly number[][]): (Weights & { readonly scale: number })[] {
    const outlook = outlookOf(state);
    const utility = new Float64Array(NEST.length);
    const probability = new Float64Array(NEST.length);
    return candidates.map((rows) => {
      const step = Math.max(1, rows.length / LOOKED_AT);
      const size = Math.min(rows.length, LOOKED_AT);
      const array = (): Float64Array => new Float64Array(size);
      const weights = { size, stay: array(), town: array(), leave: array(), hazard: array(), scale: step };
      for (let n = 0; n < size; n++) {
        const i = rows[Math.floor(n * step)];
        fillUtilities(outlook, i, utility);
        nestedLogit(utility, NEST, NESTS, outlook.dissimilarity, probability);
        weights.stay[n] = probability[Place.home];
        weights.town[n] = probability[Place.town];
        weights.leave[n] = 1 - probability[Place.home] - probability[Place.town];
        weights.hazard[n] = considers(state.parameters, age[i]);
      }
      return weights;
    });
  }

  /** What the base year holds, by area: residents, those at home who may look around, expected returns and leaves. */
  function countStocks(state: State, areas: number) {
    const counts = {
      residents: new Float64Array(areas),
      townspeople: new Float64Array(areas),
      /** Rows of those who may look around. */
      candidates: Array.from({ length: areas }, (): number[] => []),
      /** Expected returns a year to homes of the area from other counties, and from the own town to villages. */
      returns: new Float64Array(areas),
      townReturns: new Float64Array(areas),
      /** Outsiders expected to leave in a year: [area * 2 + origin]. */
      leavingOutsiders: new Float64Array(areas * 2),
    };
    const leaveHazard = state.parameters['inMigration.leaveHazard'];
    for (let i = 0; i < workspace.persons.rows; i++) {
      if (presence[i] === Presence.gone) continue;
      const area = residenceArea[i];
      const register = registerArea[i];
      if (isInCity(area)) {
        counts.residents[area]++;
        counts.townspeople[area] += residenceUrban[i];
        if (!isInCity(register) && !studiesAt(age[i], work[i])) {
          const years = Math.max(0, state.year - arrivalYear[i]);
          counts.leavingOutsiders[area * 2 + (register === Outside.province ? 0 : 1)] +=
            leaveHazard * stayFactor(years);
        }
      }
      const h = household[i];
      if (h === NONE || kind[h] !== HouseholdKind.family || !isInCity(register)) continue;
      const home = homeArea[h];
      if (livesAtHome(i)) {
        if (age[i] >= CONSIDERS[0] && age[i] <= CONSIDERS[1] && work[i] !== Work.student && isInCity(area))
          counts.candidates[home].push(i);
      } else if (age[i] >= ADULT_AGE && !(registerUrban[i] === 1 && register === area)) {
        const returns = area === home && homeUrban[h] === 0 ? counts.townReturns : counts.returns;
        returns[home] += returnHazard(state, i);
      }
    }
    return counts;
  }
});

/** Mean chances to leave and to go to the own town, weighted by how readily each looks around, with c and d added to their utilities. */
function meanShares({ size, stay, town, leave, hazard }: Weights, c: number, d: number): [leave: number, town: number] {
  const [up, there] = [exp(c), exp(d)];
  let [leaving, townward, all] = [0, 0, 0];
  for (let n = 0; n < size; n++) {
    const [go, own] = [leave[n] * up, town[n] * there];
    const whole = stay[n] + go + own;
    leaving += (hazard[n] * go) / whole;
    townward += (hazard[n] * own) / whole;
    all += hazard[n];
  }
  return all > 0 ? [leaving / all, townward / all] : [0, 0];
}

/** Root of an increasing function on [-12, 12] to 1e-6; the nearer end where there is none. */
function solve(increasing: (x: number) => number, target: number): number {
  let [low, high] = [-12, 12];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (increasing(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** An anchor that leaves everything to the parameters, without arrivals. */
export function emptyMoves(areas: number): MovesAnchor {
  const zeros = (length = areas): Float64Array => new Float64Array(length);
  return {
    leave: zeros(),
    town: zeros(),
    look: zeros().fill(1),
    leaveShare: zeros(),
    townShare: zeros(),
    arrivals: zeros(2 * areas),
    leaving: zeros(),
    townward: zeros(),
    residents: zeros(),
  };
}
