import { describe, expect, it } from 'vitest';
import { quantile7 } from '../../src/fiscal/award.ts';
import { fiscal, type StatedCount } from '../../src/fiscal/index.ts';
import { coefficientsWith, smallCounts, smallResult } from './fixture.ts';

/** Everything simple: one vintage, no children's part, no coefficient but the weights. */
const plain = {
  'award.step.1': 0,
  'award.step.2': 0,
  'award.step.3': 0,
  'award.step.4': 0,
  'award.children_share': 0,
  'award.provincial_match': 0,
  'award.weight.other_province': 1,
  'award.weight.province': 0.5,
  'award.weight.same_city': 0.25,
  'pool.share.other_province': 0.2,
  'pool.share.province': 0.4,
  'pool.settlers': 1_000_000,
  'pool.settlers_growth': 0,
  'award.envelope.2025': 1_000_000_000,
  'award.envelope_growth': 0,
};
const cityYuan = (result: ReturnType<typeof smallResult>, form: string, year: number, part?: string): number =>
  result.award.amounts
    .filter(
      (each) => each.form === form && each.area === 'city' && each.year === year && (part ?? each.part) === each.part,
    )
    .reduce((sum, { yuan }) => sum + yuan, 0);

describe('the award, worked by hand', () => {
  it('shares the envelope by weighted settlers of the year before', () => {
    // 2026 counts 2025, t = 2; mean of replicates: 100(k+1) + 20 + 30 + 50a for the tiers k = 0..3
    // other province 150 + 200, province 250 + 300, city 350 + 400 and 450 + 500
    const weighted = 350 + 0.5 * 550 + 0.25 * (750 + 950);
    // the pool: (1 x 0.2 + 0.5 x 0.4 + 0.25 x 0.4) a settler, a million settlers, a billion yuan: 2,000 yuan
    const result = smallResult(plain);
    expect(result.award.rates.find(({ form, year }) => form === 'envelope' && year === 2026)).toMatchObject({
      yuanPerWeightedSettler: 2000,
      yuanPerChild: 0,
    });
    expect(cityYuan(result, 'envelope', 2026)).toBeCloseTo(2000 * weighted, 6);
  });

  it('steps earlier vintages down, and takes the first year for those before the run', () => {
    const result = smallResult({ ...plain, 'award.step.1': 0.5, 'award.step.2': 0.1, 'award.earlier': 0.5 });
    const base = result.award.base.find(({ area, year }) => area === 'city' && year === 2026)!;
    // 2025, 2024, then half of 2024 for 2023
    expect(base.counted.other_province.slice(0, 3)).toEqual([350, 330, 165]);
    expect(base.weighted).toBeCloseTo(
      [1, 0.5, 0.1].reduce(
        (sum, step, age) =>
          sum +
          step *
            (base.counted.other_province[age] + 0.5 * base.counted.province[age] + 0.25 * base.counted.same_city[age]),
        0,
      ),
    );
  });

  it('keeps the rate of one year where the amount is fixed, so that it does not dilute', () => {
    const result = smallResult({ ...plain, 'award.fixed_year': 2025, 'award.envelope_growth': 0.1 });
    const rate = (form: string, year: number) =>
      result.award.rates.find((each) => each.form === form && each.year === year)!.yuanPerWeightedSettler;
    expect(rate('fixed', 2026)).toBe(rate('fixed', 2025));
    expect(rate('fixed', 2025)).toBeCloseTo(rate('envelope', 2025), 9);
    expect(rate('envelope', 2026)).toBeCloseTo(rate('envelope', 2025) * 1.1, 9);
  });

  it('leaves students and veterans out where their switches are off', () => {
    const on = smallResult(plain).award.base.find(({ area, year }) => area === 'city' && year === 2026)!;
    const off = smallResult({ ...plain, 'award.students': 0, 'award.veterans': 0 }).award.base.find(
      ({ area, year }) => area === 'city' && year === 2026,
    )!;
    // two areas; the city's tier is made of two
    expect(on.counted.other_province[0] - off.counted.other_province[0]).toBe(2 * (4 + 2));
    expect(on.counted.same_city[0] - off.counted.same_city[0]).toBe(4 * (4 + 2));
  });

  it('counts permits only where a rule does', () => {
    expect(cityYuan(smallResult(plain), 'envelope', 2026, 'permits')).toBe(0);
    // permits of 2025: (312 + 322) / 2 in each of the two areas
    expect(cityYuan(smallResult({ ...plain, 'award.permits': 1 }), 'envelope', 2026, 'permits')).toBeCloseTo(
      2000 * 0.2 * 634,
      6,
    );
  });

  it('gives accompanying children their part of the envelope', () => {
    const result = smallResult({
      ...plain,
      'award.children_share': 0.25,
      'pool.children': 1_000_000,
      'pool.children_growth': 0,
    });
    // children of 2025: 500 + 30 + 10 and one more in the second area, in the mean
    expect(cityYuan(result, 'envelope', 2026, 'children')).toBeCloseTo(250 * (540 + 541), 6);
  });

  it('tells what one more settler brings in the first year and over the step-down', () => {
    const { newSettler } = smallResult({ ...plain, 'award.step.1': 0.5 }).award;
    const of = (tier: string) =>
      newSettler.find((row) => row.form === 'envelope' && row.tier === tier && row.settled === 2025)!;
    // two vintages of 1.5 in all share a billion: 2,000 / 1.5 yuan a weighted settler
    expect(of('other_province').firstYuan).toBeCloseTo(2000 / 1.5, 6);
    expect(of('other_province').allYuan).toBeCloseTo(2000, 6);
    expect(of('same_city').allYuan).toBeCloseTo(500, 6);
  });

  it('adds the province’s own by its match', () => {
    const without = cityYuan(smallResult(plain), 'envelope', 2026);
    expect(cityYuan(smallResult({ ...plain, 'award.provincial_match': 0.5 }), 'envelope', 2026)).toBeCloseTo(
      1.5 * without,
      6,
    );
  });
});

it('the award of a year arrives and is spent to the last yuan or carried over', () => {
  const cash = smallResult().award.cash.filter(({ form }) => form === 'envelope');
  const sum = (of: (row: (typeof cash)[number]) => number): number => cash.reduce((total, row) => total + of(row), 0);
  const late = (1 - 0.875) * 0.3 * cash.at(-1)!.awarded;
  expect(sum((row) => row.received)).toBeCloseTo(sum((row) => row.awarded) - late, 4);
  expect(sum((row) => row.spent) + cash.at(-1)!.carriedOut).toBeCloseTo(
    sum((row) => row.received),
    4,
  );
});

it('intervals are quantiles of type 7 over the replicates, and follow the coefficients', () => {
  expect(quantile7([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12);
  expect(quantile7([5], 0.9)).toBe(5);
  const doubled = smallResult({ 'award.difficulty': 2 * 1 });
  const once = smallResult();
  once.award.intervals.forEach(({ p10, p90 }, i) => {
    expect(doubled.award.intervals[i].p10).toBeCloseTo(2 * p10, 4);
    expect(doubled.award.intervals[i].p90).toBeCloseTo(2 * p90, 4);
    expect(p10).toBeLessThan(p90);
  });
});

it('the same counts and coefficients give the same result', () => {
  const result = smallResult();
  expect(smallResult()).toEqual(result);
  expect(result.counts).toEqual(smallCounts());
});

describe('the fund and its pool', () => {
  const rates = (result: ReturnType<typeof smallResult>, year: number) =>
    result.award.rates.find((each) => each.form === 'envelope' && each.year === year)!;

  it('pay nothing before the fund was set up, and children nothing before their part was', () => {
    const late = smallResult({ 'award.first_year': 2025, 'award.children_from': 2026 });
    expect(rates(late, 2024)).toMatchObject({ yuanPerWeightedSettler: 0, yuanPerChild: 0 });
    expect(rates(late, 2025).yuanPerChild).toBe(0);
    expect(rates(late, 2026).yuanPerChild).toBeGreaterThan(0);
    // the settlers have the whole envelope while there is no children part
    expect(rates(late, 2025).yuanPerWeightedSettler).toBeCloseTo(
      rates(smallResult({ 'award.children_share': 0 }), 2025).yuanPerWeightedSettler,
      9,
    );
    expect(late.award.amounts.filter(({ year }) => year === 2024).every(({ yuan }) => yuan === 0)).toBe(true);
  });

  it('count settlers of the nation as published, year by year', () => {
    const only = { 'award.step.1': 0, 'award.step.2': 0, 'award.step.3': 0, 'award.step.4': 0 };
    const pool = (values: Record<string, number>, year: number) =>
      smallResult({ ...only, ...values }).award.pool.find((each) => each.year === year)!.weighted;
    const mix = 0.2 * 1 + 0.35 * 0.6 + 0.45 * 0.4;
    expect(pool({}, 2024)).toBeCloseTo(10_000_000 * mix, 3);
    expect(pool({ 'award.lag': 6 }, 2024)).toBeCloseTo(13_900_000 * mix, 3);
    expect(pool({ 'pool.reclassified_share': 0.25 }, 2024)).toBeCloseTo(7_500_000 * mix, 3);
  });
});

describe('what bureaus state', () => {
  const stated = (rows: readonly StatedCount[]) => fiscal({ ...smallCounts(), stated: rows }, coefficientsWith());
  const police = {
    area: '150402',
    year: 2025,
    item: 'settlers.other_province',
    value: 900,
    source: '公安〔2025〕1号',
  } as const;
  const before = smallResult();
  const base = (result: ReturnType<typeof smallResult>, area: string, year: number) =>
    result.award.base.find((row) => row.area === area && row.year === year)!;

  it('stands in place of the simulated count in its county, tier and year, and nowhere else', () => {
    const after = stated([police]);
    expect(base(after, '150402', 2026).counted.other_province[0]).toBe(900);
    expect(
      base(after, 'city', 2026).counted.other_province[0] - base(before, 'city', 2026).counted.other_province[0],
    ).toBe(900 - 150);
    expect(base(after, '150421', 2026)).toEqual(base(before, '150421', 2026));
    expect(base(after, '150402', 2025)).toEqual(base(before, '150402', 2025));
    // and carries no uncertainty of the simulation
    const one = stated(
      (['other_province', 'province', 'same_city', 'same_county'] as const).flatMap((tier) =>
        ['150402', '150421'].flatMap((area) =>
          [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => ({
            ...police,
            area,
            year,
            item: `settlers.${tier}` as const,
          })),
        ),
      ),
    );
    const interval = one.award.intervals.find(
      ({ form, area, year }) => form === 'envelope' && area === 'city' && year === 2026,
    )!;
    const children = one.award.amounts.find(
      ({ form, area, year, part }) => form === 'envelope' && area === 'city' && year === 2026 && part === 'children',
    )!;
    expect(interval.p90 - interval.p10).toBeLessThan(0.05 * children.yuan);
  });

  it('takes the vintages before the run, and is counted whatever the switches say', () => {
    const after = fiscal(
      { ...smallCounts(), stated: [{ ...police, year: 2022 }] },
      coefficientsWith({ 'award.students': 0, 'award.veterans': 0 }),
    );
    // 2024 counts 2023, 2022, ...
    expect(base(after, '150402', 2024).counted.other_province[1]).toBe(900);
  });

  it('moves the cost of the settled with their number', () => {
    const row = (result: ReturnType<typeof smallResult>) =>
      result.budget.rows.find(({ area, level, year }) => area === '150402' && level === 'local' && year === 2026)!;
    const after = stated([police]);
    expect(row(after).settledPersons / row(before).settledPersons).toBeCloseTo(
      row(after).grossYuan / row(before).grossYuan,
      9,
    );
    expect(row(after).grossYuan).toBeGreaterThan(row(before).grossYuan);
  });

  it('of money received, spent and carried over replaces the rules of timing', () => {
    const year = 2025;
    const after = stated([
      { area: '150402', year, item: 'received.settlers', value: 3_000_000, source: '文件' },
      { area: '150402', year, item: 'received.children', value: 1_000_000, source: '文件' },
      { area: '150421', year, item: 'received.settlers', value: 0, source: '文件' },
      { area: '150421', year, item: 'received.children', value: 0, source: '文件' },
      { area: 'city', year, item: 'carried_in', value: 500_000, source: '决算' },
      { area: 'city', year, item: 'spent', value: 4_400_000, source: '决算' },
    ]);
    const cash = after.award.cash.find((row) => row.form === 'envelope' && row.year === year)!;
    expect(cash).toMatchObject({ received: 4_000_000, carriedIn: 500_000, spent: 4_400_000, carriedOut: 100_000 });
    expect(cash.spentShare).toBeCloseTo(4.4 / 4.5, 12);
    const row = after.budget.rows.find(
      (each) => each.area === '150402' && each.level === 'local' && each.year === year,
    )!;
    expect(row.settlers.awardYuan).toEqual({ envelope: 3_000_000, fixed: 3_000_000 });
  });
});
