import { log } from '../../math/log.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { newcomer } from '../../policy/persons.ts';
import { bestRight, rightsFacts } from '../../policy/rights.ts';
import type { RegisterTierName } from '../../population/codes.ts';
import { type ByOrigin, schoolOpenness, withSchools } from '../school/school-openness.ts';
import type { State } from '../state.ts';
import { incomesOf } from '../work/incomes.ts';

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
   * Logarithms of the incomes expected at the destinations, as seen from each area: its own towns and the centre offer jobs
   * with last year's chance.
   */
  readonly logIncomes: readonly Float64Array[];
  /** What people who stay expect, in logs, by area: those who have work there do not share the luck of job seekers. */
  readonly logVillage: number;
  readonly logTown: Float64Array;
  /** Yearly income of a mu of land relative to village income. */
  readonly landPerMu: number;
  /** Utility of the rent less the relief expected: in the towns of each area and, as seen from there, in the centre. */
  readonly townRent: Float64Array;
  readonly centreRent: Float64Array;
  readonly centreKm: Float64Array;
  /** Openness of schools, and the chance that a family with school children goes whole. */
  readonly openness: ByOrigin;
  readonly wholeWithSchools: ByOrigin;
  /** 1 for areas of the central city; the first of them. */
  readonly isCentral: Uint8Array;
  readonly centre: number;
  /** Central areas and their cumulative share of the central city's residents. */
  readonly centralAreas: readonly number[];
  readonly centralShare: readonly number[];
}

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
  const { jobChance } = state.capacity;
  const weights = weightsOf(state);
  const { centralAreas, centralShare, total } = centreOf(state);
  const centreChance = centralAreas.reduce((sum, a) => sum + areas[a].urban * jobChance[a], 0) / total;
  const atHome = incomesOf(p, year, { town: 1, centre: 1 });
  const incomes = areas.map((_, a) => incomesOf(p, year, { town: jobChance[a], centre: centreChance }));
  const centre = centralAreas[0];
  const inCentre = rentRelief(state, centre, 'same-city');
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
    logIncomes: incomes.map(({ town, centre: city, province, nation }) =>
      Float64Array.of(none, log(town), log(city), log(province), log(nation)),
    ),
    logVillage: log(atHome.village),
    logTown: Float64Array.from(areas, (area) => log(area.central ? atHome.centre : atHome.town)),
    landPerMu: atHome.landPerMu,
    townRent: Float64Array.from(
      incomes,
      ({ rentShareTown }, a) => burden * (rentShareTown * (1 - rentRelief(state, a, 'same-county'))),
    ),
    centreRent: Float64Array.from(incomes, ({ rentShareCentre }) => burden * (rentShareCentre * (1 - inCentre))),
    centreKm: Float64Array.from(areas, ({ distanceToCentreKm }) => distanceToCentreKm),
    openness,
    wholeWithSchools: withSchools(state, p['place.wholeFamily'], openness),
    isCentral: Uint8Array.from(areas, ({ central }) => (central ? 1 : 0)),
    centre,
    centralAreas,
    centralShare,
  };
}

/** Areas of the central city, their cumulative share of its residents and those residents. */
function centreOf({ city: { areas } }: State): { centralAreas: number[]; centralShare: number[]; total: number } {
  const centralAreas = areas.map((_, a) => a).filter((a) => areas[a].central);
  const total = centralAreas.reduce((sum, a) => sum + areas[a].urban, 0);
  let cumulative = 0;
  const centralShare = centralAreas.map((a) => {
    cumulative += areas[a].urban;
    return cumulative / total;
  });
  return { centralAreas, centralShare, total };
}

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
