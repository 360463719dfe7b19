import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { charts } from '../../src/report/charts.ts';
import { ownOutlines } from '../../src/report/map/own-outlines.ts';
import { signedArea } from '../../src/report/map/rings.ts';
import { shippedOutlines } from '../../src/report/map/shipped-outlines.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { provinceSample } from './region-sample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luohu-maps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codes = new Set(['510100', '510300']);
const square = (x: number, y: number) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const feature = (code: unknown, ring: number[][]) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const good = collection(feature('510100', square(103, 30)), feature(510300, square(104, 29)), {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [103, 29],
      [105, 31],
    ],
  },
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function told(file: string): string {
  try {
    ownOutlines(file, codes);
  } catch (error) {
    if (error instanceof InputError) return error.message.replace(`${folder}${path.sep}`, '');
    throw error;
  }
  return '';
}

describe("a user's own base map", () => {
  it('is refused in one line for each mistake', () => {
    expect(told(path.join(folder, 'none.json'))).toBe('none.json: must be a base map that can be read, got nothing');
    expect(told(write('half.json', '{"type":'))).toBe('half.json: must be TopoJSON or GeoJSON, got what is no JSON');
    const none = 'must hold areas (objects of TopoJSON or features of GeoJSON), got none';
    expect(told(write('empty.json', collection()))).toBe(`empty.json: ${none}`);
    expect(told(write('list.json', '[1]'))).toBe(`list.json: ${none}`);
    expect(
      told(write('arcs.json', '{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[7]]}}}')),
    ).toBe(`arcs.json: ${none}`);
    expect(told(write('adcode.json', collection(feature('110100', square(103, 30)))))).toBe(
      'adcode.json: features must have the six-digit code of a place as their property code (as 510100), got none that is in the result',
    );
    expect(told(write('metres.json', collection(feature('510100', square(500_000, 4e6)))))).toBe(
      'metres.json: must be in degrees of longitude and latitude, got other coordinates',
    );
  });

  it('may be GeoJSON whose rings run either way, and whose codes are numbers', () => {
    const backwards = collection(feature('510100', square(103, 30).reverse()));
    for (const text of [good, backwards]) {
      const { geometry } = ownOutlines(write('map.json', text), codes);
      const [area] = geometry as { geometry: { coordinates: [number, number][][] } }[];
      expect(signedArea(area.geometry.coordinates[0])).toBeLessThan(0);
    }
    expect(ownOutlines(write('map.json', good), codes).codes).toEqual(['510100', '510300', '']);
  });

  it('may be TopoJSON: the object with most of the codes is drawn', () => {
    const file = path.join('data', 'boundaries', '510000.topojson');
    const outlines = ownOutlines(file, new Set(provinceSample().places!.map(({ code }) => code)));
    expect(outlines.codes).toHaveLength(21);
    expect(outlines.source.zh).toContain('510000.topojson（用户提供）');
    expect([...outlines.codes].sort()).toEqual([...shippedOutlines(readData, '510000').codes].sort());
  });

  it('is drawn and named in place of the one of the package', async () => {
    const outlines = ownOutlines(write('reviewed.json', good), codes);
    const svg = await renderSvg(charts.map({ ...provinceSample(), outlines }, 'en')!);
    expect(svg).toContain('Drawn on reviewed.json, given by the user');
    expect(svg).not.toContain('Amap');
  });
});
