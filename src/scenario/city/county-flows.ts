import type { AreaCensus, CountyFlows } from '../city-data.ts';
import { numberAt, type ReadText, readTable, textAt } from '../tables.ts';
import type { Regions } from './regions.ts';

/** Columns of the usual chance of a job, of the first years and of those after. */
export const JOB_CHANCES = [1, 2, 3, 4].map((year) => `job_chance_${year}`);

const columns = [
  ...['code', 'base_year', 'leaving', 'townward', 'arriving_province', 'arriving_nation'],
  ...['students', 'elders', 'draw', 'reclassified'],
  'births',
  ...JOB_CHANCES,
  ...['net_spread', 'urban_spread'],
];

/** Table of a province's counties of both censuses. */
export const countyFlowsFile = (province: string): string => `county-flows/${province}.csv`;

const known = new WeakMap<ReadText, { readonly text: string; readonly flows: ReadonlyMap<string, CountyFlows> }>();

/** Where the people of each area go, by its code in a census; a code without a row has undefined. */
export function countyFlows(
  read: ReadText,
  province: string,
  year: 2010 | 2020,
): (code: string) => CountyFlows | undefined {
  const text = read(countyFlowsFile(province));
  const before = known.get(read);
  const flows = before?.text === text ? before.flows : parse(read, province);
  known.set(read, { text, flows });
  return (code) => flows.get(`${year} ${code}`);
}

function parse(read: ReadText, province: string): ReadonlyMap<string, CountyFlows> {
  const table = readTable(read, countyFlowsFile(province), columns);
  return new Map(
    table.rows.map((row) => {
      const at = (column: string): number => numberAt(table, row, column);
      const flows: CountyFlows = {
        leaving: at('leaving'),
        townward: at('townward'),
        arriving: [at('arriving_province'), at('arriving_nation')],
        students: at('students'),
        elders: at('elders'),
        draw: at('draw'),
        reclassified: at('reclassified'),
        births: at('births'),
        jobChances: JOB_CHANCES.map(at),
        spread: { net: at('net_spread'), urban: at('urban_spread') },
      };
      return [`${textAt(row, 'base_year')} ${textAt(row, 'code')}`, flows];
    }),
  );
}

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/**
 * Straight line between the seats of the areas, km, to a tenth: [from][to]. Where a seat is not known, the way over the centre.
 * Rounded so that every engine has the same.
 */
export function seatDistancesBetween(
  areas: readonly Pick<AreaCensus, 'code' | 'distanceToCentreKm'>[],
  regions: Regions,
): Float64Array[] {
  const seats = areas.map(({ code }) => regions.get(code)?.seat);
  return areas.map((from, a) =>
    Float64Array.from(areas, (to, b) => {
      const [p, q] = [seats[a], seats[b]];
      if (a === b) return 0;
      if (p === undefined || q === undefined) return from.distanceToCentreKm + to.distanceToCentreKm;
      const [north, east] = [(q[1] - p[1]) * RADIANS, (q[0] - p[0]) * RADIANS];
      const half =
        Math.sin(north / 2) ** 2 + Math.cos(p[1] * RADIANS) * Math.cos(q[1] * RADIANS) * Math.sin(east / 2) ** 2;
      return Math.round(20 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))) / 10;
    }),
  );
}
