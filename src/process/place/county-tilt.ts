import type { State } from '../state.ts';

/** Factors further from 1 are not believed of a county's flows. */
const LARGEST = 6;
/** Of a change of side by moves so much is left after ten years (county-drivers.ts): as much changes by the code once for all. */
const STAYS = 0.5;

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
  return townwardFactorOf(drivers.urban[t][area] * moves.residents[area], moves.townward[area]);
}

const townwardFactorOf = (moved: number, townward: number): number =>
  moved === 0 || townward === 0 ? 1 : bounded(1 + moved / townward);

/**
 * Of the shock to a county's urban share, persons a year that its moves and villages cannot follow: they change side by the urban-rural code
 * (统计用城乡划分代码), villages becoming towns or, below zero, parts of towns villages. Who changes side so stays, while of those who move
 * a part goes home again; hence less of it is needed than of moves.
 */
export function codeShift({ anchors: { moves }, drivers, t }: State, area: number): number {
  const moved = drivers.urban[t][area] * moves.residents[area];
  const followed = moves.townward[area] * (townwardFactorOf(moved, moves.townward[area]) - 1);
  return STAYS * (moved - followed);
}
