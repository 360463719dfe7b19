import { describe, expect, it } from 'vitest';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { AGE_GROUP_START, AGES, type CityData } from '../../src/scenario/city-data.ts';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { numberAt, readTable, recordingReader, textAt } from '../../src/scenario/tables.ts';

const { read } = recordingReader(readData);
const prefectures = [...readRegions(read).values()].filter((region) => region.level === 'prefecture');
const printed = readTable(read, 'census-county.csv', ['year', 'code', 'population']);
const printedRow = (code: string, year: number) =>
  printed.rows.find((row) => textAt(row, 'code') === code && textAt(row, 'year') === String(year));
const bases = prefectures.flatMap(({ code }) =>
  ([2010, 2020] as const).filter((year) => printedRow(code, year)).map((year) => ({ code, year })),
);
const cities = new Map(bases.map(({ code, year }) => [`${code} ${year}`, loadCityData(read, code, year)]));
const city = (code: string, year: number): CityData => cities.get(`${code} ${year}`)!;

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('every prefecture and census of data/', () => {
  it('covers all 43 prefectures in 2010 and the 29 with county rows in 2020', () => {
    expect(bases.filter(({ year }) => year === 2010)).toHaveLength(43);
    expect(bases.filter(({ year }) => year === 2020)).toHaveLength(29);
  });

  it.each(bases)('$code in $year: areas add up to the printed prefecture', ({ code, year }) => {
    const data = city(code, year);
    const row = printedRow(code, year)!;
    const total = (column: string): number => numberAt(printed, row, column);
    expect(sum(data.areas.map((area) => area.population))).toBe(total('population'));
    expect(sum(data.areas.map((area) => area.urban))).toBe(total('urban'));
    expect(sum(data.areas.map((area) => area.familyHouseholds))).toBe(total('family_households'));
    expect(sum(data.areas.map((area) => area.familyPersons))).toBe(total('family_household_persons'));
    expect(sum(data.areas.map((area) => area.fromOtherCounty))).toBe(total('migrants_from_other_county_same_province'));
    expect(sum(data.areas.map((area) => area.residents[37]))).toBe(total('F_85+'));
  });

  it.each(bases)('$code in $year: each area is consistent with itself', ({ code, year }) => {
    for (const area of city(code, year).areas) {
      expect(sum(area.residents)).toBe(area.population);
      expect(Math.min(...area.residents)).toBeGreaterThanOrEqual(0);
      expect(area.urban).toBeLessThanOrEqual(area.population);
      expect(area.familyPersons).toBeLessThanOrEqual(area.population);
      expect(sum(area.generationHouseholds)).toBe(area.familyHouseholds);
      expect(area.onePersonHouseholds).toBeLessThanOrEqual(area.generationHouseholds[0]);
      expect(area.nonAgriculturalShare2010).toBeGreaterThan(0);
      expect(area.nonAgriculturalShare2010).toBeLessThanOrEqual(1);
      expect(area.distanceToCentreKm).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(bases)('$code in $year: nobody is registered and resident here and away at once', ({ code, year }) => {
    const data = city(code, year);
    for (const area of data.areas) {
      const local = area.population - area.fromOtherCounty - area.fromOtherProvince;
      expect(area.registered).toBeGreaterThanOrEqual(local);
      expect(Number.isInteger(area.registered)).toBe(true);
    }
    expect(sum(data.areas.map((area) => area.registered))).toBe(data.registered);
  });

  it.each(bases)('$code in $year: has a central area, code order and the remainder last', ({ code, year }) => {
    const { areas } = city(code, year);
    expect(areas.some((area) => area.central)).toBe(true);
    expect(areas.map((area) => area.code)).toEqual(areas.map((area) => area.code).sort());
    expect(areas.slice(0, -1).every((area) => area.level !== 'remainder')).toBe(true);
  });

  it.each(bases)('$code in $year: shares are shares', ({ code, year }) => {
    const { tables } = city(code, year);
    for (const share of tables.singleAgeShare) {
      for (const [group, start] of AGE_GROUP_START.entries()) {
        expect(sum(share.subarray(start, AGE_GROUP_START[group + 1] ?? AGES))).toBeCloseTo(1, 9);
      }
    }
    for (const share of tables.educationShare.flat()) {
      expect(sum(share)).toBeCloseTo(1, 9);
      expect(Math.min(...share)).toBeGreaterThan(0);
    }
    expect(sum(tables.householdSizeShare)).toBeCloseTo(1, 9);
    for (const share of tables.marriedShare) {
      expect(Math.max(...share)).toBeLessThan(1);
      expect(sum(share.subarray(0, 15))).toBe(0);
      expect(share[40]).toBeGreaterThan(0.75);
    }
    for (const side of tables.residentsBySide) expect(Math.min(...side)).toBeGreaterThan(0);
  });

  it.each(bases)('$code in $year: vital rates cover 2010 to 2040 and are probabilities', ({ code, year }) => {
    const { vitals } = city(code, year);
    expect([vitals.firstYear, vitals.lastYear]).toEqual([2010, 2040]);
    expect(vitals.sexRatioAtBirth).toHaveLength(31);
    for (const bySex of vitals.qx) {
      for (const column of bySex) {
        expect(Math.min(...column)).toBeGreaterThan(0);
        expect(Math.max(...column)).toBeLessThanOrEqual(1);
      }
    }
    expect(sum(vitals.asfr[0].subarray(0, 15)) + sum(vitals.asfr[0].subarray(50))).toBe(0);
    expect(sum(vitals.asfr[10])).toBeGreaterThan(0.5);
  });
});

describe('figures published elsewhere', () => {
  it('Baotou 2020 has 2,709,378 residents in ten areas and more people coming than going', () => {
    const data = city('150200', 2020);
    expect(sum(data.areas.map((area) => area.population))).toBe(2_709_378);
    expect(data.areas).toHaveLength(10);
    expect(data.registered).toBeLessThan(2_709_378);
  });

  it('Chifeng 2020 has 4,035,967 residents; with the absent 4.8 to 5.3 million persons belong to it', () => {
    const data = city('150400', 2020);
    expect(sum(data.areas.map((area) => area.population))).toBe(4_035_967);
    expect(data.registered).toBe(4_570_000);
    const away = sum(data.areas.map((a) => a.registered - (a.population - a.fromOtherCounty - a.fromOtherProvince)));
    expect(away).toBeGreaterThan(1_000_000);
    expect(away).toBeLessThan(1_300_000);
  });

  it('Sanmenxia 2020 keeps the 42,041 residents of zones the county volume leaves out', () => {
    const remainder = city('411200', 2020).areas.at(-1)!;
    expect(remainder).toMatchObject({ code: '411299', level: 'remainder', population: 42_041, urban: 40_973 });
  });

  it('Shanzhou takes the kind of hukou Shanxian had in 2010', () => {
    const before = city('411200', 2010).areas.find((area) => area.code === '411222')!;
    const after = city('411200', 2020).areas.find((area) => area.code === '411203')!;
    expect(after.nonAgriculturalShare2010).toBe(before.nonAgriculturalShare2010);
  });

  it('people of Gansu die earlier and Qingyang bears more children than Baotou', () => {
    expect(city('621000', 2020).vitals.mortalityFactor.value).toBeGreaterThan(1.15);
    expect(city('621000', 2020).vitals.fertilityFactor.value).toBeGreaterThan(1.1);
    expect(city('150200', 2020).vitals.fertilityFactor.value).toBeLessThan(0.8);
  });

  it('villages of 2020 are older than towns, those of 2010 less so', () => {
    const townShare = (year: number, cell: number): number => {
      const [village, town] = city('150400', year).tables.residentsBySide;
      return town[cell] / (village[cell] + town[cell]);
    };
    const [young, old] = [6 * 2, 15 * 2];
    expect(townShare(2020, young)).toBeGreaterThan(townShare(2020, old));
    expect(townShare(2020, young) - townShare(2020, old)).toBeGreaterThan(
      townShare(2010, young) - townShare(2010, old),
    );
  });

  it('women of 25 to 29 marry later in 2020 than in 2010', () => {
    const at27 = (year: number): number => city('150200', year).tables.marriedShare[1][27];
    expect(at27(2010) - at27(2020)).toBeGreaterThan(0.1);
  });
});

describe('loadCityData refuses', () => {
  const lines = (work: () => unknown): string[] => {
    try {
      work();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).issues.map(formatIssue);
    }
    return [];
  };

  it('a code that is no prefecture', () => {
    const message = 'must be the six-digit code of a prefecture (43 in data/areas.csv, such as 150200), got "150202"';
    expect(lines(() => loadCityData(read, '150202', 2020))).toEqual([message]);
  });

  it('a 2020 base where the census rows are missing', () => {
    const message = 'no county rows of the 2020 census for Ordos (150600); use base year 2010';
    expect(lines(() => loadCityData(read, '150600', 2020))).toEqual([message]);
  });

  it('a prefecture whose registered total of the census year is missing', () => {
    const without = (file: string) =>
      file === 'registered-population.csv' ? read(file).replace(/^2020,150200,.*\n/m, '') : read(file);
    expect(lines(() => loadCityData(without, '150200', 2020))).toEqual([
      'data/registered-population.csv: must have a row for 2020 150200, got none',
    ]);
    expect(lines(() => loadCityData(without, '150400', 2020))).toEqual([]);
  });

  it.each([
    ['age-structure.csv', /^2020,Baotou,.*\n|^2020,Inner Mongolia,.*\n/gm, '2020 150000'],
    ['married-share.csv', /^2020,15[02]{2}00,.*\n/gm, '2020 150000'],
    ['single-age.csv', /^2020,.*\n/gm, '2020'],
    ['mortality-factor.csv', /^150000,.*\n/gm, '150000'],
    ['fertility-factor.csv', /^150200,.*\n/gm, '150200'],
  ])('a city %s has no rows of', (file, rows, key) => {
    const without = (name: string) => (name === file ? read(name).replace(rows, '') : read(name));
    expect(lines(() => loadCityData(without, '150200', 2020))).toEqual([
      `data/${file}: must have a row for ${key}, got none`,
    ]);
  });
});
