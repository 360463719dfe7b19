import { sum } from 'd3-array';
import { expect, it } from 'vitest';
import { yearlyMoney } from '../../src/fiscal/index.ts';
import { coefficientsWith, smallCounts, smallResult } from './fixture.ts';

const result = smallResult();
const money = yearlyMoney(smallCounts(), coefficientsWith());
const city = money.filter(({ area }) => area === 'city');

it('is what the tables of the run have', () => {
  expect(city.map(({ year }) => year)).toEqual(result.years);
  for (const { year, yuan } of city) {
    const row = result.budget.rows.find((each) => each.year === year);
    const spent = (kind: string): number =>
      sum(result.costs, (each) =>
        each.area === 'city' &&
        each.year === year &&
        each.kind === kind &&
        !['household', 'employer'].includes(each.payer)
          ? each.current
          : 0,
      );
    expect(yuan.public_running_yuan).toBeCloseTo(spent('operating'), 3);
    expect(yuan.public_building_yuan).toBeCloseTo(spent('capital'), 3);
    if (row === undefined) continue;
    expect(yuan.settled_running_yuan).toBe(row.committedYuan);
    expect(yuan.settled_building_yuan).toBe(row.capitalYuan);
    expect(yuan.award_yuan).toBeCloseTo(row.awardYuan.envelope, 4);
    expect(yuan.award_gap_yuan).toBeCloseTo(row.gapYuan.envelope, 4);
  }
  expect(result.budget.rows.length).toBeGreaterThan(0);
});

it('of the areas adds up to the city', () => {
  for (const { year, yuan } of city)
    for (const [name, value] of Object.entries(yuan)) {
      const areas = money.filter((each) => each.area !== 'city' && each.year === year);
      expect(
        sum(areas, (each) => each.yuan[name as keyof typeof yuan]),
        `${name} ${year}`,
      ).toBeCloseTo(value, 3);
    }
});

it('of an empty purse is no award, and the gap is all that settling costs', () => {
  for (const { yuan } of yearlyMoney(smallCounts(), coefficientsWith({ 'award.difficulty': 0 }))) {
    expect(yuan.award_yuan).toBe(0);
    expect(yuan.award_gap_yuan).toBe(yuan.settled_running_yuan + yuan.settled_building_yuan);
  }
});
