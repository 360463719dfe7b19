import { AGE_GROUP_START, AGE_GROUPS, AGES, type AreaCensus, type CityTables } from '../../../scenario/city-data.ts';
import { largestRemainder, rakeTwoColumns, splitRows } from './round.ts';
import { sum } from './sum.ts';

/** Residents of one area: [side 0 village, 1 town][sex * AGES + age]. */
type AgeCounts = readonly [Int32Array, Int32Array];

/**
 * Residents of an area by side, sex and single age. The table by side is raked to the area's age groups by sex and its
 * urban and rural totals and rounded so that both margins hold exactly; single ages share out each group.
 */
export function agesBySide(area: AreaCensus, tables: CityTables): AgeCounts {
  const seed = (side: 0 | 1): Float64Array => tables.residentsBySide[side].map((value) => Math.max(value, 1e-9));
  const real = rakeTwoColumns(area.residents, seed(0), seed(1), area.urban);
  const town = splitRows(area.residents, real, area.urban);
  const village = area.residents.map((all, cell) => all - town[cell]);
  return [singleAges(village, tables), singleAges(town, tables)];
}

/** Single ages from age groups by sex (index group * 2 + sex). */
function singleAges(groups: Int32Array, tables: CityTables): Int32Array {
  const counts = new Int32Array(2 * AGES);
  for (let group = 0; group < AGE_GROUPS.length; group++) {
    const first = AGE_GROUP_START[group];
    const end = AGE_GROUP_START[group + 1] ?? AGES;
    for (let sex = 0; sex < 2; sex++) {
      const total = groups[group * 2 + sex];
      const share = tables.singleAgeShare[sex].subarray(first, end);
      const weight = sum(share);
      const real = Float64Array.from(share, (value) => (weight > 0 ? (total * value) / weight : total / share.length));
      counts.set(largestRemainder(real, total), sex * AGES + first);
    }
  }
  return counts;
}
