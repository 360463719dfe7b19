import { describe, expect, it } from 'vitest';
import { countsBeside } from '../../src/analysis/register-balance/counts-beside.ts';
import { definitionSteps } from '../../src/analysis/register-balance/definition-step.ts';
import {
  membersOf,
  type RegisterRuns,
  rateMembers,
  ratesBeside,
  told,
  withoutRates,
  withSums,
} from '../../src/analysis/register-balance/register-runs.ts';
import { riseByChannel, settledBeside } from '../../src/analysis/register-balance/settled-beside.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { readRates } from '../../src/scenario/city/register-rates.ts';
import { readData } from '../../src/scenario/read-data.ts';

const figures = [
  ...(['town', 'all', 'reported', 'relabelled', 'setRight', 'left', 'kind'] as const),
  ...(['births', 'deaths', 'accompanying', 'permits', 'leftBehind'] as const),
] as const;

/** Two replicates of a place: registers by year, everything else a constant. */
function runsOf(code: string, town: (year: number) => readonly number[], all: number): RegisterRuns {
  const rows: [string, readonly number[]][] = [];
  for (let year = 2010; year <= 2023; year++)
    for (const figure of figures) {
      const values = {
        town: town(year),
        all: [all, all],
        reported: [10, 14],
        relabelled: [4, 4],
        setRight: [1, 1],
        left: [2, 2],
        kind: [20, 24],
        births: [3, 5],
        deaths: [2, 2],
        accompanying: [6, 6],
        permits: [7, 7],
        leftBehind: [8, 8],
      };
      rows.push([`${code} ${figure} ${year}`, values[figure]]);
    }
  return Object.fromEntries(rows);
}

const chifeng = runsOf('150400', (year) => [30 + (year - 2016), 34 + 2 * (year - 2016)], 100);
const baotou = runsOf('150200', () => [60, 60], 100);

describe('registers of places', () => {
  it('add up to provinces and the nation replicate by replicate, where all of one was run', () => {
    const places = ['150400', '150200'];
    const runs = withSums({ ...chifeng, ...baotou }, places, new Set(['150000']));
    expect(membersOf(runs, '150000', 'town', 2018)).toEqual([92, 98]);
    expect(rateMembers(runs, '150000', 2018)).toEqual([46, 49]);
    expect(membersOf(runs, '000000', 'town', 2018)).toEqual([]);
    expect(membersOf(withSums({ ...chifeng }, ['150400'], new Set(['000000'])), '000000', 'all', 2012)).toEqual([
      100, 100,
    ]);
  });

  it('are held against printed levels and yearly changes', () => {
    const { levels, changes } = ratesBeside(readData, chifeng);
    expect(levels.map(({ code, year, mean }) => [code, year, mean])).toEqual([['150400', 2017, 33.5]]);
    const [change] = changes;
    expect([change.from, change.year, change.mean]).toEqual([2017, 2022, 1.5]);
    expect(change.printed).toBeCloseTo((30.69 - 30.87) / 5, 9);
  });

  it('of the nation stand beside what police reported, and their rise is told by channel without a rest lost', () => {
    const runs = withSums(chifeng, ['150400'], new Set(['000000']));
    const settled = settledBeside(readData, runs);
    const decade = settled.find(({ from, to }) => from === 2014 && to === 2023)!;
    expect([decade.printed, decade.mean, decade.inside]).toEqual([150e6, 120, false]);
    const [{ rise, settled: decided, relabelled, setRight, left, rest }] = riseByChannel(runs, [2018]);
    expect([rise, decided, relabelled, setRight, left]).toEqual([1.5, 8, 4, 1, 2]);
    expect(decided + relabelled + setRight - left + rest).toBe(rise);
  });

  it('and of what else the nation counts, each figure beside the runs', () => {
    const counts = countsBeside(readData, withSums(chifeng, ['150400'], new Set(['000000'])));
    const of = (what: string) => counts.filter((each) => each.what === what);
    expect(of('births').map(({ year }) => year)).toEqual([
      2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023,
    ]);
    expect(of('births').find(({ year }) => year === 2023)).toMatchObject({
      printed: 9_020_000,
      mean: 4,
      low: 3,
      high: 5,
    });
    expect(of('accompanying').find(({ year }) => year === 2021)!.printed).toBe(13_724_100);
    expect(of('leftBehind').map(({ year, printed }) => [year, printed])).toEqual([
      [2010, 61_025_500],
      [2020, 41_770_000],
    ]);
    expect(of('permits').map(({ year }) => year)).toEqual([2016, 2018]);
  });

  it('step when they are counted by place: from the last year by kind, which the law of the region dates', () => {
    const runs = withSums(chifeng, ['150400'], new Set(['150000', '000000']));
    const { documents } = loadInputs({ scenario: 'scenarios/chifeng.yaml', overrides: {}, sample: 1 }, 'en');
    const [region, nation] = definitionSteps(readData, runs, ['150000', '000000'], documents);
    expect([region.year, region.mean]).toEqual([2015, (29 - 20 + (32 - 24)) / 2]);
    expect(region.printed).toBeCloseTo(44.16 - 41.35, 9);
    expect([nation.code, nation.year]).toEqual(['000000', 2015]);
    expect(nation.printed).toBeCloseTo(39.9 - 36.63, 9);
    const late = withSums(
      runsOf('130100', () => [30, 30], 100),
      ['130100'],
      new Set(['130000']),
    );
    expect(definitionSteps(readData, late, ['130000'], documents)[0].year).toBe(2016);
  });

  it('are run without the rates of their own province and with those of the nation', () => {
    const blind = readRates(withoutRates(readData, '150000'));
    expect(readRates(readData).of('150400', 'place')).toHaveLength(3);
    expect(blind.of('150400', 'place')).toEqual([]);
    expect(blind.of('150000', 'kind')).toEqual([]);
    expect(blind.of('000000', 'place').length).toBeGreaterThan(8);
    expect(blind.of('130000', 'place').length).toBeGreaterThan(2);
  });
});

it('told: mean and central 90 %', () => expect(told([1, 2, 3, 4, 5])).toEqual({ mean: 3, low: 1, high: 5 }));
