import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import type { Outlines } from '../chart-input.ts';
import { mapMessages as messages } from './messages.ts';
import { anchorOf, type Position, turned } from './rings.ts';
import { anchorsOf, cutTopology, decodedArcs, geometriesOf, type Topology, type TopologyGeometry } from './topology.ts';

interface Feature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: string; readonly coordinates?: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/**
 * The user's own base map: GeoJSON, or TopoJSON of which the object with most of the codes is drawn. Features have a `code`; what has none
 * is drawn as a line. Rings may run either way.
 * @param codes of the places that are to be coloured
 * @throws InputError in one line: no file, no JSON, no features, degrees that are none, no code that matches
 */
export function ownOutlines(file: string, codes: ReadonlySet<string>): Outlines {
  const refuse = (message: ReturnType<(typeof messages)['noJson']>): InputError =>
    new InputError([{ file, ...message }]);
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw refuse(messages.noFile());
  }
  const map = parsed(content);
  if (map === null) throw refuse(messages.noJson());
  const outlines = isTopology(map) ? ofTopology(map, codes) : ofGeoJson(map);
  if (outlines === null) throw refuse(messages.noFeatures());
  if (!outlines.positions.every(isDegrees)) throw refuse(messages.noDegrees());
  if (outlines.codes.every((code) => !codes.has(code))) throw refuse(messages.noCode([...codes][0]));
  const name = path.basename(file);
  const { geometry, feature, anchors } = outlines;
  return {
    geometry,
    feature,
    anchors: anchors.filter(({ code }) => codes.has(code)),
    codes: outlines.codes,
    source: text(`底图：${name}（用户提供）`, `Drawn on ${name}, given by the user`),
  };
}

interface Drawable extends Pick<Outlines, 'geometry' | 'feature' | 'codes' | 'anchors'> {
  readonly positions: readonly Position[];
}

function parsed(content: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(content.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const isTopology = (map: object): map is Topology =>
  'objects' in map && typeof map.objects === 'object' && 'arcs' in map && Array.isArray(map.arcs);

/** The `code` of a feature as a text; empty without one. */
const codeOf = (properties: Readonly<Record<string, unknown>> | null | undefined): string => {
  const code = properties?.['code'];
  return typeof code === 'string' || typeof code === 'number' ? String(code) : '';
};

const kept = (properties: Readonly<Record<string, unknown>> | null | undefined) => {
  const name = properties?.['name'];
  return { code: codeOf(properties), ...(typeof name === 'string' ? { name } : {}) };
};

const isDrawn = /^(Multi)?(Polygon|LineString)$/;

function ofTopology(topology: Topology, codes: ReadonlySet<string>): Drawable | null {
  const matches = (geometries: readonly TopologyGeometry[]): number =>
    geometries.filter(({ properties }) => codes.has(codeOf(properties))).length;
  const [most] = Object.values(topology.objects)
    .map((object) => geometriesOf(object).filter(({ type }) => isDrawn.test(type)))
    .sort((a, b) => matches(b) - matches(a) || b.length - a.length);
  if (most === undefined || most.length === 0) return null;
  const geometries = most.map((geometry) => ({ ...geometry, properties: kept(geometry.properties) }));
  try {
    const cut = cutTopology(topology, geometries, null);
    return {
      geometry: cut,
      feature: 'areas',
      anchors: anchorsOf(topology, geometries),
      codes: geometries.map(({ properties }) => properties.code),
      positions: decodedArcs(cut).flat(),
    };
  } catch {
    return null; // arcs that are named but are not there
  }
}

function ofGeoJson(map: Readonly<Record<string, unknown>>): Drawable | null {
  const all = Array.isArray(map['features']) ? (map['features'] as (Feature | null)[]) : [];
  const features = all
    .filter((feature) => isDrawn.test(feature?.geometry?.type ?? '') && Array.isArray(feature?.geometry?.coordinates))
    .map((feature) => ({
      ...feature!,
      geometry: clockwise(feature!.geometry!),
      properties: kept(feature!.properties),
    }));
  if (features.length === 0) return null;
  return {
    geometry: features.map(({ geometry, properties }) => ({ type: 'Feature', properties, geometry })),
    feature: null,
    anchors: features.flatMap(({ geometry: { type, coordinates }, properties }) => {
      const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? (coordinates as unknown[]) : [];
      return anchorOf(
        properties.code,
        (polygons as Position[][][]).map(([outer]) => outer),
      );
    }),
    codes: features.map(({ properties }) => properties.code),
    positions: features.flatMap(({ geometry }) => positionsIn(geometry.coordinates)),
  };
}

function clockwise({ type, coordinates }: NonNullable<Feature['geometry']>) {
  const polygon = (rings: readonly (readonly Position[])[]) =>
    turned(
      rings,
      (ring) => ring,
      (ring) => [...ring].reverse(),
    );
  if (type === 'Polygon') return { type, coordinates: polygon(coordinates as Position[][]) };
  if (type === 'MultiPolygon') return { type, coordinates: (coordinates as Position[][][]).map(polygon) };
  return { type, coordinates };
}

/** Positions in coordinates of any depth. */
const positionsIn = (coordinates: unknown): Position[] => {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === 'number' ? [coordinates as unknown as Position] : coordinates.flatMap(positionsIn);
};

const isDegrees = ([longitude, latitude]: Position): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
