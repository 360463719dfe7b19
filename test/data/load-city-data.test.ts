import { describe, expect, it } from 'vitest';
import { censusFile, placeCensus } from '../../src/scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../src/scenario/city/regions.ts';
import { AGE_GROUP_START, AGES, type CityData } from '../../src/scenario/city-data.ts';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { numberAt, readTable, recordingReader, textAt } from '../../src/scenario/tables.ts';

const { read } = recordingReader(readData);
const places = [...readRegions(read).values()].filter(isPlace);
const bases = places.flatMap(({ code }) =>
  ([2010, 2020] as const).filter((year) => placeCensus(read, code, year)).map((year) => ({ code, year })),
);
const cities = new Map(bases.map(({ code, year }) => [`${code} ${year}`, loadCityData(read, code, year)]));
const city = (code: string, year: number): CityData => cities.get(`${code} ${year}`)!;

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Areas of both years that break a rule, by code: a short list reads better than hundreds of tests. */
const breaking = (rule: (area: CityData['areas'][number], data: CityData) => boolean): string[] =>
  bases.flatMap(({ code, year }) => {
    const data = city(code, year);
    return data.areas.filter((area) => !rule(area, data)).map((area) => `${area.code} ${year}`);
  });

const basesBreaking = (rule: (data: CityData) => boolean): string[] =>
  bases.filter(({ code, year }) => !rule(city(code, year))).map(({ code, year }) => `${code} ${year}`);

describe('every place and census of data/', () => {
  it('covers 337 prefectures and 30 directly run counties: 360 in 2010, 325 in 2020', () => {
    expect(places.filter(({ level }) => level === 'prefecture')).toHaveLength(337);
    expect(places).toHaveLength(367);
    expect(bases.filter(({ year }) => year === 2010)).toHaveLength(360);
    expect(bases.filter(({ year }) => year === 2020)).toHaveLength(325);
  });

  it('adds its areas up to the printed row where its land did not change', () => {
    const printed = bases.flatMap(({ code, year }) => {
      const { from } = placeCensus(read, code, year)!;
      const table = readTable(read, censusFile(provinceOf(code)), ['year', 'code', 'level']);
      const row = table.rows.find((each) => textAt(each, 'year') === String(year) && textAt(each, 'code') === code);
      const gaveAway = ['220300 2010', '340800 2010', '341500 2010', '512000 2010'].includes(`${code} ${year}`);
      return row && from.length === 0 && !gaveAway ? [{ table, row, data: city(code, year) }] : [];
    });
    expect(printed.length).toBeGreaterThan(600);
    const columns = {
      population: 'population',
      urban: 'urban',
      familyHouseholds: 'family_households',
      familyPersons: 'family_household_persons',
      onePersonHouseholds: 'hh_one_person',
      fromSameCounty: 'migrants_from_same_county',
      fromOtherCounty: 'migrants_from_other_county_same_province',
      fromOtherProvince: 'migrants_from_other_province',
    } as const;
    for (const [name, column] of Object.entries(columns)) {
      const wrong = printed.filter(({ table, row, data }) => {
        return sum(data.areas.map((area) => area[name as keyof typeof columns])) !== numberAt(table, row, column);
      });
      expect([name, ...wrong.map(({ data }) => `${data.code} ${data.censusYear}`)]).toEqual([name]);
    }
  });

  it('makes each area consistent with itself', () => {
    expect(breaking((area) => sum(area.residents) === area.population)).toEqual([]);
    expect(breaking((area) => Math.min(...area.residents, area.fromOtherCounty, area.fromOtherProvince) >= 0)).toEqual(
      [],
    );
    expect(breaking((area) => area.urban >= 0 && area.urban <= area.population)).toEqual([]);
    expect(breaking((area) => area.familyPersons <= area.population)).toEqual([]);
    expect(breaking((area) => sum(area.generationHouseholds) === area.familyHouseholds)).toEqual([]);
    expect(breaking((area) => area.onePersonHouseholds <= area.generationHouseholds[0])).toEqual([]);
    expect(breaking((area) => sum(area.householdsBy65Plus) === area.householdsWith65Plus)).toEqual([]);
    expect(breaking((area) => area.distanceToCentreKm >= 0)).toEqual([]);
  });

  it('gives each area shares that are shares', () => {
    const isShare = (value: number): boolean => value >= 0 && value <= 1;
    const isWhole = (shares: Iterable<number>): boolean => Math.abs(sum(shares) - 1) < 1e-9;
    expect(breaking((area) => area.schoolingShare.every((sex) => sex.every(isShare) && isWhole(sex)))).toEqual([]);
    expect(breaking((area) => area.marriedShare.every((share) => share > 0.2 && share < 0.95))).toEqual([]);
    expect(breaking(({ work }) => work.industry.every(isShare) && isWhole(work.industry))).toEqual([]);
    expect(breaking(({ work }) => work.employed > 0.2 && work.employed <= 1)).toEqual([]);
    expect(breaking((area) => isShare(area.rentingShare))).toEqual([]);
    expect(breaking((area) => area.nonAgriculturalShare2010 > 0 && area.nonAgriculturalShare2010 <= 1)).toEqual([]);
    const idle = (area: CityData['areas'][number]) => (area.work.retired ?? 0) + (area.work.students ?? 0);
    expect(breaking((area) => area.work.employed + idle(area) <= 1)).toEqual([]);
  });

  it('registers nobody who is resident here and away at once', () => {
    const local = (area: CityData['areas'][number]) => area.population - area.fromOtherCounty - area.fromOtherProvince;
    expect(breaking((area) => Number.isInteger(area.registered) && area.registered >= local(area))).toEqual([]);
    expect(basesBreaking((data) => sum(data.areas.map((area) => area.registered)) === data.registered)).toEqual([]);
  });

  it('orders areas by code, the remainder last, and has a central one', () => {
    const codes = (data: CityData) => data.areas.map((area) => area.code);
    expect(basesBreaking((data) => codes(data).join() === codes(data).sort().join())).toEqual([]);
    expect(basesBreaking((data) => data.areas.slice(0, -1).every((area) => area.level !== 'remainder'))).toEqual([]);
    expect(basesBreaking((data) => data.areas.some((area) => area.central))).toEqual([]);
  });

  it('has tables of the city that are shares', () => {
    const sumsToOne = (shares: Iterable<number>): boolean => Math.abs(sum(shares) - 1) < 1e-9;
    expect(
      basesBreaking(({ tables }) =>
        tables.singleAgeShare.every((share) =>
          AGE_GROUP_START.every((start, group) => sumsToOne(share.subarray(start, AGE_GROUP_START[group + 1] ?? AGES))),
        ),
      ),
    ).toEqual([]);
    expect(
      basesBreaking(({ tables }) => tables.schoolingBySide.every((side) => sumsToOne(side) && Math.min(...side) > 0)),
    ).toEqual([]);
    expect(basesBreaking(({ tables }) => sumsToOne(tables.householdSizeShare))).toEqual([]);
    expect(
      basesBreaking(({ tables }) =>
        tables.marriedShare.every(
          (share) => Math.max(...share) < 1 && sum(share.subarray(0, 15)) === 0 && share[40] > 0.75,
        ),
      ),
    ).toEqual([]);
    expect(basesBreaking(({ tables }) => tables.residentsBySide.every((side) => Math.min(...side) >= 0))).toEqual([]);
  });

  it('has vital rates of 2010 to 2040 that are probabilities', () => {
    const isProbability = (rate: number): boolean => rate > 0 && rate <= 1;
    expect(basesBreaking(({ vitals }) => vitals.firstYear === 2010 && vitals.lastYear === 2040)).toEqual([]);
    expect(basesBreaking(({ vitals }) => vitals.qx.flat().every((rates) => rates.every(isProbability)))).toEqual([]);
    expect(
      basesBreaking(({ vitals }) => sum(vitals.asfr[0].subarray(0, 15)) + sum(vitals.asfr[0].subarray(50)) === 0),
    ).toEqual([]);
    expect(basesBreaking(({ vitals }) => sum(vitals.asfr[10]) > 0.4)).toEqual([]);
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

  it('Sanmenxia 2020 has the 42,041 residents of its development zone as an area', () => {
    const zone = city('411200', 2020).areas.find((area) => area.code === '411291')!;
    expect(zone).toMatchObject({ level: 'district', central: true, population: 42_041, urban: 40_973 });
    expect(zone.distanceToCentreKm).toBe(0);
    expect(zone.notes.map(({ en }) => en)).toContain('no seat known: its distance is that of the central seat');
  });

  it('zones out of town lie as far as the other areas on average, and say so', () => {
    const { areas } = city('130200', 2020);
    const farm = areas.find((area) => area.code === '130271')!;
    const known = areas.filter((area) => !area.notes.some(({ en }) => en.startsWith('no seat known')));
    expect(farm.distanceToCentreKm).toBeCloseTo(sum(known.map((area) => area.distanceToCentreKm)) / known.length, 6);
    expect(farm.notes.map(({ en }) => en)).toContain('no seat known: its distance is the mean of the other areas');
  });

  it('Kundulun 2020: 34,088 of 68,878 asked are at work, 558 of them farm, 5,235 of 30,489 households rent', () => {
    const area = city('150200', 2020).areas.find(({ code }) => code === '150203')!;
    expect(area.work.employed).toBeCloseTo(34_088 / 68_878, 9);
    expect(area.work.industry[0]).toBeCloseTo(558 / 34_088, 9);
    expect(area.rentingShare).toBeCloseTo(5_235 / 30_489, 9);
    expect(area.marriedShare[0]).toBeCloseTo(25_134 / (7_501 + 25_134 + 1_001 + 741), 9);
    expect(area.work.retired).toBeUndefined();
  });

  it('Baotou 2010: children still in pre-school count as primary, not as unschooled', () => {
    const area = city('150200', 2010).areas.find(({ code }) => code === '150203')!;
    expect(area.work.retired).toBeGreaterThan(0.14);
    expect(area.schoolingShare[0][0]).toBeLessThan(0.02);
    expect(area.schoolingShare[0][0]).toBeGreaterThan(0.005);
  });

  it('a herding county where next to nobody was counted at work takes the work of its prefecture', () => {
    const gande = city('632600', 2020).areas.find(({ code }) => code === '632623')!;
    expect(gande.notes.map(({ en }) => en)).toContain(
      'tables of shares taken from a wider unit: activity (632600), industry (632600)',
    );
    expect(gande.work.employed).toBeGreaterThan(0.2);
  });

  it('islands the long form left out take the shares of Hainan', () => {
    const notes = city('460300', 2020).areas.flatMap((area) => area.notes.map(({ en }) => en));
    expect(notes).toContain(
      'tables of shares taken from a wider unit: marital (460000), activity (460000), industry (460000), tenure (460000)',
    );
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
    const message = 'must be the six-digit code of a prefecture (367 in data/areas.csv, such as 120100), got "150202"';
    expect(lines(() => loadCityData(read, '150202', 2020))).toEqual([message]);
  });

  it('a 2020 base where the census rows are missing', () => {
    const message = 'no county rows of the 2020 census for Zhangjiakou (130700); use base year 2010';
    expect(lines(() => loadCityData(read, '130700', 2020))).toEqual([message]);
  });

  it('nobody for want of a registered total: areas without a figure grow as the others', () => {
    const file = 'registered-population/150000.csv';
    const without = (name: string) => (name === file ? read(name).replace(/^2020,150200,.*\n/m, '') : read(name));
    const { notes } = loadCityData(without, '150200', 2020);
    expect(notes.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^no registered total of the prefecture in 2020/),
    ]);
  });

  it.each([
    ['age-structure.csv', /^2020,China,.*\n|^2020,(Baotou|Inner Mongolia),.*\n/gm, '2020 000000'],
    ['married-share.csv', /^2020,(15[02]{2}00|000000),.*\n/gm, '2020 000000'],
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
