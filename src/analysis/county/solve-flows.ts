import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { MOVERS_A_DECISION as MOVERS } from '../../process/place/moves-anchor.ts';
import type { AreaCensus, CountyFlows } from '../../scenario/city-data.ts';
import { logOdds } from './covariates.ts';
import type { Prospect } from './prospects.ts';

/** What a census counted of an area. */
type Counted = Pick<AreaCensus, 'population' | 'fromOtherCounty' | 'fromOtherProvince'>;

/** Years a prospect looks ahead. */
export const HORIZON = 10;

/** How far a run was off: log residents, urban share, log children, log of those of 15-24, log of those of 60 and older. */
interface CountyMiss {
  readonly residents: number;
  readonly urbanShare: number;
  readonly children: number;
  readonly youths: number;
  readonly elders: number;
}

/** Where a run of ten years should bring a county. */
interface CountyTarget {
  readonly code: string;
  /** Residents after births and deaths of the run, by what those without moves would be. */
  readonly residents: (withoutMoves: number) => number;
  /** 0..1. */
  readonly urbanShare: number;
  /** Shares of residents registered in another county of the province and in another province. */
  readonly outsiders: readonly [number, number];
  /** Residents of 0-9 where the regression says them: from 2010. */
  readonly children?: number;
  /** Residents of 15-24 over all: what colleges bring. */
  readonly youths: number;
  /** Residents of 60 and older where the regression says them: from 2010. */
  readonly elders?: number;
  /** Part of the former that is registered in another county of the prefecture. */
  readonly insideShare: number;
}

/** What a run made of a county: persons at its end, and what births and deaths alone would have made. */
export interface CountyOutcome {
  readonly base: number;
  readonly withoutMoves: number;
  readonly residents: number;
  /** Residents of 0-9. */
  readonly children: number;
  /** Residents of 15-24. */
  readonly youths: number;
  /** Residents of 60 and older: in the base year and at the end. */
  readonly elders: readonly [before: number, after: number];
  readonly urban: number;
  /** Registered in other counties of the prefecture: in the base year and at the end; elsewhere in the province; in other provinces. */
  readonly inside: readonly [before: number, after: number];
  readonly outsiders: readonly [number, number];
  /** Of those who looked for work in its towns so many found it: in the first three years and in those after, 0..1. */
  readonly jobChances: readonly number[];
}

/**
 * After 2020 counties go on as they and their like went before, at about half the pace, and the nation's net migration is a little lower:
 * yearly growth of 235 prefectures in 2021-23 on that of 2010-20 and on the regression (joint-model.md, "Pace after 2020").
 */
const PACE = { constant: -0.008, own: 0.27, regression: 0.21 } as const;
/** The rise of a prefecture's urban share in points a year: 1.67 - 0.016 times its level (2020-23); ten years of it. */
const LEVEL_REACHED = 1.044;
const TEN_YEARS = 0.852;
/** Of what the regression tells counties apart by, so much holds after 2020. */
const COUNTY_PART = 0.55;
const OUTSIDERS_PART = 0.45;
/** No county is counted wholly urban before its last village is. */
const MOST_URBAN = 0.998;

/** Five-year groups that are born within the horizon. */
const GROUPS_OF_CHILDREN = HORIZON / 5;
/** Five-year groups of 15-24. */
const GROUPS_OF_YOUTHS = [3, 5] as const;
/** First five-year group of those who are old, and those who are old within the horizon. */
const ELDERS_FROM = 12;

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);

/**
 * Targets of the counties of one prefecture: for 2010 what the regression expects of 2020, for 2020 the same pattern at the pace of the years
 * since.
 * @param areas what the census of the base year counted, in the order of the prospects
 */
export function countyTargets(
  prospects: readonly Prospect[],
  areas: readonly Counted[],
  insideShare: number,
): CountyTarget[] {
  const residents = areas.map(({ population }) => population);
  const whole = sum(residents);
  const mean = (of: (prospect: Prospect) => number): number =>
    sum(prospects.map((prospect, a) => of(prospect) * residents[a])) / whole;
  const now = mean(({ urbanShare }) => urbanShare[0]);
  const line = LEVEL_REACHED - (LEVEL_REACHED - now) * TEN_YEARS - now;
  const regression = mean(({ urbanShare }) => urbanShare[1] - urbanShare[0]);
  return prospects.map(({ code, baseYear, closed, expected, urbanShare, outsiders, ownNet }, a): CountyTarget => {
    const youths = sum(expected.slice(...GROUPS_OF_YOUTHS)) / sum(expected);
    if (baseYear === 2010) {
      const children = sum(expected.slice(0, GROUPS_OF_CHILDREN));
      return {
        code,
        residents: () => sum(expected),
        urbanShare: urbanShare[1],
        outsiders,
        children,
        youths,
        elders: sum(expected.slice(ELDERS_FROM)),
        insideShare,
      };
    }
    const told = log(sum(expected) / sum(closed));
    const own = Number.isFinite(ownNet) ? ownNet : told;
    const net = PACE.constant + PACE.own * own + PACE.regression * told;
    const urban = urbanShare[0] + COUNTY_PART * (urbanShare[1] - urbanShare[0]) + line - COUNTY_PART * regression;
    return {
      code,
      residents: (withoutMoves) => withoutMoves * exp(net),
      urbanShare: Math.min(MOST_URBAN, Math.max(urbanShare[0], urban)),
      outsiders: outsiders.map((after, o) => {
        const { population, fromOtherCounty, fromOtherProvince } = areas[a];
        const before = logOdds([fromOtherCounty, fromOtherProvince][o] / population);
        return 1 / (1 + exp(-(before + OUTSIDERS_PART * (logOdds(after) - before))));
      }) as unknown as [number, number],
      youths,
      insideShare,
    };
  });
}

/** Of persons who arrive within ten years so many have left again, and of those who leave so many have come back: one over what is left. */
const KEPT = { arrivals: 1.5, leaving: 1.5, townward: 1.3, students: 1.5, elders: 1.2 } as const;
/** Neighbours of the base year who are still there ten years on; the largest step of a ratio; how alike other towns of the city look. */
const STILL_THERE = 0.75;
const STEP = 2.5;
const DISSIMILARITY = 0.55;
const FARTHEST_DRAW = 4;
/** Net return of a county's own people is not believed above this, nor net loss of outsiders: a year, per resident. */
const LEAST = -0.03;
const MOST = 0.2;
/** Most villagers that come to be counted urban without moving in a year. */
const FASTEST_RECLASSIFICATION = 0.08;

/** Most old people who come to a county or leave it by themselves in a year, of those who live there. Assumption: 3 % of the counties of 2010 stand at it. */
const MOST_ELDERS = 0.04;

/** No county's births are believed to lie farther from those of tables and census, as a factor either way. */
const MOST_BIRTHS = 2.5;

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Of the net migration of people of 30-49, in logarithm, so much that of old people is where these only move with families: in runs from 2010 of every twelfth place (178 counties). */
const WITH_FAMILIES = 0.23;
const GROUPS_OF_PARENTS = [6, 10] as const;

/**
 * Moves of old people by themselves that the regression lets expect, net, per resident of that age and year: where to begin from 2010, and what
 * holds from 2020 at the pace of the years since (assumption), by county in the order of the prospects of a census.
 *
 * What all counties gain by longer lives is taken out: nobody comes to the nation.
 */
export function eldersExpected(prospects: readonly Prospect[]): Float64Array {
  const over = ({ expected, closed }: Prospect, from: number, to?: number): number =>
    log(sum(expected.slice(from, to)) / sum(closed.slice(from, to)));
  const old = (prospect: Prospect): number => sum(prospect.closed.slice(ELDERS_FROM));
  const ofNation =
    sum(prospects.map((prospect) => over(prospect, ELDERS_FROM) * old(prospect))) / sum(prospects.map(old));
  return Float64Array.from(prospects, (prospect) => {
    const byThemselves = over(prospect, ELDERS_FROM) - ofNation - WITH_FAMILIES * over(prospect, ...GROUPS_OF_PARENTS);
    const pace = prospect.baseYear === 2010 ? 1 : PACE.own + PACE.regression;
    return within((pace * KEPT.elders * byThemselves) / HORIZON, -MOST_ELDERS, MOST_ELDERS);
  });
}

/** Flows of a county that nearly stands still. */
export const stillFlows = (
  own: Pick<CountyFlows, 'elders' | 'reclassified' | 'births' | 'spread' | 'jobChances'>,
): CountyFlows => ({ leaving: 0, townward: 0.004, arriving: [0, 0], students: 0, draw: -0.5, ...own });

/** Flows to begin the solution with: the decade's net migration and outsiders in equal parts a year. */
export const firstFlows = (
  target: CountyTarget,
  outcome: CountyOutcome,
  { elders, reclassified, births, spread }: Pick<CountyFlows, 'elders' | 'reclassified' | 'births' | 'spread'>,
): CountyFlows =>
  improvedFlows(
    stillFlows({ elders, reclassified, births, spread, jobChances: outcome.jobChances }),
    target,
    outcome,
    1,
  ).flows;

/**
 * One step towards the targets: what is missing of those of 15-24 is made up by students, what is missing of old people by those who follow their children, what else is missing of outsiders by arrivals, what else is missing of residents by those who leave,
 * what is missing of townspeople in equal parts by moves within the county and by reclassification, what is missing of children by births. The usual chances of a job are
 * those of the run.
 * @param gain part of the way that is gone
 * @returns the flows, and how far the run was off
 */
export function improvedFlows(
  flows: CountyFlows,
  target: CountyTarget,
  outcome: CountyOutcome,
  gain: number,
): { readonly flows: CountyFlows; readonly off: CountyMiss } {
  const { base, withoutMoves, residents, children, youths, elders, urban, inside, outsiders, jobChances } = outcome;
  const wanted = target.residents(withoutMoves);
  const perYear = gain / (HORIZON * base);
  const [province, nation] = target.outsiders.map((share) => share * wanted);
  const neighbours = target.insideShare * province;
  const missing = target.youths * wanted - youths;
  const students = within(flows.students + KEPT.students * missing * perYear, 0, MOST);
  // students are outsiders as well: of the province and of others as those who live there are
  const moreStudents = (students - flows.students) / (KEPT.students * perYear || 1);
  const perElder = gain / (HORIZON * Math.max(0.02 * base, (elders[0] + elders[1]) / 2));
  const missingElders = (target.elders ?? elders[1]) - elders[1];
  const following = within(flows.elders + KEPT.elders * missingElders * perElder, -MOST_ELDERS, MOST_ELDERS);
  const moreElders = (following - flows.elders) / (KEPT.elders * perElder || 1);
  // who comes is an outsider
  const moreOutsiders = moreStudents + Math.max(0, following > 0 ? moreElders : 0);
  const nearby = outsiders[0] / (sum(outsiders) || 1);
  const foreign = [
    province - neighbours - outsiders[0] - moreOutsiders * nearby,
    nation - outsiders[1] - moreOutsiders * (1 - nearby),
  ];
  // neighbours who came in the ten years: as many as there are more, and for those who went home again
  const came = Math.max(0.003 * base, inside[1] - STILL_THERE * inside[0]);
  const moreNeighbours = neighbours - inside[1];
  const draw = flows.draw + gain * DISSIMILARITY * log(within((came + moreNeighbours) / came, 1 / STEP, STEP));
  const arrivals = foreign.map((persons, o) =>
    within(flows.arriving[o] + KEPT.arrivals * persons * perYear, LEAST, MOST),
  );
  // what arrivals will not make up, those who leave do; what these cannot, arrivals must
  const more = arrivals.map((rate, o) => (rate - flows.arriving[o]) / (KEPT.arrivals * perYear || 1));
  const rest = wanted - residents - sum(more) - moreStudents - moreElders;
  const leaving = flows.leaving - (KEPT.leaving * rest * perYear) / MOVERS;
  const kept = within(leaving, LEAST, MOST);
  const over = (kept - leaving) * MOVERS;
  const arriving = [within(arrivals[0] + over, LEAST, MOST), arrivals[1]] as const;
  const share = residents > 0 ? urban / residents : target.urbanShare;
  const townspeople = (target.urbanShare - share) * residents;
  const townward = flows.townward + (0.5 * KEPT.townward * townspeople * perYear) / MOVERS;
  const keptTownward = within(townward, LEAST, MOST);
  const villagers = Math.max(0.02 * base, base - urban);
  const reclassified = within(
    flows.reclassified + (0.5 * townspeople * perYear * base) / villagers,
    0,
    FASTEST_RECLASSIFICATION,
  );
  const births = children > 0 ? flows.births * ((target.children ?? children) / children) ** gain : flows.births;
  return {
    flows: {
      leaving: kept,
      townward: keptTownward,
      arriving,
      students,
      elders: following,
      draw: within(draw, -FARTHEST_DRAW, FARTHEST_DRAW),
      reclassified,
      births: within(births, 1 / MOST_BIRTHS, MOST_BIRTHS),
      jobChances: flows.jobChances.map((usual, n) => usual + gain * (jobChances[n] - usual)),
      spread: flows.spread,
    },
    off: {
      residents: log(residents / wanted),
      urbanShare: share - target.urbanShare,
      children: children > 0 && target.children !== undefined ? log(children / target.children) : 0,
      youths: youths > 0 ? log(youths / (target.youths * residents)) : 0,
      elders: elders[1] > 0 && target.elders !== undefined ? log(elders[1] / target.elders) : 0,
    },
  };
}
