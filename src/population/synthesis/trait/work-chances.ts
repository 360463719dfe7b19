import { logistic, logit } from '../../../math/logistic.ts';
import { solve } from '../../../math/solve.ts';
import { AGES, type AreaCensus, type CityData } from '../../../scenario/city-data.ts';
import { byAge } from '../resident/pool.ts';
import { insuredWork } from './insured-work.ts';

/** Age from which somebody drawn to be retired may be, men and women; that from which nobody is in insured work. */
export const PENSION_AGE = [60, 55] as const;
export const LAST_INSURED_AGE = 59;

export const LEVELS = 5;

/** Share of those past pension age who draw a pension of employees, by place of register: village, town. Judgement. */
export const PENSIONED = [0.06, 0.6] as const;

/** Share at work of those neither at school nor retired, men and women, in town. Judgement on the long form of 2020. */
const atWork = [
  byAge([
    [15, 0.4],
    [18, 0.65],
    [22, 0.82],
    [30, 0.92],
    [45, 0.91],
    [55, 0.8],
    [60, 0.4],
    [70, 0.12],
    [80, 0.03],
    [100, 0.005],
  ]).weight,
  byAge([
    [15, 0.35],
    [18, 0.6],
    [22, 0.72],
    [30, 0.74],
    [40, 0.77],
    [50, 0.62],
    [55, 0.45],
    [60, 0.25],
    [70, 0.07],
    [80, 0.015],
    [100, 0.003],
  ]).weight,
] as const;

/** Log-odds of being at work in a village over a town, up to 59 and from 60 on: farmers do not retire. Judgement. */
const VILLAGE_AT_WORK = [0.3, 1.4] as const;

/** Log-odds of farming: in a village over a town; by schooling; a year of age. Judgement on the long form. */
const VILLAGE_FARM = 3.7;
const FARM_BY_EDUCATION = [0.8, 0.5, 0, -1, -3] as const;
const FARM_BY_AGE = 0.03;

/** Log-odds of insured work outside agriculture: by schooling, of shares of 0.05 to 0.69; in a village over a town. Judgement. */
const INSURED_BY_EDUCATION = [-2.9, -2.1, -1.3, -0.3, 0.8] as const;
const VILLAGE_INSURED = -0.8;

/** Residents of one area to whom work is dealt: those of 16 and over who are not at school. */
interface WorkForce {
  /** Index (((side * 2 + town register) * 2 + sex) * 5 + schooling) * 101 + age. */
  readonly persons: Float64Array;
  /** All residents of 15 and over, those at school among them. */
  adults: number;
}

export const emptyWorkForce = (): WorkForce => ({ persons: new Float64Array(8 * LEVELS * AGES), adults: 0 });

export const workForceCell = (side: number, register: number, sex: number, education: number, age: number): number =>
  (((side * 2 + register) * 2 + sex) * LEVELS + education) * AGES + age;

/** Chances of one area, each among those whom the one before has left. */
export interface WorkChances {
  /** By place of register, for those past pension age. */
  readonly retired: readonly [number, number];
  /** Index (side * 2 + sex) * 101 + age. */
  readonly atWork: Float64Array;
  /** Of those at work: index (side * 5 + schooling) * 101 + age. */
  readonly farm: Float64Array;
  /** Of the others at work up to `LAST_INSURED_AGE`: index side * 5 + schooling. */
  readonly insured: Float64Array;
  /** Of the rest. */
  readonly ownAccount: number;
}

/**
 * Chances at which an area meets its counted shares of residents of 15 and over who are retired (2010) and at work, of farmers among
 * those at work, and of insured workers among the others. Each has its pattern by side, sex, age and schooling, and one shift of
 * log-odds solved for the area.
 */
export function workChances(area: AreaCensus, force: WorkForce, year: CityData['censusYear']): WorkChances {
  const { work } = area;
  const retired = retiredChances(force, work.retired);
  const left = foldForce(force, retired);
  const working = shifted(left.persons, atWorkLogOdds, work.employed * force.adults);
  const farmers = new Float64Array(2 * LEVELS * AGES);
  left.bySchooling.forEach((persons, cell) => {
    const [side, sex, level, age] = left.split(cell);
    farmers[(side * LEVELS + level) * AGES + age] += persons * working[(side * 2 + sex) * AGES + age];
  });
  const farm = shifted(farmers, farmLogOdds, work.industry[0] * total(farmers));
  const outside = new Float64Array(2 * LEVELS);
  let allOutside = 0;
  farmers.forEach((persons, cell) => {
    const others = persons * (1 - farm[cell]);
    allOutside += others;
    if (cell % AGES <= LAST_INSURED_AGE) outside[Math.floor(cell / AGES)] += others;
  });
  const { insured, ownAccount } = insuredWork(work.industry, year);
  return {
    retired,
    atWork: working,
    farm,
    insured: shifted(outside, insuredLogOdds, insured * allOutside),
    ownAccount,
  };
}

const atWorkLogOdds = Float64Array.from({ length: 4 * AGES }, (_, cell) => {
  const age = cell % AGES;
  const group = Math.floor(cell / AGES);
  const share = atWork[group % 2][age];
  const village = group < 2 ? VILLAGE_AT_WORK[age < PENSION_AGE[0] ? 0 : 1] : 0;
  return share > 0 ? logit(share) + village : -30;
});

const farmLogOdds = Float64Array.from({ length: 2 * LEVELS * AGES }, (_, cell) => {
  const group = Math.floor(cell / AGES);
  const side = group < LEVELS ? VILLAGE_FARM : 0;
  return side + FARM_BY_EDUCATION[group % LEVELS] + FARM_BY_AGE * (cell % AGES);
});

const insuredLogOdds = Float64Array.from({ length: 2 * LEVELS }, (_, cell) => {
  return INSURED_BY_EDUCATION[cell % LEVELS] + (cell < LEVELS ? VILLAGE_INSURED : 0);
});

/** Chances logistic(log-odds + shift) at which the persons who meet them number `wanted`. */
function shifted(persons: Float64Array, logOdds: Float64Array, wanted: number): Float64Array {
  const cells = Array.from(persons.keys()).filter((cell) => persons[cell] > 0);
  const shift = solve((x) => {
    let met = 0;
    for (const cell of cells) met += persons[cell] * logistic(logOdds[cell] + x);
    return met - wanted;
  });
  return logOdds.map((x) => logistic(x + shift));
}

function retiredChances({ persons, adults }: WorkForce, share: number | undefined): readonly [number, number] {
  if (share === undefined) return PENSIONED;
  const old = new Float64Array(2);
  persons.forEach((count, cell) => {
    const group = Math.floor(cell / (LEVELS * AGES));
    if (cell % AGES >= PENSION_AGE[group % 2]) old[(group >> 1) % 2] += count;
  });
  const [village, town] = shifted(old, Float64Array.from(PENSIONED, logit), share * adults);
  return [village, town];
}

/** The force without the retired and without registers: by (side, sex, age), and by cell (side, sex, schooling, age). */
function foldForce({ persons }: WorkForce, retired: readonly [number, number]) {
  const bySchooling = new Float64Array(4 * LEVELS * AGES);
  const byAgeAlone = new Float64Array(4 * AGES);
  const split = (cell: number) => {
    const group = Math.floor(cell / AGES);
    return [Math.floor(group / (2 * LEVELS)), Math.floor(group / LEVELS) % 2, group % LEVELS, cell % AGES] as const;
  };
  persons.forEach((count, cell) => {
    if (count === 0) return;
    const age = cell % AGES;
    const level = Math.floor(cell / AGES) % LEVELS;
    const group = Math.floor(cell / (LEVELS * AGES));
    const [side, register, sex] = [group >> 2, (group >> 1) & 1, group & 1];
    const left = age >= PENSION_AGE[sex] ? count * (1 - retired[register]) : count;
    bySchooling[((side * 2 + sex) * LEVELS + level) * AGES + age] += left;
    byAgeAlone[(side * 2 + sex) * AGES + age] += left;
  });
  return { bySchooling, persons: byAgeAlone, split };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
