import type { ChartSpec } from '../head.ts';
import { type Fit, narrowChart, PAIRED } from './narrow-chart.ts';

/** Room in pixels below which a chart takes its form for a phone. */
const PHONE = 600;
/** Drawings at most: what makes a chart wide is known once it is drawn. */
const DRAWINGS = 6;
/** Part of their width that panels side by side give up before there is one fewer beside the others. */
const MOST_CUT = 1 / 3;

/** Whether a chart takes its form for a phone. */
export const isForPhone = (room: number): boolean => room < PHONE;

/**
 * Draws a chart no wider than the room there is, its letters as large as ever: as it is where it fits, and else once to see how wide
 * names and axes make it, and narrower again while that is too much and helps.
 * @param width pixels of what was drawn last
 * @param room pixels there are; 0 where nobody sees it, and it is drawn as it is
 */
export async function drawToFit<Drawn extends { finalize(): void }>(
  draw: (spec: ChartSpec) => Promise<Drawn>,
  width: () => number,
  spec: ChartSpec,
  room: number,
): Promise<Drawn> {
  let fit: Fit | null = isForPhone(room) ? { room, isPhone: true, excess: 0, columns: phoneColumns(spec) } : null;
  for (let drawings = 1, before = Number.POSITIVE_INFINITY; ; drawings++) {
    const drawn = await draw(fit === null ? spec : narrowChart(spec, fit));
    const now = width();
    if (room === 0 || now <= room || drawings === DRAWINGS) return drawn;
    const last: Fit = fit ?? { room, isPhone: false, excess: 0, columns: columnsOf(spec) };
    fit = narrower(spec, last, now, before);
    if (fit === null) return drawn;
    drawn.finalize();
    before = fit.columns === last.columns ? now : Number.POSITIVE_INFINITY;
  }
}

/** The next attempt after one that was `now` pixels wide, and the one before it `before`; null where nothing more helps. */
function narrower(spec: ChartSpec, last: Fit, now: number, before: number): Fit | null {
  const { room, excess, columns } = last;
  const cut = excess + Math.ceil((now - room) / columns);
  if (columns === 1) return now < before ? { ...last, excess: cut } : null;
  if (now < before && cut <= MOST_CUT * panelWidth(spec)) return { ...last, excess: cut };
  return { ...last, excess: 0, columns: columns - 1 };
}

type Panels = { readonly columns?: number; readonly concat?: readonly { readonly width?: unknown }[] };

const columnsOf = (spec: ChartSpec): number => {
  const { columns = 1, concat = [] } = spec as Panels;
  return Math.max(1, Math.min(columns, concat.length));
};

/** Width of the widest of the panels that stand side by side. */
const panelWidth = (spec: ChartSpec): number =>
  Math.max(...((spec as Panels).concat ?? []).map(({ width }) => Number(width)));

const phoneColumns = (spec: ChartSpec): number => (columnsOf(spec) > 1 && panelWidth(spec) <= PAIRED ? 2 : 1);
