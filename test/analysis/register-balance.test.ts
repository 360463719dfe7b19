import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceInputs } from '../../src/analysis/register-balance/balance-inputs.ts';
import { meanRate, naturalRate } from '../../src/analysis/register-balance/natural-rate.ts';
import { combined, exactly, type Ranged } from '../../src/analysis/register-balance/ranged.ts';
import { type BalanceInput, registerBalance } from '../../src/analysis/register-balance/register-balance.ts';
import { registeredFigures } from '../../src/analysis/register-balance/registered-figure.ts';
import { registerBalanceReport } from '../../src/analysis/register-balance/report.ts';
import { yearlyOutflows } from '../../src/analysis/register-balance/yearly-outflow.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { readData } from '../../src/scenario/read-data.ts';

const share = (value: number | Ranged, published = true) => ({
  ...(typeof value === 'number' ? exactly(value) : value),
  published,
});
const input = (changes: Partial<BalanceInput> = {}): BalanceInput => ({
  area: 'city',
  from: 2020,
  to: 2021,
  registered: [exactly(4_534_000), exactly(4_514_000)],
  townShare: [share(0.3), null],
  naturalRate: exactly(0),
  ...changes,
});
const load = (scenario: string) => loadInputs({ scenario, overrides: {}, sample: 1 }, 'en');

describe('the balance of a register', () => {
  // 4.534 million registered, 20,000 lost a year, 30 % on a town register, births as many as deaths: at a flat share S + R is
  // (1 - r) O_u - r O_v, so 0.7 of the loss when all of it is urban
  test('bounds what can have settled at a flat share', () => {
    const { outflow, mostAtFlatShare, most, mostPerTenthOfAPoint } = registerBalance(input());
    expect(outflow.value).toBe(20_000);
    expect(mostAtFlatShare.value).toBeCloseTo(14_000, 6);
    expect(most).toEqual(mostAtFlatShare);
    expect(mostPerTenthOfAPoint).toBe(4514);
  });

  test('every tenth of a point a year that the share rises adds what is said', () => {
    const flat = registerBalance(input());
    const rising = registerBalance(input({ townShare: [share(0.3), share(0.302)] }));
    expect(rising.most.value - flat.mostAtFlatShare.value).toBeCloseTo(2 * flat.mostPerTenthOfAPoint, 6);
  });

  test('whatever settled, was reclassified, was born, died and left lies inside the bounds', () => {
    const persons = fc.integer({ min: 50_000, max: 2_000_000 });
    const flow = fc.integer({ min: 0, max: 20_000 });
    const rate = fc.double({ min: -0.01, max: 0.015, noNaN: true });
    fc.assert(
      fc.property(persons, persons, flow, flow, flow, flow, flow, rate, (u0, v0, s, from, r, ou, ov, n) => {
        const years = 3;
        // stocks after three years of even flows, natural change on the mean of both ends
        const grown = (before: number, gain: number): number =>
          (before * (1 + (n * years) / 2) + years * gain) / (1 - (n * years) / 2);
        const u1 = grown(u0, s + from + r - ou);
        const v1 = grown(v0, -s - r - ov);
        fc.pre(u1 > 0 && v1 > 0);
        const { most, least, change, natural, outflow } = registerBalance({
          area: 'city',
          from: 2010,
          to: 2013,
          registered: [exactly(u0 + v0), exactly(u1 + v1)],
          townShare: [share(u0 / (u0 + v0)), share(u1 / (u1 + v1))],
          naturalRate: exactly(n),
        });
        expect(most.value - (s + r)).toBeCloseTo(ov, 4);
        expect(s + from + r - least.value).toBeCloseTo(ou, 4);
        expect(natural.value - outflow.value).toBeCloseTo(change.value, 6);
        expect(outflow.value).toBeCloseTo(ou + ov - from, 4);
      }),
    );
  });

  test('a figure with a range gives bounds with a range around the same middle', () => {
    const wide = registerBalance(
      input({ townShare: [share({ value: 0.3, low: 0.28, high: 0.32 }, false), share(0.3)] }),
    );
    const { most } = registerBalance(input({ townShare: [share(0.3), share(0.3)] }));
    expect(wide.most.value).toBe(most.value);
    expect(wide.most.high - wide.most.value).toBeCloseTo(0.02 * 4_534_000, 4);
    expect(wide.most.value - wide.most.low).toBeCloseTo(0.02 * 4_534_000, 4);
  });
});

test('combined figures reach their ends where each figure is at one of its own', () => {
  const a = { value: 2, low: 1, high: 4 };
  const b = { value: 3, low: -1, high: 5 };
  expect(combined([a, b], (x, y) => x * y)).toEqual({ value: 6, low: -4, high: 20 });
  expect(combined([], () => 7)).toEqual(exactly(7));
});

describe('registered persons', () => {
  test('are those somebody counted, with every source and its rounding in the range', () => {
    const chifeng = registeredFigures(readData, '150400');
    expect(chifeng.get(2020)).toMatchObject({ value: 4_570_000, low: 4_565_000, high: 4_575_000 });
    // yearbook 4,577,400, census 4,583,636, a repost 4.6 million
    expect(chifeng.get(2010)).toMatchObject({ value: 4_577_400, low: 4_577_350, high: 4_605_000 });
  });

  test('are absent where the figure is an assumption', () => {
    expect(registeredFigures(readData, '150200').has(2020)).toBe(false);
    expect(registeredFigures(readData, '150200').has(2019)).toBe(true);
    expect(registeredFigures(readData, '150404').has(2020)).toBe(false);
  });
});

describe('natural change', () => {
  const chifeng = naturalRate(readData, ['150400', '150000']);

  test('is the published births less deaths where there are both', () => {
    expect(chifeng(2010)).toBeCloseTo(0.0089 - 0.00542, 8);
    expect(chifeng(2017)).toBeCloseTo(0.0105 - 0.0064, 8);
  });

  test('moves as the province does where the city has none', () => {
    const region = naturalRate(readData, ['150000']);
    expect(region(2022)).toBeCloseTo(0.00558 - 0.00783, 8);
    expect(chifeng(2022) - region(2022)).toBeCloseTo(chifeng(2017) - region(2017), 8);
    expect(region(2020)).toBeCloseTo((0.00823 - 0.00566 + 0.00626 - 0.00754) / 2, 8);
    expect(region(2023)).toBeCloseTo(0.005 - 0.00842, 8);
    expect(region(2030)).toBe(region(2023));
  });

  test('of a county keeps the distance it had from the prefecture', () => {
    const county = naturalRate(readData, ['150422', '150400', '150000']);
    expect(county(2015) - chifeng(2015)).toBeCloseTo(county(2010) - chifeng(2010), 8);
  });

  test('of nowhere is none, and is never taken for certain', () => {
    expect(naturalRate(readData, [])(2015)).toBe(0);
    const { value, low, high } = meanRate(chifeng, 2010, 2012);
    expect(value).toBeCloseTo((chifeng(2011) + chifeng(2012)) / 2, 10);
    expect(high - low).toBeGreaterThan(0);
  });
});

describe('what is known of Chifeng', () => {
  const hindcast = load('scenarios/chifeng/hindcast-2010.yaml');
  const { scenario: later } = load('scenarios/chifeng.yaml');
  const known = balanceInputs(readData, hindcast, { to: 2020, last: 2020, later });
  const of = (area: string) => known.find((each) => each.area === area)!;

  test('begins with the census and ends with the yearbook', () => {
    expect(of('city')).toMatchObject({ from: 2010, to: 2020 });
    expect(of('city').registered.map(({ value }) => value)).toEqual([4_583_636, 4_570_000]);
    expect(of('150426').registered.map(({ value }) => value)).toEqual([485_134, 470_354]);
  });

  test('takes a printed share before one that a scenario states', () => {
    expect(of('150403').townShare[1]).toMatchObject({ value: 0.504, low: 0.504, high: 0.504, published: true });
    // no rate of 2020 was printed for the city: it lies between those of 2017 and 2022
    expect(of('city').townShare[1]).toMatchObject({ published: false });
    expect(of('city').townShare[1]!.value).toBeGreaterThan(0.3069);
    expect(of('city').townShare[1]!.value).toBeLessThan(0.3087);
  });

  test('leaves out districts whose figure is an assumption', () => {
    expect(of('150404')).toBeUndefined();
  });

  test('does not reach beyond the run', () => {
    const projection = load('scenarios/chifeng.yaml');
    const years = balanceInputs(readData, projection, { to: 2022, last: 2022 }).map(({ to }) => to);
    expect(Math.max(...years)).toBe(2022);
    expect(balanceInputs(readData, projection, { to: 2022, last: 2020 })).toEqual([]);
  });

  test('a share of later years is not made up where no scenario states one', () => {
    const alone = balanceInputs(readData, hindcast, { to: 2020, last: 2020 });
    expect(alone.find(({ area }) => area === 'city')?.townShare[1]).toBeNull();
  });
});

test('the net outflow of single years adds up to what left, and a clean-up stands out', () => {
  const years = yearlyOutflows(readData, '150400');
  for (const { change, natural, outflow } of years) expect(natural - outflow).toBeCloseTo(change, 6);
  // the register of Chifeng lost 31,700 in 2015 after growing for years
  expect(years.filter(({ administrative }) => administrative).map(({ year }) => year)).toEqual([2015]);
  expect(yearlyOutflows(readData, '152200')).toEqual([]);
});

test('the report says it in both languages with the same figures', () => {
  const hindcast = load('scenarios/chifeng/hindcast-2010.yaml');
  const { scenario: later } = load('scenarios/chifeng.yaml');
  const { balances, checks, sentences } = registerBalanceReport(readData, hindcast, { to: 2020, last: 2020, later });
  expect(balances[0]?.area).toBe('city');
  expect(balances.length).toBeGreaterThan(8);
  expect(checks).toEqual([]);
  expect(sentences[0]).toEqual({
    zh: '户籍人口：2010年末4,583,636人，2020年末4,570,000人，年均-1,400（-4,000至-230）人。',
    en: 'Registered persons: 4,583,636 at the end of 2010, 4,570,000 at the end of 2020: -1,400 (-4,000 to -230) a year.',
  });
  expect(sentences.map(({ en }) => en).join('\n')).toMatch(/2015 \(\+40,600\)/);
  for (const { zh, en } of sentences) {
    const figures = (text: string) => text.match(/\d[\d,.]*\d/g)?.sort();
    expect(figures(zh)).toEqual(figures(en));
    expect(en).not.toMatch(/[\u4e00-\u9fff（]/);
  }
});
