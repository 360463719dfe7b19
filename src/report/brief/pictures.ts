import type { Language } from '../../language/language.ts';
import type { Choice } from '../chart-input.ts';
import { type ChartName, charts } from '../charts.ts';
import type { ChartSpec } from '../head.ts';
import type { RunTold } from '../read/read-run.ts';
import { svgToPng } from '../render-png.ts';
import { renderSvg } from '../render-svg.ts';
import type { Picture } from './block.ts';

/** Charts of a briefing unless others are asked for; those a run cannot draw are left out. */
export const briefCharts: readonly ChartName[] = ['rates', 'map', 'counties', 'settlements'];

/** Pixels of the PNG for each of the chart: letters stay sharp in print. */
const SCALE = 3;

/** A chart as SVG and as PNG, with the pixels of the SVG. */
export async function drawnTwice(
  spec: ChartSpec,
): Promise<{ readonly svg: string; readonly png: Uint8Array; readonly width: number; readonly height: number }> {
  const svg = await renderSvg(spec);
  const [, width, height] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { svg, png: await svgToPng(svg, { scale: SCALE }), width: Number(width), height: Number(height) };
}

/**
 * Charts of a run, drawn as SVG and PNG.
 * @param choice years for the charts that can show a choice of them
 */
export async function drawPictures(
  { input }: RunTold,
  names: readonly ChartName[],
  lang: Language,
  choice: Choice = {},
): Promise<Picture[]> {
  const drawn: Picture[] = [];
  for (const name of names) {
    const spec = charts[name](input, lang, choice);
    if (spec === null) continue;
    drawn.push({ kind: 'picture', name, ...(await drawnTwice(spec)), description: spec.description ?? name });
  }
  return drawn;
}
