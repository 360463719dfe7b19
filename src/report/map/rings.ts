/** Longitude and latitude in degrees. */
export type Position = readonly [number, number, ...number[]];

/**
 * Twice the area a ring encloses on a plane, positive where it runs anticlockwise. Maps are projected on a sphere, where a ring that
 * runs the wrong way encloses everything else: outer rings must run clockwise there, which is the reverse of RFC 7946.
 */
export function signedArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [x0, y0] = ring[(i + ring.length - 1) % ring.length];
    return sum + (x0 * y - x * y0);
  }, 0);
}

/** The rings of a polygon in the order and direction projection wants: the outer clockwise, holes against it. */
export const turned = <Ring>(
  rings: readonly Ring[],
  positionsOf: (ring: Ring) => readonly Position[],
  reverse: (ring: Ring) => Ring,
): Ring[] => rings.map((ring, i) => (signedArea(positionsOf(ring)) > 0 === (i === 0) ? reverse(ring) : ring));

/** Where the name of an area stands: the centre of gravity of its largest ring, with how much that encloses. */
export interface Anchor {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Square degrees. */
  readonly area: number;
}

/** The anchor of an area, or nothing where it has no ring that encloses anything. */
export function anchorOf(code: string, outerRings: readonly (readonly Position[])[]): Anchor[] {
  const [largest] = outerRings
    .map((ring) => ({ ring, twice: signedArea(ring) }))
    .sort((a, b) => Math.abs(b.twice) - Math.abs(a.twice));
  if (largest === undefined || largest.twice === 0) return [];
  const { ring, twice } = largest;
  let [longitude, latitude] = [0, 0];
  for (const [i, [x, y]] of ring.entries()) {
    const [x0, y0] = ring[(i + ring.length - 1) % ring.length];
    longitude += ((x0 + x) * (x0 * y - x * y0)) / (3 * twice);
    latitude += ((y0 + y) * (x0 * y - x * y0)) / (3 * twice);
  }
  return [{ code, longitude, latitude, area: Math.abs(twice) / 2 }];
}
