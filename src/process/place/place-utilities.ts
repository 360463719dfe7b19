import { boundTo } from '../../population/bound.ts';
import { Education, NO_TOWN, NONE } from '../../population/codes.ts';
import { membersOf } from '../members.ts';
import { logKm, type Outlook, originOf } from './outlook.ts';
import { DESTINATIONS, sharesOf } from './village-shares.ts';

/** Alternatives of place: home, the town of the own county, another town of the city, elsewhere in the province, another province. */
export const Place = { home: 0, town: 1, city: 2, province: 3, nation: 4 } as const;
/** Nests {home}, {own county town}, {another town of the city, elsewhere in the province}, {other province}. */
export const NEST = [0, 1, 2, 2, 3] as const;
export const NESTS = 4;

/** Years of schooling of each Education code. */
const SCHOOL_YEARS = [0, 6, 9, 12, 15.5] as const;
export const schoolYears = (education: number): number => SCHOOL_YEARS[education];

/** What a person at home weighs. */
export const placeUtilitiesOf = boundTo((workspace) => {
  const { household, age, education } = workspace.persons.columns;
  const { homeArea, homeUrban, village, townArea, landMu } = workspace.households.columns;
  const { distanceKm } = workspace.villages.columns;
  const { away, network } = sharesOf(workspace);
  const { hasSchoolChild } = membersOf(workspace);

  /**
   * Utilities of the five places for person i, who lives at home; -Infinity where a place is not an alternative.
   * @param utility filled, by `Place`
   */
  return function fillUtilities(outlook: Outlook, i: number, utility: Float64Array): void {
    const { weights: w, openness, leave: ofCounty, town: ofTown } = outlook;
    const h = household[i];
    const area = homeArea[h];
    const fromVillage = homeUrban[h] === 0;
    const v = village[h];
    const homeIncome = fromVillage ? outlook.logVillage : outlook.logTown[area];
    const logIncome = outlook.logIncomes[area];
    const go = leavingUtility(outlook, i, h, v);
    const family = hasSchoolChild(h);
    const town = townArea[h];
    utility[Place.home] = fromVillage ? 0 : w.townHome;
    utility[Place.town] = Number.NEGATIVE_INFINITY;
    utility[Place.city] = Number.NEGATIVE_INFINITY;
    if (fromVillage && (town === NO_TOWN || town === area)) {
      const distance = w.logDistance * logKm(v === NONE ? 0 : distanceKm[v]);
      const gain = logIncome[Place.town] - homeIncome;
      const schools = family ? w.childSchool * openness.sameCounty[area] : 0;
      const there = distance + outlook.townRent[area] + schools + ofTown[area];
      utility[Place.town] = at(outlook, Place.town, v, go, gain) + there;
    }
    if (town === NO_TOWN || town !== area) {
      const { towns } = outlook;
      const origin = originOf(area, fromVillage, family);
      const there = town === NO_TOWN ? towns.any[origin] : towns.one[origin * towns.count + town];
      if (there > Number.NEGATIVE_INFINITY)
        utility[Place.city] = at(outlook, Place.city, v, go, -homeIncome) + there + ofCounty[area];
    }
    for (let far: number = Place.province; far <= Place.nation; far++)
      utility[far] = at(outlook, far, v, go, logIncome[far] - homeIncome) + outlook.farDistance[far] + ofCounty[area];
  };

  /** Utility of a destination beside distance, rent, schools and what is the county's own. Incomes in logs. */
  function at(
    { weights: w, constant, province }: Outlook,
    destination: number,
    v: number,
    leaving: number,
    incomeGain: number,
  ): number {
    return (
      leaving +
      constant[destination] +
      w.logIncome * incomeGain +
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
});
