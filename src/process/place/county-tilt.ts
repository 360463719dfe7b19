import type { State } from '../state.ts';

/** Factors further from 1 are not believed of a county's flows. */
const LARGEST = 6;

const bounded = (factor: number): number => Math.min(LARGEST, Math.max(1 / LARGEST, factor));

/**
 * Factor u by which a county's net migration is moved by what drives it this year: arrivals times u, those who leave over u, so that both
 * together change by the shock. With A arrivals, L who leave and D persons to be moved, A (u - 1) + L (1 - 1/u) = D.
 */
export function tiltOf({ anchors: { moves }, drivers, t }: State, area: number): number {
  const arrivals = moves.arrivals[2 * area] + moves.arrivals[2 * area + 1];
  const leaving = moves.leaving[area];
  const moved = drivers.net[t][area] * moves.residents[area];
  if (moved === 0 || (arrivals === 0 && leaving === 0)) return 1;
  if (arrivals === 0) return bounded(moved < leaving ? leaving / (leaving - moved) : LARGEST);
  const b = leaving - arrivals - moved;
  return bounded((-b + Math.sqrt(b * b + 4 * arrivals * leaving)) / (2 * arrivals));
}

/** Factor on those who come to be townspeople of a county without coming from outside it, by what drives its urban share this year. */
export function townwardFactor({ anchors: { moves }, drivers, t }: State, area: number): number {
  const moved = drivers.urban[t][area] * moves.residents[area];
  return moved === 0 || moves.townward[area] === 0 ? 1 : bounded(1 + moved / moves.townward[area]);
}
