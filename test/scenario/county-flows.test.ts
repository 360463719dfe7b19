import { describe, expect, it } from 'vitest';
import { countyFlows, seatDistancesBetween } from '../../src/scenario/city/county-flows.ts';
import type { Region, Regions } from '../../src/scenario/city/regions.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';

const head =
  'code,base_year,leaving,townward,arriving_province,arriving_nation,students,elders,draw,reclassified,births,job_chance_1,job_chance_2,job_chance_3,job_chance_4,net_spread,urban_spread';
const reading = (text: string) => (name: string) => {
  expect(name).toBe('county-flows/990000.csv');
  return text;
};

describe('flows of counties', () => {
  const rows = [
    '990001,2010,0.01,0.02,0.03,-0.004,0.005,-0.006,-1.5,0.006,1.2,1,0.9,0.8,0.7,0.07,0.08',
    '990001,2020,1,2,3,4,0,0,5,6,1,7,8,9,10,11,12',
  ];
  const read = reading([head, ...rows].join('\n'));

  it('are found by census and code', () => {
    expect(countyFlows(read, '990000', 2010)('990001')).toEqual({
      ...{
        leaving: 0.01,
        townward: 0.02,
        arriving: [0.03, -0.004],
        students: 0.005,
        elders: -0.006,
        draw: -1.5,
        reclassified: 0.006,
        births: 1.2,
        jobChances: [1, 0.9, 0.8, 0.7],
      },
      spread: { net: 0.07, urban: 0.08 },
    });
    expect(countyFlows(read, '990000', 2020)('990001')).toMatchObject({ leaving: 1, arriving: [3, 4] });
    expect(countyFlows(read, '990000', 2020)('990002')).toBeUndefined();
  });

  it('are read anew where the file has changed', () => {
    let text = `${head}\n990001,2010,0.01,0,0,0,0,0,0,0,1,1,1,1,1,0,0`;
    const changing = (): string => text;
    expect(countyFlows(changing, '990000', 2010)('990001')!.leaving).toBe(0.01);
    text = text.replace('0.01', '0.02');
    expect(countyFlows(changing, '990000', 2010)('990001')!.leaving).toBe(0.02);
  });

  it('must be numbers in all their columns', () => {
    const found = (text: string) => () => countyFlows(reading(text), '990000', 2010);
    expect(found(`${head}\n990001,2010,0.01,,0,0,0,0,0,0,1,1,1,1,1,0,0`)).toThrow(
      'data/county-flows/990000.csv:2:18: townward must be a number, got ""',
    );
    expect(found(`${head.replace('draw,', '')}\n990001,2010,0,0,0,0,0,0,1,1,1,1,1,0,0`)).toThrow(
      'data/county-flows/990000.csv:1: draw must be a column of the table, got none',
    );
  });

  it.each([
    ['150200', 2010],
    ['150200', 2020],
    ['150400', 2020],
    ['411200', 2010],
    ['411200', 2020],
    ['621000', 2020],
  ] as const)('every area of %s has its own in %d', (code, year) => {
    const { areas, flows } = loadCityData(readData, code, year);
    expect(areas.filter((_, a) => flows[a] === undefined).map((area) => area.code)).toEqual([]);
  });
});

describe('distances between seats', () => {
  const seats: Record<string, Region['seat']> = { a: [110, 40], b: [110, 41], c: [111, 40], far: undefined };
  const regions = new Map(Object.entries(seats).map(([code, seat]) => [code, { seat } as Region])) as Regions;
  const areas = Object.keys(seats).map((code, n) => ({ code, distanceToCentreKm: 10 * n }));
  const km = seatDistancesBetween(areas, regions).map((row) => [...row]);

  it('are straight lines over the globe, to a tenth, the same both ways', () => {
    expect(km[0][1]).toBe(111.2); // a degree of latitude
    expect(km[0][2]).toBe(85.2); // a degree of longitude at 40 degrees north
    expect(km.map((row, a) => row.map((_, b) => km[b][a]))).toEqual(km);
    expect(km.map((row, a) => row[a])).toEqual([0, 0, 0, 0]);
  });

  it('go over the centre where a seat is not known', () => {
    expect(km[1][3]).toBe(10 + 30);
  });
});
