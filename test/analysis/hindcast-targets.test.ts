import { expect, test } from 'vitest';
import { comparableAreas } from '../../src/analysis/hindcast/comparable-areas.ts';
import { blockTargets, hindcastTargets, type Target } from '../../src/analysis/hindcast/targets.ts';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import { censusYears, readCensus } from '../../src/scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../src/scenario/city/regions.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { readTable, textAt } from '../../src/scenario/tables.ts';

const targetsOf = (code: string): Target[] => hindcastTargets(readData, loadCityData(readData, code, 2010));
const blocksOf = (code: string): Target[] => blockTargets(readData, loadCityData(readData, code, 2010));
const figure = (targets: readonly Target[], indicator: string, area: string): number | undefined =>
  targets.find((target) => target.indicator === indicator && target.area === area)?.value;
const areasOf = (targets: readonly Target[]): string[] => [...new Set(targets.map(({ area }) => area))];

/** Places of three provinces with rows of both censuses. */
const counted = [...readRegions(readData).values()]
  .filter((region) => isPlace(region) && ['15', '41', '62'].includes(region.code.slice(0, 2)))
  .map(({ code }) => code)
  .filter((code) => censusYears(readData, code).length === 2);

test('Chifeng kept its codes: every county by itself, and the figures the census printed', () => {
  const targets = targetsOf('150400');
  expect(areasOf(targets)).toHaveLength(13);
  expect(blocksOf('150400')).toEqual([]);
  // census of 2020: Ongniud had 2.40 persons a household, Chifeng 4,035,967 residents
  expect(figure(targets, 'mean_household_size', '150426')).toBeCloseTo(2.4, 2);
  expect(figure(targets, 'resident_population', 'city')).toBe(4_035_967);
  expect(figure(targets, 'resident_urbanization_rate', 'city')).toBeCloseTo(53.11, 2);
});

test('a county under a new code is found: Shan county became Shanzhou district', () => {
  expect(figure(targetsOf('411200'), 'resident_population', '411222')).toBe(288_538);
});

test('the remainder is put to the only central district there was', () => {
  const targets = targetsOf('411200');
  expect(figure(targets, 'resident_population', '411202')).toBe(284_641 + 42_041);
  expect(areasOf(targets)).toEqual(['city', '411202', '411221', '411222', '411224', '411281', '411282']);
});

test('districts that may have given land to a zone are compared as one sum with it', () => {
  expect(areasOf(targetsOf('150200'))).toEqual(['city', '150221', '150222', '150223']);
  const blocks = blocksOf('150200');
  expect(areasOf(blocks)).toEqual(['150202+150203+150204+150205+150206+150207']);
  const banners = 237_421 + 118_624 + 69_563;
  expect(figure(blocks, 'resident_population', areasOf(blocks)[0])).toBe(2_709_378 - banners);
  expect(blocks[0]?.source).toContain('150271');
});

test('two districts with one successor are compared as a sum', () => {
  expect(areasOf(blocksOf('410200'))).toContain('410202+410211');
  expect(areasOf(targetsOf('410200'))).not.toContain('410211');
});

test('counties that gave land to a zone are compared as a sum with it, or alone where only one did', () => {
  const lanzhou = blocksOf('620100');
  expect(areasOf(lanzhou)).toEqual(['620121+620122']);
  expect(figure(lanzhou, 'resident_population', '620121+620122')).toBe(285_549 + 125_157 + 288_200);
  expect(areasOf(targetsOf('620100'))).toContain('620123');
  expect(figure(targetsOf('150700'), 'resident_population', '150781')).toBe(150_508 + 84_424);
});

test('every zone and every donor named is an area of one prefecture', () => {
  const regions = readRegions(readData);
  const { rows } = readTable(readData, 'area-changes.csv', ['code', 'from']);
  for (const row of rows) {
    const [zone, from] = [textAt(row, 'code'), textAt(row, 'from')];
    expect(readCensus(readData, 2020, provinceOf(zone)).has(zone), zone).toBe(true);
    if (from !== 'central') expect(regions.get(from)?.parent, `${zone} ${from}`).toBe(regions.get(zone)?.parent);
  }
});

test('a prefecture without counties has its one area', () => {
  expect(areasOf(targetsOf('620200'))).toEqual(['city', '620299']);
});

test('without rows of 2020 there is nothing to compare', () => {
  expect(targetsOf('610500')).toEqual([]);
  expect(blocksOf('610500')).toEqual([]);
});

test('a city loaded with the later census is refused', () => {
  expect(() => hindcastTargets(readData, loadCityData(readData, '150400', 2020))).toThrow('got 2020');
});

test.each(counted)('%s: the parts hold every row of 2020 and every area of 2010 once', (code) => {
  const city = loadCityData(readData, code, 2010);
  const parts = comparableAreas(readData, city);
  const later = loadCityData(readData, code, 2020);
  expect(parts.flatMap(({ codes }) => codes).sort()).toEqual(city.areas.map((area) => area.code).sort());
  expect(parts.flatMap(({ units }) => units.map((unit) => unit.code)).sort()).toEqual(
    later.areas.map((area) => area.code).sort(),
  );
});

test.each(counted)('%s: targets are indicators a run has, in their ranges, and add up to the city', (code) => {
  const targets = targetsOf(code);
  const everywhere = [...targets, ...blocksOf(code)];
  for (const { indicator, area, value } of everywhere) {
    expect(indicatorNames).toContain(indicator);
    expect(value, `${indicator} ${area}`).toBeGreaterThanOrEqual(0);
    if (/_(rate|share)$/.test(indicator)) expect(value, `${indicator} ${area}`).toBeLessThanOrEqual(100);
  }
  const parts = everywhere.filter(({ area }) => area !== 'city' || areasOf(everywhere).length === 1);
  const residents = parts.filter(({ indicator }) => indicator === 'resident_population');
  const inParts = residents.reduce((sum, { value }) => sum + value, 0);
  expect(inParts).toBe(figure(targets, 'resident_population', 'city'));
});
