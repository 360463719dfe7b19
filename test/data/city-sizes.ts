import { type Region, type Regions, readRegions } from '../../src/scenario/city/regions.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../src/scenario/tables.ts';

/**
 * Text of data/city-size.csv: the urban residents of the districts of every prefecture in both censuses. 国发〔2014〕51号 counts the parts of
 * city districts that are built up to the seats of their governments; the census knows towns and villages of whole districts, so outlying
 * towns are counted too. A prefecture whose districts were counties at the census has their figure, one without divisions its own.
 */
export function citySizesText(read: ReadText): string {
  const regions = readRegions(read);
  const places = [...regions.values()].filter(({ level }) => level === 'prefecture' || level === 'former_prefecture');
  const rows = ([2010, 2020] as const).flatMap((census) => {
    const urban = urbanResidents(read, regions, census);
    return places.flatMap((place) => {
      const size = sizeOf(place, regions, urban);
      return size === null ? [] : [[place.code, place.name.zh, census, size, SOURCE, 'derived'].join(',')];
    });
  });
  return `code,name_zh,census,urban,source,confidence\n${rows.join('\n')}\n`;
}

const SOURCE = 'urban residents of the districts in census/';

/** Urban residents by code, as counted in a census. */
function urbanResidents(read: ReadText, regions: Regions, census: number): ReadonlyMap<string, number> {
  const provinces = [...regions.values()].filter(({ level }) => level === 'province');
  return new Map(
    provinces.flatMap(({ code }) => {
      const table = readTable(read, `census/${code}.csv`, ['year', 'code', 'urban']);
      return table.rows
        .filter((row) => textAt(row, 'year') === String(census) && textAt(row, 'urban') !== '')
        .map((row) => [textAt(row, 'code'), numberAt(table, row, 'urban')] as const);
    }),
  );
}

/** Null where the prefecture was none at the census. */
function sizeOf(place: Region, regions: Regions, urban: ReadonlyMap<string, number>): number | null {
  const counted = [...regions.values()].filter(({ code }) => urban.has(code));
  const sum = (parts: readonly Region[]): number => parts.reduce((total, { code }) => total + urban.get(code)!, 0);
  const own = counted.filter((region) => region.parent === place.code && isUrban(region));
  if (own.length > 0) return sum(own);
  const later = counted.filter(({ successors: [heir] }) => {
    const region = heir === undefined ? undefined : regions.get(heir.code);
    return region !== undefined && !heir!.part && region.parent === place.code && isUrban(region);
  });
  if (later.length > 0) return sum(later);
  if (!urban.has(place.code)) return null;
  return counted.some(({ parent }) => parent === place.code) ? 0 : urban.get(place.code)!;
}

/** Districts, zones of the central city and what has no divisions. */
const isUrban = ({ level, central }: Region): boolean =>
  level === 'district' || level === 'remainder' || (level === 'zone' && central);
