import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/fiscal/index.ts';
import { ledger } from '../../src/fiscal/ledger.ts';
import { openMeans } from '../../src/fiscal/means.ts';
import { smallCounts, smallResult } from './fixture.ts';

const map = (yuan: number): Map<Service, number> => new Map<Service, number>([['resident_pension', yuan]]);

describe('the ledger of origin and arrival', () => {
  it('charges the county of arrival what a register adds and frees the county of origin of what it paid', () => {
    const counts = smallCounts();
    const means = openMeans(counts);
    const rows = ledger(
      counts,
      means,
      [2024],
      () => 0.5,
      () => ({ settled: map(1000), asPermit: map(400), atOrigin: map(300) }),
    ).filter(({ level }) => level === 'county');
    const [city, district] = rows as [(typeof rows)[number], (typeof rows)[number]];
    // half of the settled are from village registers
    expect(district.arrivalYuan).toBe(300);
    expect(city.arrivalYuan).toBe(600);
    // 2024: settled stock 1,012 and 1,013 of 1,520 + 2 x 200 settled persons; 300 yuan in each area over the stock
    const stock =
      means.byGroup('150402', 2024, 'residents').settled + means.byGroup('150421', 2024, 'residents').settled;
    const settled = means.of('city', 2024, 'settled_persons');
    const left = 40 + means.of('150402', 2024, 'award_settlers.same_county');
    expect(district.originSavingYuan).toBeCloseTo(((left * stock) / settled) * (600 / stock), 9);
    expect(district.netYuan).toBeCloseTo(300 - district.originSavingYuan, 9);
    expect(district.settledStock).toBe(0.5 * means.byGroup('150402', 2024, 'residents').settled);
  });

  it('moves money between counties: what the city pays is less than what the counties of arrival do', () => {
    for (const row of smallResult().ledger.filter(({ area, level }) => area === 'city' && level === 'local')) {
      expect(row.originSavingYuan).toBeGreaterThan(0);
      expect(row.netYuan).toBeLessThan(row.arrivalYuan);
    }
  });

  it('is kept level by level; city and counties together are the two added up', () => {
    const { ledger: rows } = smallResult();
    const of = (level: string, area: string, year: number) =>
      rows.find((row) => row.level === level && row.area === area && row.year === year)!;
    for (const { area, year, netYuan } of rows.filter(({ level }) => level === 'local'))
      expect(of('city', area, year).netYuan + of('county', area, year).netYuan).toBeCloseTo(netYuan, 6);
  });
});

it('money that favours counties taking in more is given by settlers as far as it is tilted', () => {
  const share = (tilt: number, area: string) =>
    smallResult({ 'funds.tilt': tilt }).funds.find((row) => row.area === area && row.year === 2025)!;
  expect(share(0, '150402').yuan).toBeCloseTo((share(0, 'city').yuan * 20_000) / 41_000, 4);
  const { yuan, settlerShare } = share(1, '150421');
  expect(yuan).toBeCloseTo(share(1, 'city').yuan * settlerShare, 4);
  expect(settlerShare).toBeGreaterThan(0.5);
});
