import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';
import type { Node } from './node.ts';

const TITLE_SIZE = 15;
const SUBTITLE_SIZE = 11;

/** A line of a title wider than this in pixels was broken for want of room, and goes on in the next. */
const FULL_LINE = 480;
/** Width of bold letters over that of plain ones. */
const BOLD = 1.08;

/** The title of a chart with its lines broken at `width` pixels, where some are wider. */
export function narrowTitle(title: Node, width: number): Node {
  const wrapped = (lines: unknown, size: number) =>
    Array.isArray(lines) && lines.some((line) => textWidth(line, size) > width)
      ? joined(lines, size).flatMap((line) => wrapText(line, width, size))
      : lines;
  return {
    ...title,
    text: wrapped(title['text'], BOLD * TITLE_SIZE),
    subtitle: wrapped(title['subtitle'], SUBTITLE_SIZE),
  };
}

const endsChinese = /[\u3000-\u9fff\uff00-\uff60]$/;

/** Lines as they were before they were broken; a Chinese one goes on without a space. */
function joined(lines: readonly string[], size: number): string[] {
  const whole: string[] = [];
  let isBroken = false;
  for (const line of lines) {
    const before = isBroken ? whole.pop()! : null;
    whole.push(before === null ? line : continued(before, line));
    isBroken = textWidth(line, size) > FULL_LINE;
  }
  return whole;
}

const continued = (before: string, line: string): string => before + (endsChinese.test(before) ? '' : ' ') + line;

/** The title of one of several panels, what was broken for the wide chart put together and broken at `width` pixels. */
export function narrowPanelTitle(title: Node, width: number): Node {
  const broken = (lines: unknown, size: unknown) => {
    const whole = [lines as string | string[]].flat();
    return whole.length === 0 ? [] : wrapText(whole.reduce(continued), width, (size as number) ?? SUBTITLE_SIZE);
  };
  const { text, fontSize = SUBTITLE_SIZE, subtitle, subtitleFontSize } = title;
  return {
    ...title,
    text: broken(text, BOLD * (fontSize as number)),
    ...(subtitle === undefined ? {} : { subtitle: broken(subtitle, subtitleFontSize) }),
  };
}
