/// <reference path="./vega-scenegraph.d.ts" />
import { textMetrics } from 'vega-scenegraph';
import { textWidth } from './text-width.ts';

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
