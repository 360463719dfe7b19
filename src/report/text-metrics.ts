/// <reference path="./vega-scenegraph.d.ts" />
import { textMetrics } from 'vega-scenegraph';

/** Characters drawn about as wide as they are high: Chinese, Japanese and Korean scripts and full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f][\udc00-\udfff]/g;

/** Mean width of the other characters over the font size, taken a little wide so that nothing is clipped. */
const NARROW = 0.57;

/** Width of a text in pixels, estimated without a canvas. */
export function textWidth(text: string, fontSize: number): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return fontSize * (wide + NARROW * ([...text].length - wide));
}

/**
 * Teaches Vega the width of Chinese text. Without a canvas Vega takes every character for 0.8 of the font size, and
 * Chinese axis labels and legends are cut off at the picture's edge. Calling it again changes nothing.
 */
export function patchTextMetrics(): void {
  textMetrics.width = (item, text) => {
    const width = textWidth(String(text ?? ''), item.fontSize ?? 11);
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
}
