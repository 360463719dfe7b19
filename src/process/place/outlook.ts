import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { logit } from '../../math/logistic.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { newcomer } from '../../policy/persons.ts';
import { bestRight, rightsFacts } from '../../policy/rights.ts';
import type { RegisterTierName } from '../../population/codes.ts';
import { type ByOrigin, schoolOpenness, withSchools } from '../school/school-openness.ts';
import type { State } from '../state.ts';
import { incomesOf } from '../work/incomes.ts';
import { tiltOf, townwardFactor } from './county-tilt.ts';

/** What everybody who chooses a place this year reckons with. Lists of five are in the order of `Place`, home first. */
export interface Outlook {
  readonly weights: Weights;
  readonly dissimilarity: number;
  /** Constants of the destinations, and the utility of staying in the province; home has neither. */
  readonly constant: Float64Array;
  readonly province: Float64Array;
  /** Utility of the distance to the destinations outside the city. */
  readonly farDistance: Float64Array;
  /**
   * Logarithms of the incomes expected at the destinations, as seen from each area: its own towns offer jobs with last year's chance. Other
   * towns of the city are in `towns`.
   */
  readonly logIncomes: readonly Float64Array[];
  /** What people who stay expect, in logs, by area: those who have work there do not share the luck of job seekers. */
  readonly logVillage: number;
  readonly logTown: Float64Array;
  /** Yearly income of a mu of land relative to village income. */
  readonly landPerMu: number;
  /** Utility of the rent less the relief expected in the towns of each area for people of the county. */
  readonly townRent: Float64Array;
  /** Towns of other areas of the city. */
  readonly towns: OtherTowns;
  /** What is a county's own in the utilities of leaving it, and of its towns for its villagers. */
  readonly leave: Float64Array;
  readonly town: Float64Array;
  /** Openness of schools, and the chance that a family with school children goes whole. */
  readonly openness: ByOrigin;
  readonly wholeWithSchools: ByOrigin;
}

/**
 * The towns of other areas as seen from each area by villagers and townspeople, with and without school children (`originOf`): incomes in
 * logs, distance between the seats, rent, schools.
 */
interface OtherTowns {
  readonly count: number;
  /** Utility of each town without its size: [origin * count + area]; -Infinity where it is not one to go to. */
  readonly one: Float64Array;
  /** Utility of the best of all of them, each counting by its townspeople; -Infinity where there is none: [origin]. */
  readonly any: Float64Array;
  /** Chances by which one of them is chosen: [origin * count + area]. */
  readonly share: Float64Array;
}

/** Kinds of people to whom other towns look alike. */
const KINDS = 4;
export const originOf = (area: number, fromVillage: boolean, family: boolean): number =>
  area * KINDS + (fromVillage ? 1 : 0) + (family ? 2 : 0);

type Weights = ReturnType<typeof weightsOf>;

const weightsOf = ({ parameters: p, anchors }: State) => ({
  ageCurvature: p['place.ageCurvature'],
  agePeak: p['place.agePeak'],
  schooling: p['place.schooling'],
  peers: p['place.peers'],
  awayMean: anchors.awayMean,
  land: p['place.land'],
  townHome: p['place.townHome'],
  logIncome: p['place.logIncome'],
  logDistance: p['place.logDistance'],
  network: p['place.network'],
  childSchool: p['place.childSchool'],
});

/** Logarithm of a distance; one of less than a kilometre counts as that. */
export const logKm = (km: number): number => log(km > 1 ? km : 1);

/** The outlook of this year. */
export function outlookOf(state: State): Outlook {
  const { year, parameters: p } = state;
  const { areas } = state.city;
  const { jobLuck } = state.capacity;
  const weights = weightsOf(state);
  const centreLuck = luckInCentre(state);
  const atHome = incomesOf(p, year, { town: 1, centre: 1 });
  const incomes = areas.map((_, a) => incomesOf(p, year, { town: jobLuck[a], centre: centreLuck }));
  const logWages = state.city.wages.map(log);
  const openness = schoolOpenness(state);
  const none = Number.NaN;
  const same = p['place.sameProvince'];
  const burden = p['place.housingBurden'];
  return {
    weights,
    dissimilarity: p['place.dissimilarity'],
    constant: Float64Array.of(
      none,
      p['place.townConstant'],
      p['place.centreConstant'],
      p['place.provinceConstant'],
      p['place.nationConstant'],
    ),
    province: Float64Array.of(none, same, same, same, 0),
    farDistance: Float64Array.of(
      ...[none, none, none],
      weights.logDistance * logKm(p['place.provinceKm']),
      weights.logDistance * logKm(p['place.nationKm']),
    ),
    logIncomes: incomes.map(({ town, province, nation }, a) =>
      Float64Array.of(none, log(town) + logWages[a], none, log(province), log(nation)),
    ),
    logVillage: log(atHome.village),
    logTown: Float64Array.from(areas, (area, a) => log(area.central ? atHome.centre : atHome.town) + logWages[a]),
    landPerMu: atHome.landPerMu,
    townRent: Float64Array.from(
      incomes,
      ({ rentShareTown }, a) => burden * (rentShareTown * (1 - rentRelief(state, a, 'same-county'))),
    ),
    towns: otherTowns(state, incomes, openness),
    ...countyTastes(state),
    openness,
    wholeWithSchools: withSchools(state, p['place.wholeFamily'], openness),
  };
}

/** How easily jobs were found last year in the central city, by its townspeople. */
function luckInCentre({ city: { areas }, capacity: { jobLuck } }: State): number {
  let [found, total] = [0, 0];
  areas.forEach(({ central, urban }, a) => {
    if (!central) return;
    found += urban * jobLuck[a];
    total += urban;
  });
  return total > 0 ? found / total : 1;
}

/**
 * The other towns: V of each, and of all together the logsum λ ln Σ size exp(V/λ), sizes being townspeople over those of the centre, so that
 * districts of the centre that are alike count as one centre. From one area of the centre the others are no other place.
 */
function otherTowns(state: State, incomes: readonly ReturnType<typeof incomesOf>[], openness: ByOrigin): OtherTowns {
  const { city, parameters: p } = state;
  const { areas, kilometres } = city;
  const count = areas.length;
  const dissimilarity = p['place.dissimilarity'];
  const central = areas.reduce((sum, area) => sum + (area.central ? area.urban : 0), 0) || 1;
  const there = areas.map(({ central: isCentral }, b) => {
    const relief = 1 - rentRelief(state, b, 'same-city');
    const rent = isCentral ? incomes[b].rentShareCentre : incomes[b].rentShareTown;
    const income = log(city.wages[b] * (isCentral ? incomes[b].centre : incomes[b].town));
    const draw = city.flows[b]?.draw ?? 0;
    return draw + p['place.logIncome'] * income + p['place.housingBurden'] * rent * relief;
  });
  const towns: OtherTowns = {
    count,
    one: new Float64Array(count * KINDS * count).fill(Number.NEGATIVE_INFINITY),
    any: new Float64Array(count * KINDS).fill(Number.NEGATIVE_INFINITY),
    share: new Float64Array(count * KINDS * count),
  };
  areas.forEach((from, a) => {
    for (const fromVillage of [false, true]) {
      for (const family of [false, true]) {
        const origin = originOf(a, fromVillage, family);
        const row = origin * count;
        let sum = 0;
        areas.forEach((to, b) => {
          if (a === b || (from.central && to.central) || to.urban === 0) return;
          const km = kilometres[a][b] + (fromVillage ? p['base.villageDistanceKm'] : 0);
          const schools = family ? p['place.childSchool'] * openness.sameCity[b] : 0;
          const value = there[b] + p['place.logDistance'] * logKm(km) + schools;
          towns.one[row + b] = value;
          const weight = (to.urban / central) * exp(value / dissimilarity);
          towns.share[row + b] = weight;
          sum += weight;
        });
        if (sum === 0) continue;
        towns.any[origin] = dissimilarity * log(sum);
        for (let b = 0; b < count; b++) towns.share[row + b] /= sum;
      }
    }
  });
  return towns;
}

/** What is a county's own this year: the constants of its anchor, moved as its drivers have moved by now. */
function countyTastes(state: State): Pick<Outlook, 'leave' | 'town'> {
  const { moves } = state.anchors;
  return {
    leave: moves.leave.map((constant, a) => constant + oddsShift(moves.leaveShare[a], 1 / tiltOf(state, a))),
    town: moves.town.map((constant, a) => constant + oddsShift(moves.townShare[a], townwardFactor(state, a))),
  };
}

/** Shift of log-odds that multiplies a share by a factor, as far as shares go. */
function oddsShift(share: number, factor: number): number {
  if (factor === 1 || share <= 0) return 0;
  return logit(Math.min(MOST_OF_THEM, share * factor)) - logit(Math.min(MOST_OF_THEM, share));
}

/** Of those who think of moving at most so many go. */
export const MOST_OF_THEM = 0.98;

/**
 * Relief of the rent a newcomer may expect in the first year: the right to a rent subsidy, for those in need, times the share
 * it pays; and the share the housing fund pays those who have one, from the month in which tenants may draw it.
 */
function rentRelief({ law: book, year, parameters: p }: State, area: number, tier: RegisterTierName): number {
  const law = book.on(area, year, MIDDLE_OF_YEAR);
  const facts = rightsFacts(law, newcomer(tier, false));
  const subsidy =
    (bestRight(law, 'rent-subsidy', facts)?.level ?? 0) * p['rental.needShare'] * p['rental.subsidyShare'];
  const monthsLeft = law.fundRent === null ? 0 : Math.max(0, 12 - law.fundRent.months);
  return subsidy + (1 - subsidy) * p['fund.coverage'] * p['fund.rentShare'] * (monthsLeft / 12);
}
