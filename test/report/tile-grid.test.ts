import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../src/report/map/assign.ts';
import { shippedOutlines } from '../../src/report/map/shipped-outlines.ts';
import { shortName } from '../../src/report/map/short-name.ts';
import { type Tile, tileGrid } from '../../src/report/map/tile-grid.ts';
import { countyTiles, regionTiles } from '../../src/report/map/tile-places.ts';
import { geometriesOf, type Topology, type TopologyGeometry } from '../../src/report/map/topology.ts';
import { textWidth } from '../../src/report/text-width.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

const regions = readRegions(readData);
const provinces = [...regions.values()].filter(({ level }) => level === 'province').map(({ code }) => code);

/** Pairs of places whose outlines share a line. */
function neighbours(region: string): [string, string][] {
  const arcsOf = (arcs: TopologyGeometry['arcs']): number[] =>
    (arcs ?? []).flatMap((arc) => (typeof arc === 'number' ? [arc < 0 ? ~arc : arc] : arcsOf(arc)));
  const sides = new Map<number, Set<string>>();
  const { geometry } = shippedOutlines(readData, region);
  for (const { properties, arcs } of geometriesOf((geometry as Topology).objects['areas'])) {
    const code = String(properties?.['code']);
    if (code !== '') for (const arc of arcsOf(arcs)) sides.set(arc, (sides.get(arc) ?? new Set()).add(code));
  }
  const pairs = [...sides.values()].filter(({ size }) => size === 2).map((pair) => [...pair].sort().join(' '));
  return [...new Set(pairs)].map((pair) => pair.split(' ') as [string, string]);
}

/** How near map neighbours stay, and how many keep their direction. */
function kept(tiles: readonly Tile[], region: string) {
  const at = new Map(tiles.map((tile) => [tile.code, tile]));
  const pairs = neighbours(region).filter(
    ([a, b]) => at.has(a) && at.has(b) && regions.get(a)?.seat && regions.get(b)?.seat,
  );
  const shares = { touching: 0, near: 0, inDirection: 0 };
  for (const [a, b] of pairs) {
    const [from, to] = [at.get(a)!, at.get(b)!];
    const [east, south] = [to.column - from.column, to.row - from.row];
    const away = Math.max(Math.abs(east), Math.abs(south));
    const [p, q] = [regions.get(a)!.seat!, regions.get(b)!.seat!];
    if (away <= 1) shares.touching += 1 / pairs.length;
    if (away <= 2) shares.near += 1 / pairs.length;
    if (east * (q[0] - p[0]) * 0.82 - south * (q[1] - p[1]) > 0) shares.inDirection += 1 / pairs.length;
  }
  return { pairs: pairs.length, ...shares };
}

const isApart = (tiles: readonly Tile[]): boolean =>
  new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size === tiles.length;

describe('squares of the nation', () => {
  const { areas, places } = regionTiles('000000', regions);

  it('are one for every place and every province, Taiwan, Hong Kong and Macao among them', () => {
    expect(areas).toHaveLength(34);
    expect(isApart(areas)).toBe(true);
    expect(places!.length).toBeGreaterThan(365);
    expect(isApart(places!)).toBe(true);
    expect(areas.map(({ code }) => code)).toEqual(expect.arrayContaining([...provinces, '710000', '810000', '820000']));
  });

  it('keep neighbours near and directions as they are', () => {
    const { pairs, touching, near, inDirection } = kept(places!, '000000');
    expect(pairs).toBeGreaterThan(900);
    expect(touching).toBeGreaterThan(0.72);
    expect(near).toBeGreaterThan(0.93);
    expect(inDirection).toBeGreaterThan(0.95);
  });

  it('lie as the provinces lie', () => {
    const at = new Map(areas.map((tile) => [tile.name.en, tile]));
    const [north, south, west, east] = ['Heilongjiang', 'Hainan', 'Tibet', 'Shanghai'].map((name) => at.get(name)!);
    expect(north.row).toBe(0);
    expect(south.row).toBe(Math.max(...areas.map(({ row }) => row)));
    expect(west.column).toBe(0);
    expect(east.column).toBeGreaterThan(at.get('Hubei')!.column);
  });
});

it('squares of every province keep neighbours near and directions as they are', () => {
  const all = provinces
    .map((province) => ({ province, tiles: regionTiles(province, regions).areas }))
    .filter(({ tiles }) => tiles.length > 1)
    .map(({ province, tiles }) => ({ province, isApart: isApart(tiles), ...kept(tiles, province) }));
  for (const each of all) {
    expect(each.isApart, each.province).toBe(true);
    expect(each.near, `near in ${each.province}`).toBeGreaterThan(0.85);
    expect(each.inDirection, `directions in ${each.province}`).toBeGreaterThanOrEqual(0.75);
  }
  const pairs = all.reduce((sum, each) => sum + each.pairs, 0);
  const share = (of: 'near' | 'inDirection') => all.reduce((sum, each) => sum + each[of] * each.pairs, 0) / pairs;
  expect(share('near')).toBeGreaterThan(0.97);
  expect(share('inDirection')).toBeGreaterThan(0.95);
});

describe('a grid of squares', () => {
  const scattered = fc.uniqueArray(
    fc.record({
      code: fc.integer({ min: 100000, max: 999999 }).map(String),
      longitude: fc.double({ min: 75, max: 135, noNaN: true }),
      latitude: fc.double({ min: 18, max: 53, noNaN: true }),
    }),
    { selector: ({ code }) => code, minLength: 1, maxLength: 20 },
  );

  it('has a square for each area, from the first row and column on', () => {
    fc.assert(
      fc.property(scattered, (areas) => {
        const tiles = tileGrid(areas);
        expect(tiles.map(({ code }) => code).sort()).toEqual(areas.map(({ code }) => code).sort());
        expect(isApart(tiles)).toBe(true);
        expect(Math.min(...tiles.map(({ column }) => column))).toBe(0);
        expect(Math.min(...tiles.map(({ row }) => row))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same in whatever order the areas come', () => {
    fc.assert(
      fc.property(scattered, (areas) => {
        expect(tileGrid([...areas].reverse())).toEqual(tileGrid(areas));
      }),
      { numRuns: 30 },
    );
  });

  it('parts areas at one place', () => {
    const areas = ['110101', '110102', '110105', '110106'].map((code) => ({ code, longitude: 116, latitude: 40 }));
    expect(isApart(tileGrid(areas))).toBe(true);
  });

  it('of nothing is empty', () => {
    expect(tileGrid([])).toEqual([]);
  });
});

describe('counties of a city', () => {
  const of = (code: string) => ({
    code,
    name: regions.get(code)?.name ?? { zh: code, en: code },
    level: '',
    central: false,
  });

  it('lie by their seats, and one without a seat in their midst', () => {
    const { tiles } = countyTiles(['150202', '150203', '150222', '150223', '999999'].map(of), regions);
    const at = new Map(tiles!.areas.map((tile) => [tile.code, tile]));
    expect(tiles!.areas).toHaveLength(5);
    expect(at.get('150223')!.row).toBeLessThan(at.get('150202')!.row);
    expect(at.get('150203')!.column).toBeLessThan(at.get('150202')!.column);
  });

  it('have no squares where hardly any seat is known', () => {
    expect(countyTiles([of('150202'), of('999999')], regions)).toEqual({});
  });
});

it('gives rows the cheapest columns, as trying all ways does', () => {
  const matrix = fc
    .record({ rows: fc.integer({ min: 1, max: 4 }), more: fc.integer({ min: 0, max: 2 }) })
    .chain(({ rows, more }) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: rows + more, maxLength: rows + more }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const least = (cost: readonly (readonly number[])[], taken: readonly number[] = []): number =>
    taken.length === cost.length
      ? 0
      : Math.min(
          ...cost[taken.length].map((each, column) =>
            taken.includes(column) ? Number.POSITIVE_INFINITY : each + least(cost, [...taken, column]),
          ),
        );
  fc.assert(
    fc.property(matrix, (cost) => {
      const found = assign(cost);
      expect(new Set(found).size).toBe(cost.length);
      expect(found.reduce((sum, column, row) => sum + cost[row][column], 0)).toBe(least(cost));
    }),
  );
  expect(() => assign([[1], [2]])).toThrow('2 rows for 1 columns');
});

describe('names in squares', () => {
  it.each([
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['新疆维吾尔自治区', '新疆'],
    ['巴音郭楞蒙古自治州', '巴音郭楞'],
    ['博尔塔拉蒙古自治州', '博尔塔拉'],
    ['黔东南苗族侗族自治州', '黔东南'],
    ['湘西土家族苗族自治州', '湘西'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['北京市', '北京'],
    ['锡林郭勒盟', '锡林郭勒'],
    ['城区', '城区'],
  ])('%s is %s', (zh, bare) => {
    expect(shortName({ zh, en: '' }, 'zh', 80, 10, 2)).toEqual([bare]);
  });

  it('have lines that fit, in either language, whatever the place', () => {
    for (const { name } of regions.values())
      for (const [lang, most] of [
        ['zh', 2],
        ['en', 3],
        ['en', 1],
      ] as const) {
        const lines = shortName(name, lang, 40, 10, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, 10), line).toBeLessThanOrEqual(40);
      }
  });
});
