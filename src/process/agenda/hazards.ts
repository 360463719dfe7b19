import { exp } from '../../math/exp.ts';
import { logistic, logit } from '../../math/logistic.ts';
import type { ParameterName, ParameterValues } from '../../scenario/parameters.ts';
import type { YearTable } from '../demography/life-tables.ts';
import type { Motherhood } from '../demography/motherhood.ts';
import { type HazardTable, hazardByAge, hazardByYear } from './hazard-table.ts';

/** Ages of those who look for a partner: women, and men as old as a woman of 50 may want. */
const YOUNGEST_PARTNER = 20;
const OLDEST_WOMAN = 50;
const OLDEST_MAN = 58;
/** Men are on average this much older than their wives at marriage (2020 census, mean ages at first marriage). */
export const AGE_GAP = 2;
/** Men who look for a partner for every woman who does: leaves women a choice and men a queue. */
const MEN_PER_WOMAN = 1.4;
const FIRST_MOTHER = 14; // at the start of the year: births at 15 fall half in the year before the birthday
const LAST_MOTHER = 49;
const LEAVES_HOME = [20, 35] as const;
const YOUTH_LAST_AGE = 24;
const LATE_FIRST_AGE = 45;
export const CONSIDERS = [16, 59] as const;
export const DECIDER_AGES = [18, 69] as const;
/** Stays beyond this many years add nothing to the wish to stay. */
export const RETURN_YEARS = 20;
/** Company beyond this many adds nothing to the bound of the chance of return; no larger family is made. */
const MOST_COMPANY = 20;

/**
 * What may happen to a person or a household each year, as tables of waiting times. Some chances are exact (death, the
 * search for a partner, leaving home, considering a move, buying, a new taste, a broken lease, a permit that lapses): who is due has the event. Others
 * (birth among them) depend on what the run makes of a person: they wait by the highest chance anybody may have (the bound), and whoever is due
 * has the event with chance over bound (thinning: Lewis & Shedler 1979). The bounds depend on parameters alone, never on the law.
 */
export interface Hazards {
  /** By sex. */
  readonly death: readonly [HazardTable, HazardTable];
  readonly birth: HazardTable;
  /** By sex. */
  readonly partner: readonly [HazardTable, HazardTable];
  readonly leaveHome: HazardTable;
  readonly move: HazardTable;
  readonly formal: HazardTable;
  /** Return of people registered in the city; departure of people registered outside it. */
  readonly goHome: HazardTable;
  readonly goAway: HazardTable;
  readonly permit: HazardTable;
  readonly permitLapse: HazardTable;
  readonly act: HazardTable;
  readonly buy: HazardTable;
  readonly elsewhere: HazardTable;
  readonly taste: HazardTable;
  readonly lease: HazardTable;
  readonly bounds: readonly Bounds[];
}

/**
 * Parameters whose later values act before their year, since waits are drawn ahead: those of the tables above and of the life tables
 * they are made from.
 */
export const readAhead = [
  'mortality.factor',
  'mortality.longRun',
  'mortality.persistence',
  'mortality.innovation',
  'mortality.levelSpread',
  'fertility.factor',
  'fertility.longRun',
  'fertility.persistence',
  'fertility.innovation',
  'fertility.provincePersistence',
  'fertility.provinceInnovation',
  'fertility.placePersistence',
  'fertility.placeInnovation',
  'fertility.levelSpread',
  'fertility.villageRatio',
  'fertility.countyPower',
  'fertility.registerWeight',
  'union.hazard',
  'union.peakAge',
  'union.ageSpread',
  'leavingHome.hazard',
  'place.considerHazard',
  'place.considerYouth',
  'place.considerLate',
  'inMigration.leaveHazard',
  'settlement.actHazard',
  'settlement.tasteCorrelation',
  'tenure.buyHazard',
  'tenure.leaseBreak',
  'return.hazard',
  'return.perYear',
  'return.family',
  'return.insurance',
  'return.seeking',
  'job.formalHazard',
  'job.trainingGain',
  'permit.applyHazard',
  'permit.paperworkGain',
  'permit.lapse',
  'doors.settledElsewhere',
  'doors.urbanFactor',
] as const satisfies readonly ParameterName[];

/** Highest chances of a year. */
interface Bounds {
  readonly formal: number;
  readonly goHome: number;
  readonly permit: number;
  readonly elsewhere: number;
}

/**
 * @param parameters values by year, the base year first
 * @param lifeTable table of year t, counted from the base year
 * @param motherhood who has children where in year t; everybody alike when left out
 */
export function buildHazards(
  parameters: readonly ParameterValues[],
  lifeTable: (t: number) => YearTable,
  motherhood: (t: number) => Pick<Motherhood, 'bound'> = () => ({ bound: 1 }),
): Hazards {
  const years = parameters.length - 1;
  const bounds = parameters.map(boundsOf);
  const within = ([from, to]: readonly [number, number], age: number): boolean => age >= from && age <= to;
  const byYear = (chance: (p: ParameterValues) => number): HazardTable =>
    hazardByYear(years, (t) => chance(parameters[t]));
  const death = (sex: 0 | 1): HazardTable =>
    hazardByAge(years, (age, t) => (age === 0 ? 0 : lifeTable(t).death[sex][age - 1]));
  return {
    death: [death(0), death(1)],
    birth: hazardByAge(years, (age, t) =>
      age - 1 < FIRST_MOTHER || age - 1 > LAST_MOTHER ? 0 : motherhood(t).bound * lifeTable(t).birth[age - 1],
    ),
    partner: [
      hazardByAge(years, (age, t) =>
        within([YOUNGEST_PARTNER, OLDEST_MAN], age)
          ? MEN_PER_WOMAN * lifeTable(t).unions * bell(parameters[t], age - AGE_GAP)
          : 0,
      ),
      hazardByAge(years, (age, t) =>
        within([YOUNGEST_PARTNER, OLDEST_WOMAN], age) ? lifeTable(t).unions * bell(parameters[t], age) : 0,
      ),
    ],
    leaveHome: hazardByAge(years, (age, t) => (within(LEAVES_HOME, age) ? parameters[t]['leavingHome.hazard'] : 0)),
    move: hazardByAge(years, (age, t) =>
      within(CONSIDERS, age) ? Math.min(1, MOST_LOOKING * considers(parameters[t], age)) : 0,
    ),
    formal: hazardByYear(years, (t) => bounds[t].formal),
    goHome: hazardByYear(years, (t) => bounds[t].goHome),
    goAway: byYear((p) => Math.min(1, p['inMigration.leaveHazard'] * Math.max(1, p['return.seeking']))),
    permit: hazardByYear(years, (t) => bounds[t].permit),
    permitLapse: byYear((p) => p['permit.lapse']),
    act: hazardByAge(years, (age, t) => (within(DECIDER_AGES, age) ? parameters[t]['settlement.actHazard'] : 0)),
    buy: byYear((p) => p['tenure.buyHazard']),
    elsewhere: hazardByYear(years, (t) => bounds[t].elsewhere),
    taste: byYear((p) => 1 - p['settlement.tasteCorrelation']),
    lease: byYear((p) => p['tenure.leaseBreak']),
    bounds,
  };
}

/** Yearly chance to look for a partner: a bell around the peak age. */
function bell(p: ParameterValues, age: number): number {
  const z = (age - p['union.peakAge']) / p['union.ageSpread'];
  return p['union.hazard'] * exp(-z * z);
}

/** In counties that empty or fill people look around more readily: so many times at most. */
export const MOST_LOOKING = 3;

/** Yearly chance of an adult at home to look around for another place to live, where people do so as they usually do. */
export const considers = (p: ParameterValues, age: number): number =>
  Math.min(1, p['place.considerHazard'] * atAge(p, age));

function atAge(p: ParameterValues, age: number): number {
  if (age <= YOUTH_LAST_AGE) return p['place.considerYouth'];
  return age >= LATE_FIRST_AGE ? p['place.considerLate'] : 1;
}

function boundsOf(p: ParameterValues): Bounds {
  const odds =
    logit(p['return.hazard']) +
    RETURN_YEARS * Math.max(0, p['return.perYear']) +
    MOST_COMPANY * Math.max(0, p['return.family']) +
    Math.max(0, p['return.insurance']);
  return {
    formal: Math.min(1, p['job.formalHazard'] * Math.max(1, p['job.trainingGain'])),
    goHome: Math.min(1, logistic(odds) * Math.max(1, p['return.seeking'])),
    permit: Math.min(1, p['permit.applyHazard'] * Math.max(1, p['permit.paperworkGain'])),
    elsewhere: Math.min(1, p['doors.settledElsewhere'] * Math.max(1, p['doors.urbanFactor'])),
  };
}
