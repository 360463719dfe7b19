import { sum } from 'd3-array';
import { expect, it } from 'vitest';
import { yearlyMoney } from '../../src/fiscal/yearly-money.ts';
import { coefficientsWith, smallCounts, smallResult } from './fixture.ts';

const result = smallResult();
const money = yearlyMoney(smallCounts(), coefficientsWith());
const city = money.filter(({ area }) => area === 'city');

it('is what the tables of the run have', () => {
  expect(city.map(({ year }) => year)).toEqual(result.years);
  for (const { year, yuan } of city) {
    const row = result.budget.rows.find(
      (each) => each.area === 'city' && each.level === 'local' && each.year === year,
    )!;
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
    expect(yuan.settled_running_yuan).toBe(row.runningYuan);
    expect(yuan.settled_building_yuan).toBe(row.buildingYuan);
    expect(yuan.settled_net_yuan).toBe(row.settlers.costYuan);
    expect(yuan.settled_net_city_yuan + yuan.settled_net_county_yuan).toBeCloseTo(row.settlers.costYuan, 3);
    expect(yuan.award_settlers_yuan).toBeCloseTo(row.settlers.awardYuan.envelope, 4);
    expect(yuan.award_children_yuan).toBeCloseTo(row.schooling.awardYuan.envelope, 4);
    expect(yuan.award_balance_yuan).toBeCloseTo(row.settlers.surplusYuan.envelope - row.settlers.gapYuan.envelope, 4);
    const allOf = (prefix: string): number =>
      sum(Object.entries(yuan), ([name, value]) => (name.startsWith(prefix) ? value : 0));
    const all = sum(result.costs, (each) => (each.area === 'city' && each.year === year ? each.current : 0));
    expect(allOf('service_')).toBeCloseTo(all, 2);
    expect(allOf('payer_')).toBeCloseTo(all, 2);
  }
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

it('of an empty purse is no award, and the balance is all that settling costs', () => {
  for (const { yuan } of yearlyMoney(smallCounts(), coefficientsWith({ 'award.difficulty': 0 }))) {
    expect(yuan.award_yuan).toBe(0);
    expect(yuan.award_balance_yuan).toBe(-yuan.settled_net_yuan);
  }
});
