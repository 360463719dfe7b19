import { type Anchor, anchorOf, type Position, turned } from './rings.ts';

/** As much of TopoJSON as maps use (github.com/topojson/topojson-specification). */
export interface Topology {
  readonly type: 'Topology';
  readonly transform?: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly Position[])[];
  readonly objects: Readonly<Record<string, TopologyGeometry>>;
}

export interface TopologyGeometry {
  readonly type: string;
  /** Indices of arcs, nested as the type has it; `~i` is arc i backwards. */
  readonly arcs?: Arcs;
  readonly geometries?: readonly TopologyGeometry[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

type Arcs = readonly (number | Arcs)[];

/** The single geometries of an object. */
export const geometriesOf = (object: TopologyGeometry): TopologyGeometry[] =>
  object.type === 'GeometryCollection' ? (object.geometries ?? []).flatMap(geometriesOf) : [object];

/** Numbers of the arcs a geometry is made of, whichever way they are run through. */
const arcNumbers = (arcs: Arcs): number[] =>
  arcs.flatMap((arc) => (typeof arc === 'number' ? [arc < 0 ? ~arc : arc] : arcNumbers(arc)));

/**
 * A topology of these geometries alone, under the name `areas`, with the arcs they use and no other, outer rings turned clockwise. Arcs
 * that areas of different groups share, or that have nothing beyond, are given as lines over the areas, without a code.
 * @param groupOf group of an area, for example its province; null without such lines
 */
export function cutTopology(
  topology: Topology,
  geometries: readonly TopologyGeometry[],
  groupOf: ((geometry: TopologyGeometry) => string) | null,
): Topology {
  const used = [...new Set(geometries.flatMap(({ arcs = [] }) => arcNumbers(arcs)))];
  const place = new Map(used.map((arc, i) => [arc, i]));
  const renumber = (arcs: Arcs): Arcs =>
    arcs.map((arc) => (typeof arc !== 'number' ? renumber(arc) : arc < 0 ? ~place.get(~arc)! : place.get(arc)!));
  const cut = { ...topology, arcs: used.map((arc) => topology.arcs[arc]) };
  const decoded = decodedArcs(cut);
  const areas = geometries.map((geometry) => ({
    ...geometry,
    arcs: clockwise(geometry.type, renumber(geometry.arcs ?? []), decoded),
  }));
  const lines = groupOf === null ? [] : borders(areas, groupOf);
  const { transform } = topology;
  return {
    type: 'Topology',
    ...(transform === undefined ? {} : { transform }),
    arcs: cut.arcs,
    objects: { areas: { type: 'GeometryCollection', geometries: [...areas, ...lines] } },
  };
}

/** Where the names of areas stand. */
export function anchorsOf(topology: Topology, geometries: readonly TopologyGeometry[]): Anchor[] {
  const decoded = decodedArcs(topology);
  return geometries.flatMap(({ type, arcs = [], properties }) => {
    const polygons = (type === 'Polygon' ? [arcs] : type === 'MultiPolygon' ? arcs : []) as Arcs[];
    const outer = polygons.map(([ring]) => positionsOf(ring as readonly number[], decoded));
    return anchorOf(String(properties?.['code']), outer);
  });
}

/** Positions along arcs, each run the way its sign says. */
const positionsOf = (ring: readonly number[], decoded: readonly (readonly Position[])[]): Position[] =>
  ring.flatMap((arc) => (arc < 0 ? [...decoded[~arc]].reverse() : decoded[arc]));

/** Arcs between groups and at the outer edge, as one geometry of lines. */
function borders(
  areas: readonly TopologyGeometry[],
  groupOf: (geometry: TopologyGeometry) => string,
): TopologyGeometry[] {
  const groups = new Map<number, string[]>();
  for (const area of areas)
    for (const arc of arcNumbers(area.arcs ?? [])) groups.set(arc, [...(groups.get(arc) ?? []), groupOf(area)]);
  const between = [...groups]
    .filter(([, sides]) => sides.length === 1 || new Set(sides).size > 1)
    .map(([arc]) => [arc]);
  return [{ type: 'MultiLineString', arcs: between, properties: { code: '' } }];
}

function clockwise(type: string, arcs: Arcs, decoded: readonly (readonly Position[])[]): Arcs {
  const positions = (ring: readonly number[]): Position[] => positionsOf(ring, decoded);
  const reverse = (ring: readonly number[]): number[] => ring.map((arc) => ~arc).reverse();
  const polygon = (rings: Arcs): Arcs => turned(rings as readonly (readonly number[])[], positions, reverse);
  if (type === 'Polygon') return polygon(arcs);
  return type === 'MultiPolygon' ? arcs.map((rings) => polygon(rings as Arcs)) : arcs;
}

/** Arcs as longitude and latitude. */
export function decodedArcs({ arcs, transform }: Pick<Topology, 'arcs' | 'transform'>): Position[][] {
  return arcs.map((arc) => {
    if (transform === undefined) return [...arc];
    const [[kx, ky], [dx, dy]] = [transform.scale, transform.translate];
    let [x, y] = [0, 0];
    return arc.map((step): Position => {
      x += step[0];
      y += step[1];
      return [x * kx + dx, y * ky + dy];
    });
  });
}
