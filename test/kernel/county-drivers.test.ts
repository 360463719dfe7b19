import { describe, expect, it } from 'vitest';
import { countyDrivers, studentFrom } from '../../src/kernel/county-drivers.ts';
import { normalQuantile } from '../../src/math/normal-quantile.ts';
import type { CityData } from '../../src/scenario/city-data.ts';

type Place = Parameters<typeof countyDrivers>[1];

const scenario = { seed: 'luohu', uncertainty: 'prior', city: '411200', baseYear: 2020 } as const;
const valuesWith = (net: number, urban = net) =>
  ({ 'moves.netSpread': net, 'moves.urbanSpread': urban }) as Parameters<typeof countyDrivers>[3][number];
const years = Array.from({ length: 11 }, () => valuesWith(1));

/** Areas of these codes, all with the spreads given. */
const place = (codes: readonly string[], net: number, urban = net): Place => ({
  areas: codes.map((code) => ({ code }) as CityData['areas'][number]),
  flows: codes.map(() => ({
    ...{
      leaving: 0,
      townward: 0,
      arriving: [0, 0] as const,
      students: 0,
      elders: 0,
      draw: 0,
      reclassified: 0,
      births: 1,
      jobChances: [1],
    },
    spread: { net, urban },
  })),
});
const two = place(['411221', '411224'], 0.07, 0.04);

describe('drivers of counties', () => {
  it('are none where nothing is uncertain', () => {
    const { net, urban } = countyDrivers({ ...scenario, uncertainty: 'fixed' }, two, 3, years);
    expect([...net, ...urban].flatMap((each) => [...each]).filter((shock) => shock !== 0)).toEqual([]);
    expect(net).toHaveLength(years.length);
  });

  it('are the same for a replicate whatever else a scenario says, and in its first years however long it runs', () => {
    const drivers = countyDrivers(scenario, two, 3, years);
    const other = { ...scenario, policy: { without: ['sanmenxia-2019'], add: [], readings: {} }, replicates: 3 };
    expect(countyDrivers(other, two, 3, years)).toEqual(drivers);
    expect(countyDrivers(scenario, two, 3, years.slice(0, 4)).net).toEqual(drivers.net.slice(0, 4));
    expect(countyDrivers(scenario, two, 4, years)).not.toEqual(drivers);
    expect(countyDrivers({ ...scenario, seed: 'other' }, two, 3, years)).not.toEqual(drivers);
  });

  it('are as wide as a scenario says, from the year it says it', () => {
    const usual = countyDrivers(scenario, two, 3, years).net;
    const wide = countyDrivers(scenario, two, 3, [...years.slice(0, 5), ...years.slice(5).map(() => valuesWith(2, 0))]);
    expect(wide.net.slice(0, 5)).toEqual(usual.slice(0, 5));
    expect([...wide.net[7]]).toEqual([...usual[7]].map((shock) => 2 * shock));
    expect([...wide.urban[7]]).toEqual([0, 0]);
  });

  it('go with the code of a county, not with its place in the list', () => {
    const { net } = countyDrivers(scenario, two, 3, years);
    const turned = countyDrivers(scenario, place(['411224', '411221'], 0.07, 0.04), 3, years);
    expect(turned.net.map(([a, b]) => [b, a])).toEqual(net.map(([a, b]) => [a, b]));
    expect(net[0][0]).not.toBe(net[0][1]);
  });

  it('have what a prefecture shares in common, and nothing else', () => {
    const still = countyDrivers(scenario, place(['411221', '411224'], 0), 3, years).net;
    for (const [a, b] of still) expect(a).toBe(b);
    const shared = still.map(([a]) => a);
    expect(new Set(shared).size).toBe(years.length);
    const elsewhere = countyDrivers({ ...scenario, city: '150200' }, place(['411221'], 0), 3, years).net;
    expect(elsewhere.map(([a]) => a)).not.toEqual(shared);
  });

  // nine tenths of the variance over ten years, and what goes home or on made up for
  it.each([
    ['net', 4.7, 0.47],
    ['urban', 5, 0.47],
  ] as const)('spread %s as the county says', (kind, freedom, kept) => {
    const spread = 5; // so wide that nothing else is seen
    const shocks = Array.from({ length: 400 }, (_, replicate) => {
      return countyDrivers(scenario, place(['411221'], spread), replicate, years)[kind][0][0];
    }).sort((x, y) => x - y);
    for (const p of [0.1, 0.25, 0.75, 0.9]) {
      const expected = (Math.sqrt(0.9) * spread * studentFrom(normalQuantile(p), freedom)) / 10 / kept;
      expect(shocks[Math.floor(p * 400)] / expected).toBeGreaterThan(0.95);
      expect(shocks[Math.floor(p * 400)] / expected).toBeLessThan(1.05);
    }
  });
});
