import { describe, expect, it } from 'vitest';
import type { Prospect } from '../../../src/analysis/county/prospects.ts';
import {
  type CountyOutcome,
  countyTargets,
  eldersExpected,
  firstFlows,
  HORIZON,
  improvedFlows,
} from '../../../src/analysis/county/solve-flows.ts';
import { countySpread } from '../../../src/analysis/county/spread.ts';
import type { CountyFlows } from '../../../src/scenario/city-data.ts';

const prospect = (changes: Partial<Prospect>): Prospect => ({
  ...{ code: '1', prefecture: '9', baseYear: 2010, withoutFold: null, ownNet: 0 },
  closed: Float64Array.of(600, 400),
  expected: Float64Array.of(700, 500),
  urbanShare: [0.4, 0.5],
  outsiders: [0.1, 0.05],
  ...changes,
});
const counted = { population: 1000, fromOtherCounty: 50, fromOtherProvince: 20 };

describe('targets of counties', () => {
  it('are from 2010 what the regression expects, whatever births and deaths of the run come to', () => {
    const [target] = countyTargets([prospect({})], [counted], 0.3);
    expect(target.residents(1)).toBe(1200);
    expect(target).toMatchObject({ code: '1', urbanShare: 0.5, outsiders: [0.1, 0.05], insideShare: 0.3 });
    expect(target.children).toBe(1200); // the first two groups of five years
  });

  it('are from 2020 the pattern of before at about half the pace', () => {
    // net: -0.008 + 0.27 own + 0.21 told; told = ln(1200 / 1000)
    const [target] = countyTargets([prospect({ baseYear: 2020, ownNet: 0.1 })], [counted], 0.3);
    expect(target.residents(900)).toBeCloseTo(900 * Math.exp(-0.008 + 0.027 + 0.21 * Math.log(1.2)), 8);
    // alone in its prefecture a county follows the line of the level: 1.044 - (1.044 - 0.4) 0.852
    expect(target.urbanShare).toBeCloseTo(1.044 - (1.044 - 0.4) * 0.852, 12);
    // of the shift of log-odds of outsiders 0.45
    const logit = (x: number): number => Math.log(x / (1 - x));
    const near = logit(0.05) + 0.45 * (logit(0.1) - logit(0.05));
    expect(logit(target.outsiders[0])).toBeCloseTo(near, 8);
  });

  it('take the regression for what a county did before where its land cannot be matched', () => {
    const [target] = countyTargets([prospect({ baseYear: 2020, ownNet: Number.NaN })], [counted], 0.3);
    expect(target.residents(900)).toBeCloseTo(900 * Math.exp(-0.008 + 0.48 * Math.log(1.2)), 8);
  });

  it('part counties by 0.55 of what the regression parts them by, and none loses townspeople or passes all', () => {
    const share = (now: number, after: number): Prospect => prospect({ baseYear: 2020, urbanShare: [now, after] });
    const [slow, fast] = countyTargets([share(0.4, 0.45), share(0.4, 0.55)], [counted, counted], 0.3);
    expect(fast.urbanShare - slow.urbanShare).toBeCloseTo(0.055, 12);
    const [falls, full] = countyTargets([share(0.9, 0.5), share(0.997, 0.999)], [counted, counted], 0.3);
    expect(falls.urbanShare).toBe(0.9);
    expect(full.urbanShare).toBe(0.998);
  });
});

describe('a step towards them', () => {
  const flows: CountyFlows = {
    ...{
      leaving: 0.01,
      townward: 0.004,
      arriving: [0.002, 0.001],
      students: 0.003,
      elders: -0.01,
      draw: -0.5,
      reclassified: 0.005,
      births: 1.1,
      jobChances: [1, 0.8, 0.7, 0.6],
    },
    spread: { net: 0.1, urban: 0.05 },
  };
  const [target] = countyTargets([prospect({ expected: Float64Array.of(180, 120, 780, 60, 60) })], [counted], 0.25); // 1200 residents, 120 of 15-24, 120 and 60 outsiders, 30 neighbours
  /** A run that came there exactly. */
  const met: CountyOutcome = {
    ...{
      base: 1000,
      withoutMoves: 1000,
      residents: 1200,
      children: 300,
      youths: 120,
      elders: [100, 0],
      urban: 600,
      jobChances: [1, 0.8, 0.7, 0.6],
    },
    inside: [20, 30],
    outsiders: [90, 60],
  };

  it('changes nothing where the run came to the target', () => {
    const { flows: next, off } = improvedFlows(flows, target, met, 1);
    expect(next).toEqual(flows);
    expect(off).toEqual({ residents: 0, urbanShare: 0, children: 0, youths: 0, elders: 0 });
  });

  it('makes up for missing outsiders by arrivals, one and a half times, and takes no more to leave for it', () => {
    const { flows: next } = improvedFlows(
      flows,
      target,
      { ...met, residents: 1180, urban: 590, outsiders: [80, 50] },
      1,
    );
    const each = (1.5 * 10) / (HORIZON * 1000);
    expect(next.arriving[0]).toBeCloseTo(0.002 + each, 12);
    expect(next.arriving[1]).toBeCloseTo(0.001 + each, 12);
    expect(next.leaving).toBeCloseTo(flows.leaving, 12);
  });

  it('makes up for missing people of 15-24 by students, who are residents and outsiders as well', () => {
    const { flows: next, off } = improvedFlows(flows, target, { ...met, youths: 90 }, 1);
    expect(next.students).toBeCloseTo(0.003 + (1.5 * 30) / 10_000, 12);
    expect(off.youths).toBeCloseTo(Math.log(90 / 120), 12);
    // 30 more come to study: 18 of the province, 12 of others, so that as many others come less
    expect(next.arriving[0]).toBeCloseTo(0.002 - (1.5 * 18) / 10_000, 12);
    expect(next.arriving[1]).toBeCloseTo(0.001 - (1.5 * 12) / 10_000, 12);
    expect(next.leaving).toBeCloseTo(flows.leaving, 12);
    // nobody comes where too many are there already
    expect(improvedFlows(flows, target, { ...met, youths: 300 }, 1).flows.students).toBe(0);
  });

  it('makes up for missing old people by parents who follow, who are outsiders where they come and no more need to stay', () => {
    const old = Float64Array.of(180, 120, 780, 60, 60, ...Array.from({ length: 7 }, () => 0), 100);
    const [aged] = countyTargets([prospect({ expected: old })], [counted], 0.25);
    expect(aged.elders).toBe(100);
    const there = {
      ...met,
      residents: 1300,
      youths: 120,
      urban: 650,
      outsiders: [97.5, 65],
      inside: [20, 32.5],
    } as const;
    // 20 of the hundred are missing among 90 on average, so that 20 others are too many
    const { flows: next, off } = improvedFlows({ ...flows, elders: 0 }, aged, { ...there, elders: [100, 80] }, 1);
    const rate = (1.2 * 20) / (HORIZON * 90);
    expect(next.elders).toBeCloseTo(rate, 12);
    expect(off.elders).toBeCloseTo(Math.log(80 / 100), 12);
    expect(next.arriving[0] + next.arriving[1]).toBeLessThan(0.003);
    // where the county keeps too many they leave, and somebody else may stay
    const { flows: fewer } = improvedFlows({ ...flows, elders: 0 }, aged, { ...there, elders: [100, 120] }, 1);
    expect(fewer.elders).toBeCloseTo((-1.2 * 20) / (HORIZON * 110), 12);
    expect(fewer.leaving).toBeLessThan(flows.leaving);
    // never more than four in a hundred a year
    expect(improvedFlows(flows, aged, { ...there, elders: [10, 500] }, 1).flows.elders).toBe(-0.04);
    // from 2020 nothing says how many there should be
    const [since] = countyTargets([prospect({ baseYear: 2020, expected: old })], [counted], 0.25);
    expect(since.elders).toBeUndefined();
    expect(improvedFlows(flows, since, { ...there, elders: [100, 80] }, 1).flows.elders).toBe(flows.elders);
  });

  it('makes up for other missing residents by those who leave, each decision moving 1.6', () => {
    const { flows: next, off } = improvedFlows(flows, target, { ...met, residents: 1168, urban: 584 }, 0.5);
    expect(next.leaving).toBeCloseTo(0.01 - (1.5 * 32 * 0.5) / (HORIZON * 1000) / 1.6, 12);
    expect(next.arriving).toEqual(flows.arriving);
    expect(off.residents).toBeCloseTo(Math.log(1168 / 1200), 12);
  });

  it('halves missing townspeople between moves within the county and reclassified villagers', () => {
    const { flows: next, off } = improvedFlows(flows, target, { ...met, urban: 540 }, 1);
    expect(next.townward).toBeCloseTo(0.004 + (0.5 * 1.3 * 60) / 10_000 / 1.6, 12);
    expect(next.reclassified).toBeCloseTo(0.005 + (0.5 * 60) / 10 / (1000 - 540), 12);
    expect(off.urbanShare).toBeCloseTo(-0.05, 12);
  });

  it('draws more neighbours where too few came', () => {
    // 30 are wanted and 20 there; of 20 before 15 are still there, so 5 came and 15 should have: no more than 2.5 times at once
    const { flows: next } = improvedFlows(flows, target, { ...met, residents: 1190, inside: [20, 20] }, 1);
    expect(next.draw).toBeCloseTo(-0.5 + 0.55 * Math.log(2.5), 12);
    const { flows: fewer } = improvedFlows(flows, target, { ...met, inside: [20, 34] }, 1);
    expect(fewer.draw).toBeCloseTo(-0.5 + 0.55 * Math.log(15 / 19), 12);
  });

  it('makes up for missing children by births, within two and a half times, and knows none from 2020', () => {
    const { flows: next, off } = improvedFlows(flows, target, { ...met, children: 240 }, 0.5);
    expect(next.births).toBeCloseTo(1.1 * (300 / 240) ** 0.5, 12);
    expect(off.children).toBeCloseTo(Math.log(240 / 300), 12);
    expect(next.leaving).toBe(flows.leaving);
    expect(improvedFlows(flows, target, { ...met, children: 20 }, 1).flows.births).toBe(2.5);
    const [since] = countyTargets([prospect({ baseYear: 2020 })], [counted], 0.25);
    expect(improvedFlows(flows, since, { ...met, children: 20 }, 1).flows.births).toBe(1.1);
  });

  it('leaves to arrivals what nobody who stays can make up, and stays within bounds', () => {
    const few = { ...met, residents: 600, urban: 300 };
    const { flows: next } = improvedFlows(flows, target, few, 1);
    const unbounded = 0.01 - (1.5 * 600) / 10_000 / 1.6;
    expect(next.leaving).toBe(-0.03);
    expect(next.arriving[0]).toBeCloseTo(0.002 + (-0.03 - unbounded) * 1.6, 12);
    const { flows: most } = improvedFlows(flows, target, { ...met, outsiders: [-5000, 60] }, 1);
    expect(most.arriving[0]).toBe(0.2);
  });

  it('begins from hardly any moves, the whole way', () => {
    const begun = firstFlows(target, { ...met, residents: 1168, urban: 584 }, flows);
    expect(begun.leaving).toBeCloseTo(-(1.5 * 32) / 10_000 / 1.6, 12);
    expect(begun).toMatchObject({ draw: -0.5, reclassified: 0.005, spread: flows.spread });
  });
});

describe('parents who follow their children', () => {
  const groups = (parents: number, old: number): Float64Array =>
    Float64Array.from({ length: 18 }, (_, g) => (g >= 6 && g < 10 ? parents / 4 : g >= 12 ? old / 6 : 50));
  const of = (baseYear: 2010 | 2020, parents: number, old: number): Prospect =>
    prospect({ baseYear, closed: groups(400, 200), expected: groups(parents, old) });

  it('come as the regression lets expect beyond the nation, less those who move with families', () => {
    // longer lives everywhere are no move
    expect([...eldersExpected([of(2010, 400, 240), of(2010, 400, 240)])]).toEqual([0, 0]);
    const [gains, loses] = eldersExpected([of(2010, 440, 240), of(2010, 360, 200)]);
    const nation = Math.log(240 / 200) / 2;
    expect(gains).toBeCloseTo((1.2 * (Math.log(1.2) - nation - 0.23 * Math.log(1.1))) / HORIZON, 12);
    expect(loses).toBeCloseTo((1.2 * (0 - nation - 0.23 * Math.log(0.9))) / HORIZON, 12);
  });

  it('come at half the pace from 2020, and no more than four in a hundred a year', () => {
    const [slow] = eldersExpected([of(2020, 440, 240), of(2020, 360, 200)]);
    const [fast] = eldersExpected([of(2010, 440, 240), of(2010, 360, 200)]);
    expect(slow / fast).toBeCloseTo(0.48, 10);
    expect(eldersExpected([of(2010, 400, 2000), of(2010, 400, 20)])[0]).toBe(0.04);
  });
});

describe('what is not known of a county', () => {
  const county = {
    ...{ name: { zh: '甲县', en: 'A' }, level: 'county' as const, central: false },
    population: Math.exp(12.7),
    urban: Math.exp(12.7) / 2,
  };

  it('is the constant in a county of usual size, half of it in town', () => {
    const { net, urban } = countySpread(county, '410000');
    expect(net).toBeCloseTo(Math.exp(-2.652), 10);
    expect(urban).toBeCloseTo(Math.exp(-3.138), 10);
  });

  it('is more of districts, small counties and those of Xinjiang', () => {
    const usual = countySpread(county, '410000').net;
    expect(countySpread({ ...county, level: 'district' }, '410000').net / usual).toBeCloseTo(Math.exp(0.443), 10);
    const small = { ...county, population: county.population / Math.E, urban: county.urban / Math.E };
    expect(countySpread(small, '410000').net / usual).toBeCloseTo(Math.exp(0.112), 10);
    expect(countySpread(county, '653100').net / usual).toBeCloseTo(Math.exp(0.178), 10);
  });
});
