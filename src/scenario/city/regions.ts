import type { Localized } from '../../language/language.ts';
import { numberAt, type ReadText, readTable, textAt } from '../tables.ts';

/**
 * Levels of data/areas.csv. Prefectures and counties run by a province (`direct_county`) are what a run is of; a `zone` has a row in
 * the census and no code of its own, the `remainder` is what a prefecture has beyond its counties; a `former_prefecture` is no more, and
 * a `part` stands for outlines alone.
 */
const levels = [
  'nation',
  'province',
  'prefecture',
  'former_prefecture',
  'direct_county',
  'county',
  'district',
  'zone',
  'remainder',
  'part',
] as const;
type RegionLevel = (typeof levels)[number];

/** What took the place of a code by the end of 2020; `part` where it took some of the land only. */
interface Successor {
  readonly code: string;
  readonly part: boolean;
}

/** A row of data/areas.csv. */
export interface Region {
  readonly code: string;
  readonly name: Localized;
  /** Name in Latin letters for files: `sanmenxia`. */
  readonly pinyin: string;
  readonly level: RegionLevel;
  /** Code of what it belongs to: for codes of 2010 that are no more, what they belonged to then. */
  readonly parent: string;
  /** Codes on its land at the end of 2020, itself among them where it only gave some away; empty when it stands for the same land still. */
  readonly successors: readonly Successor[];
  readonly central: boolean;
  /** Its seat to that of the prefecture, straight line, km; undefined where not known. */
  readonly seatKm: number | undefined;
  /** Its seat to the provincial capital, straight line, km; undefined where not known. */
  readonly capitalKm: number | undefined;
  /** Longitude and latitude of the seat, degrees; undefined where not known. */
  readonly seat: readonly [lon: number, lat: number] | undefined;
}

/** All areas by their codes of 2010 and 2020. */
export type Regions = ReadonlyMap<string, Region>;

const columns = [
  'code',
  'name_zh',
  'name_en',
  'pinyin',
  'level',
  'parent',
  'successor',
  'central',
  'seat_km',
  'km_to_province_capital',
  'lon',
  'lat',
];

const known = new WeakMap<ReadText, { readonly text: string; readonly regions: Regions }>();

/** Reads data/areas.csv; one reader's table is taken apart once. */
export function readRegions(read: ReadText): Regions {
  const text = read('areas.csv');
  const before = known.get(read);
  if (before?.text === text) return before.regions;
  const table = readTable(read, 'areas.csv', columns);
  const regions = new Map(
    table.rows.map((row) => {
      const code = textAt(row, 'code');
      const km = (column: string) => (textAt(row, column) === '' ? undefined : numberAt(table, row, column));
      const region: Region = {
        code,
        name: { zh: textAt(row, 'name_zh'), en: textAt(row, 'name_en') },
        pinyin: textAt(row, 'pinyin'),
        level: textAt(row, 'level') as RegionLevel,
        parent: textAt(row, 'parent'),
        successors: successorsOf(textAt(row, 'successor')),
        central: textAt(row, 'central') === '1',
        seatKm: km('seat_km'),
        capitalKm: km('km_to_province_capital'),
        seat: textAt(row, 'lon') === '' ? undefined : [numberAt(table, row, 'lon'), numberAt(table, row, 'lat')],
      };
      return [code, region];
    }),
  );
  known.set(read, { text, regions });
  return regions;
}

const successorsOf = (text: string): Successor[] =>
  text === '' ? [] : text.split('|').map((each) => ({ code: each.replace('*', ''), part: each.endsWith('*') }));

/** Whether a run can be of it: a prefecture or a directly run county that still stands. */
export const isPlace = (region: Region): boolean =>
  (region.level === 'prefecture' || region.level === 'direct_county') && heirOf(region) === region.code;

/** Code of the province a division code lies in. */
export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** The code that took the place of all of an area's land, or the largest of those that share it; its own where it still stands. */
export function heirOf({ code, successors }: Region): string {
  if (successors.length === 0 || successors.some((each) => each.code === code)) return code;
  return (successors.find(({ part }) => !part) ?? successors[0]).code;
}

/** Code of the prefecture or the directly run county whose land of 2020 an area of either census lies on. */
export function placeOf(region: Region, regions: Regions): string {
  const heir = regions.get(heirOf(region)) ?? region;
  if (heir.level === 'prefecture' || heir.level === 'direct_county') return heir.code;
  const parent = regions.get(heir.parent);
  return parent === undefined ? heir.parent : heirOf(parent);
}
