import { describe, expect, it } from 'vitest';
import { awardForms, budgets, groups } from '../../src/fiscal/index.ts';
import { smallCounts, smallResult } from './fixture.ts';

const result = smallResult();
const codes = smallCounts().areas.map(({ code }) => code);

/** Checks that the city's row is the sum of the rows of its areas, key by key. */
function areasAddUp<T extends { area: string }>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => number,
): void {
  const sums = new Map<string, number>();
  for (const row of rows) if (row.area !== 'city') sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row));
  const city = rows.filter(({ area }) => area === 'city');
  expect(city.length).toBeGreaterThan(0);
  expect(city.length).toBe(sums.size);
  for (const row of city) expect(value(row), key(row)).toBeCloseTo(sums.get(key(row))!, 3);
}

describe('counties add up to the city', () => {
  it('in demand, cost, award, ledger, land, funds and seats', () => {
    areasAddUp(
      result.demand,
      (row) => `${row.measure} ${row.year}`,
      (row) => row.total,
    );
    areasAddUp(
      result.costs,
      (row) => `${row.item} ${row.payer} ${row.budget} ${row.year}`,
      (row) => row.current,
    );
    areasAddUp(
      result.costs,
      (row) => `${row.item} ${row.payer} ${row.budget} ${row.year}`,
      (row) => row.constant,
    );
    areasAddUp(
      result.award.amounts,
      (row) => `${row.form} ${row.year} ${row.part}`,
      (row) => row.yuan,
    );
    areasAddUp(
      result.award.intervals,
      (row) => `${row.form} ${row.year}`,
      (row) => row.mean,
    );
    areasAddUp(
      result.ledger,
      (row) => `${row.level} ${row.year}`,
      (row) => row.netYuan,
    );
    areasAddUp(
      result.land,
      (row) => String(row.year),
      (row) => row.hectares,
    );
    areasAddUp(
      result.funds,
      (row) => String(row.year),
      (row) => row.yuan,
    );
    areasAddUp(
      result.capital,
      (row) => `${row.stage} ${row.year}`,
      (row) => row.seatsBuilt,
    );
  });
});

it('statuses add up to the demand', () => {
  for (const { byGroup, total } of result.demand)
    expect(groups.reduce((sum, group) => sum + byGroup[group], 0)).toBeCloseTo(total, 9);
});

it('payers add up to quantity times standard, and their shares to one', () => {
  for (const item of result.items)
    expect(
      item.shares.reduce((sum, { share }) => sum + share, 0),
      item.id,
    ).toBeCloseTo(1, 12);
  for (const { item, year, yuan } of result.standards) {
    for (const area of ['city', ...codes]) {
      const rows = result.costs.filter((row) => row.item === item && row.year === year && row.area === area);
      expect(
        rows.reduce((sum, { current }) => sum + current, 0),
        `${item} ${year} ${area}`,
      ).toBeCloseTo(rows[0].quantity * yuan, 3);
    }
  }
});

it('the four budgets and what lies outside them hold every yuan of cost once', () => {
  for (const year of result.years) {
    const all = result.costs.filter((row) => row.area === 'city' && row.year === year);
    const shown = result.budget.byBudget.filter((row) => row.year === year);
    expect(new Set(shown.map(({ budget }) => budget))).toEqual(new Set(budgets));
    expect(shown.reduce((sum, { yuan }) => sum + yuan, 0)).toBeCloseTo(
      all.reduce((sum, { current }) => sum + current, 0),
      3,
    );
  }
});

it('current prices are constant ones grown by the deflator', () => {
  for (const { current, constant, year } of result.costs)
    expect(constant * 1.02 ** (year - result.priceYear)).toBeCloseTo(current, 3);
});

it('the mean of the replicates is the award of the mean', () => {
  for (const { form, area, year, mean } of result.award.intervals) {
    const parts = result.award.amounts.filter((row) => row.form === form && row.area === area && row.year === year);
    expect(parts.reduce((sum, { yuan }) => sum + yuan, 0)).toBeCloseTo(mean, 3);
  }
});

it('a gap is what cost leaves over the award, a surplus what the award leaves over cost, never both', () => {
  for (const { settlers, schooling, ...row } of result.budget.rows) {
    expect(settlers.costYuan).toBeCloseTo(row.runningYuan - row.originSavingYuan + row.buildingYuan, 3);
    expect(schooling.costYuan).toBeCloseTo(row.schoolingYuan + row.childrenBuildingYuan, 3);
    for (const { costYuan, awardYuan, gapYuan, surplusYuan } of [settlers, schooling])
      for (const form of awardForms) {
        expect(gapYuan[form] - surplusYuan[form]).toBeCloseTo(costYuan - awardYuan[form], 3);
        expect(Math.min(gapYuan[form], surplusYuan[form])).toBe(0);
      }
  }
});

it('the two parts of the award received are the award, and go to the levels once', () => {
  for (const form of awardForms)
    for (const { area, year, mean } of result.award.intervals.filter((row) => row.form === form)) {
      const of = (level: string) =>
        result.budget.rows.find((row) => row.area === area && row.level === level && row.year === year)!;
      const both = (level: string) => of(level).settlers.awardYuan[form] + of(level).schooling.awardYuan[form];
      expect(both('local')).toBeCloseTo(mean, 3);
      expect(both('city') + both('county')).toBeCloseTo(mean, 3);
    }
});

it('costs of a level are its payers’: the two local levels add up', () => {
  const of = (level: string, area: string, year: number) =>
    result.budget.rows.find((row) => row.area === area && row.level === level && row.year === year)!;
  for (const { area, year, settlers, schooling } of result.budget.rows.filter(({ level }) => level === 'local')) {
    const [city, county] = [of('city', area, year), of('county', area, year)];
    expect(city.settlers.costYuan + county.settlers.costYuan).toBeCloseTo(settlers.costYuan, 3);
    expect(city.schooling.costYuan + county.schooling.costYuan).toBeCloseTo(schooling.costYuan, 3);
  }
});

it('what is borrowed is owed until it is repaid', () => {
  let owed = 0;
  for (const row of result.debt) {
    expect(row.interest).toBeCloseTo(0.03 * owed, 6);
    owed += row.borrowed - row.principal;
    expect(row.outstanding).toBeCloseTo(owed, 6);
  }
});
