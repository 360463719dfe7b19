import type { Outlines } from '../chart-input.ts';
import { textWidth } from '../text-width.ts';

/** Most places a map names; of more only the pointer tells. */
const MOST = 30;
const LINE = 12;
/** Part of the drawing area the areas fill, a little less than all of it. */
const FILLED = 0.94;

interface Label {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly lines: readonly string[];
}

/**
 * Names of places that fit on a map without touching each other, larger places first; none where there are too many.
 * @param linesOf the lines of a place's label; empty where it gets none
 * @param width of the drawing area in pixels
 */
export function placeLabels(
  { anchors }: Outlines,
  linesOf: (code: string) => readonly string[],
  [width, height]: readonly [number, number],
  fontSize: number,
): Label[] {
  const wanted = anchors.filter(({ code }) => linesOf(code).length > 0).sort((a, b) => b.area - a.area);
  if (wanted.length === 0 || wanted.length > MOST) return [];
  // degrees to pixels as on a plane: exact enough over a province to see what would touch
  const middle = (wanted[0].latitude * Math.PI) / 180;
  const across = wanted.map(({ longitude }) => longitude * Math.cos(middle));
  const up = wanted.map(({ latitude }) => latitude);
  const reach = Math.sqrt(Math.max(...wanted.map(({ area }) => area)));
  const scale =
    FILLED *
    Math.min(
      width / (Math.max(...across) - Math.min(...across) + reach),
      height / (Math.max(...up) - Math.min(...up) + reach),
    );
  const boxes: { left: number; right: number; top: number; bottom: number }[] = [];
  return wanted.flatMap(({ code, longitude, latitude }, i) => {
    const lines = linesOf(code);
    const half = Math.max(...lines.map((line) => textWidth(line, fontSize))) / 2;
    const [x, y] = [across[i] * scale, -up[i] * scale];
    const tall = (lines.length * LINE) / 2;
    const box = { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
    const touches = boxes.some(
      (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
    );
    if (touches) return [];
    boxes.push(box);
    return [{ code, longitude, latitude, lines }];
  });
}
