import { type Localized, text } from '../../language/language.ts';
import { placesOf } from '../../scenario/city/find-place.ts';
import { provinceOf, type Regions } from '../../scenario/city/regions.ts';
import type { ChartInput, TilePlace } from '../chart-input.ts';
import { type Located, tileGrid } from './tile-grid.ts';

const NATION = '000000';

/** Parts of China that no run is of, with the centres of their outlines in data/boundaries: they have a square, and no figure. */
const apart: readonly NamedPlace[] = [
  { code: '710000', name: text('台湾省', 'Taiwan'), longitude: 120.96, latitude: 23.75 },
  { code: '810000', name: text('香港', 'Hong Kong'), longitude: 114.14, latitude: 22.38 },
  { code: '820000', name: text('澳门', 'Macao'), longitude: 113.56, latitude: 22.16 },
];

interface NamedPlace extends Located {
  readonly name: Localized;
}

/**
 * Parts of the nation whose places have a map of squares of their own, at most seven columns of them: a phone then has room for names.
 * Provinces by the two digits their codes begin with.
 */
const zones: readonly { readonly name: Localized; readonly provinces: readonly string[] }[] = [
  { name: text('华北', 'North China'), provinces: ['11', '12', '13', '14', '15'] },
  { name: text('辽宁', 'Liaoning'), provinces: ['21'] },
  { name: text('吉林、黑龙江', 'Jilin, Heilongjiang'), provinces: ['22', '23'] },
  { name: text('华东', 'East China'), provinces: ['31', '32', '33', '34', '35', '36', '37', '71'] },
  { name: text('华中', 'Central China'), provinces: ['41', '42', '43'] },
  { name: text('广东、香港、澳门', 'Guangdong, Hong Kong, Macao'), provinces: ['44', '81', '82'] },
  { name: text('广西', 'Guangxi'), provinces: ['45'] },
  { name: text('海南', 'Hainan'), provinces: ['46'] },
  { name: text('重庆、四川、贵州', 'Chongqing, Sichuan, Guizhou'), provinces: ['50', '51', '52'] },
  { name: text('云南', 'Yunnan'), provinces: ['53'] },
  { name: text('西藏、青海', 'Tibet, Qinghai'), provinces: ['54', '63'] },
  { name: text('陕西、甘肃、宁夏', 'Shaanxi, Gansu, Ningxia'), provinces: ['61', '62', '64'] },
  { name: text('新疆', 'Xinjiang'), provinces: ['65'] },
];

/** Squares of the provinces and of the places of the nation, or of the prefectures of a province; by the seats in data/areas.csv. */
export function regionTiles(region: string, regions: Regions): NonNullable<ChartInput['tiles']> {
  const isNation = region === NATION;
  const places = located(placesOf(region, regions), regions);
  if (!isNation) return { areas: laidOut(places) };
  const provinces = [...new Set(places.map(({ code }) => provinceOf(code)))].map(
    (code): NamedPlace => ({
      code,
      name: regions.get(code)!.name,
      ...middle(places.filter((place) => provinceOf(place.code) === code)),
    }),
  );
  const all = [...places, ...apart];
  return {
    areas: laidOut([...provinces, ...apart]),
    places: laidOut(all),
    zones: zones.map(({ name, provinces: digits }) => ({
      name,
      tiles: tileGrid(all.filter(({ code }) => digits.includes(code.slice(0, 2)))),
    })),
  };
}

/** Squares of the counties of a city, by their seats; one whose seat is not known lies near the middle of the others. */
export function countyTiles(
  areas: readonly { readonly code: string; readonly name: Localized }[],
  regions: Regions,
): Pick<ChartInput, 'tiles'> {
  const known = located(areas, regions);
  if (known.length < 2) return {};
  const others = areas.filter(({ code }) => !known.some((each) => each.code === code));
  return {
    tiles: { areas: laidOut([...known, ...others.map(({ code, name }) => ({ code, name, ...middle(known) }))]) },
  };
}

const located = (
  areas: readonly { readonly code: string; readonly name: Localized }[],
  regions: Regions,
): NamedPlace[] =>
  areas.flatMap(({ code, name }) => {
    const seat = regions.get(code)?.seat;
    return seat === undefined ? [] : [{ code, name, longitude: seat[0], latitude: seat[1] }];
  });

function middle(places: readonly Located[]): Pick<Located, 'longitude' | 'latitude'> {
  const mean = (of: (place: Located) => number): number =>
    places.reduce((sum, place) => sum + of(place), 0) / places.length;
  return { longitude: mean(({ longitude }) => longitude), latitude: mean(({ latitude }) => latitude) };
}

function laidOut(places: readonly NamedPlace[]): TilePlace[] {
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return tileGrid(places).map((tile) => ({ ...tile, name: names.get(tile.code)! }));
}
