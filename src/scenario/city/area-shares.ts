import { type Localized, text } from '../../language/language.ts';
import type { AreaCensus, AreaWork } from '../city-data.ts';
import type { CensusUnit } from './census-unit.ts';

/** What a county's own tables of shares say: schooling, marital state, work, tenure. */
type AreaShares = Pick<AreaCensus, 'schoolingShare' | 'marriedShare' | 'work' | 'rentingShare'> & {
  /** Tables taken from a wider unit because the area's own are empty. */
  readonly borrowed: readonly Localized[];
};

/**
 * Part of the six-year-olds who are still in pre-school. The census of 2020 counts them apart (half of all six-year-olds of the nation),
 * that of 2010 among those without schooling. Assumption for 2010, 0.3 to 0.7.
 */
const PRESCHOOL_AT_SIX = 0.5;
/** Part of 2010's `no schooling` that such children are at most. */
const MOST_PRESCHOOL = 0.7;

/** Tables of shares that may be borrowed. */
const tableNames = {
  schooling: '受教育程度',
  marital: '婚姻状况',
  activity: '就业状况',
  industry: '行业',
  tenure: '住房来源',
} as const;

/**
 * Least share at work that is believed. The census of 2020 has 4, 14 and 19 % in three herding counties (632623, 540622, 540623) and
 * hardly a herder among them.
 */
const LEAST_AT_WORK = 0.2;

/**
 * Shares of one area, from its own tables; where one is empty (in a remainder: below zero) or not to be believed, from the first of the
 * wider units that has it.
 *
 * @param units the area, then the wider units: its place, its province
 */
export function areaShares(units: readonly CensusUnit[], year: 2010 | 2020): AreaShares {
  const borrowed: Localized[] = [];
  const source = (name: keyof typeof tableNames, from: readonly CensusUnit[] = units): CensusUnit => {
    const found = from.find((unit) => isFilled(unit[name])) ?? units[0];
    if (found !== units[0]) borrowed.push(text(`${tableNames[name]}（${found.code}）`, `${name} (${found.code})`));
    return found;
  };
  const credible = units.filter(({ activity }) => activity[1] >= LEAST_AT_WORK * activity[0]);
  return {
    schoolingShare: schoolingOf(source('schooling'), year),
    marriedShare: marriedOf(source('marital').marital),
    work: workOf(source('activity', credible).activity, source('industry', credible).industry, year),
    rentingShare: shareOf(source('tenure').tenure, 0),
    borrowed,
  };
}

const isFilled = (cells: Float64Array): boolean => sumOf(cells) > 0 && cells.every((count) => count >= 0);

const sumOf = (cells: Float64Array): number => cells.reduce((sum, count) => sum + count, 0);

const shareOf = (cells: Float64Array, cell: number): number => cells[cell] / (sumOf(cells) || 1);

/** Levels as Education codes, [sex][level]; the two kinds of college are one level. */
function schoolingOf({ schooling, residents }: CensusUnit, year: 2010 | 2020): readonly [Float64Array, Float64Array] {
  const bySex = (sex: number): Float64Array => {
    const [preschool, none, primary, junior, senior, college, bachelor] = [0, 1, 2, 3, 4, 5, 6].map(
      (level) => schooling[level * 2 + sex],
    );
    const sixYears = residents[2 * 2 + sex] / 5;
    const early = year === 2020 ? 0 : Math.min(PRESCHOOL_AT_SIX * sixYears, MOST_PRESCHOOL * none);
    const counts = [none - early, primary + preschool + early, junior, senior, college + bachelor];
    const all = counts.reduce((sum, count) => sum + count, 0) || 1;
    return Float64Array.from(counts, (count) => count / all);
  };
  return [bySex(0), bySex(1)];
}

/** Married of all states, men and women. */
function marriedOf(marital: Float64Array): readonly [number, number] {
  const bySex = (sex: number): number => {
    const states = marital.filter((_, cell) => cell % 2 === sex);
    return shareOf(states, 1);
  };
  return [bySex(0), bySex(1)];
}

function workOf(activity: Float64Array, industry: Float64Array, year: 2010 | 2020): AreaWork {
  const [persons, employed, students, retired] = activity;
  const all = sumOf(industry) || 1;
  return {
    employed: employed / persons,
    industry: industry.map((count) => count / all),
    students: year === 2010 ? students / persons : undefined,
    retired: year === 2010 ? retired / persons : undefined,
  };
}
