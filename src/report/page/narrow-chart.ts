import type { ChartSpec } from '../head.ts';
import { WIDTH } from '../theme.ts';
import { wrapText } from '../wrap-text.ts';

/** Smallest width in pixels of a drawing area in which years and lines are still told apart. */
const LEAST_WIDTH = 200;
const TITLE_SIZE = 15;
const SUBTITLE_SIZE = 11;
/** Pixels a chart leaves free at its left and right together. */
const PADDING = 32;

type Node = Readonly<Record<string, unknown>>;

/**
 * A chart for a narrow screen, its letters as large as ever: panels stand one below the other and titles break where the screen
 * ends. Drawing areas become narrower by `excess` pixels, what is placed beyond their right edge moves along.
 * @param room pixels there are
 */
export function narrowChart(spec: ChartSpec, room: number, excess = 0): ChartSpec {
  const { title, columns, ...rest } = spec as unknown as Node;
  const narrow = excess > 0 ? (narrowed(rest, excess) as Node) : rest;
  return {
    ...narrow,
    ...(title === undefined ? {} : { title: wrappedTitle(title as Node, room - PADDING) }),
    ...(columns === undefined ? {} : { columns: 1 }),
  } as unknown as ChartSpec;
}

function wrappedTitle(title: Node, width: number): Node {
  const wrapped = (lines: unknown, size: number) =>
    Array.isArray(lines) ? lines.flatMap((line: string) => wrapText(line, width, size)) : lines;
  return {
    ...title,
    text: wrapped(title['text'], TITLE_SIZE),
    subtitle: wrapped(title['subtitle'], SUBTITLE_SIZE),
  };
}

/** Every view of full width made narrower, whatever lies inside the chart; data stay as they are. */
function narrowed(node: unknown, excess: number): unknown {
  if (Array.isArray(node)) return node.map((each) => narrowed(each, excess));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'data' || key === 'datasets' || key === 'config') return [key, value];
      if (key === 'width' && isFull(value)) return [key, Math.max(LEAST_WIDTH, value - excess)];
      if (key === 'x' && isFull((value as Node | null)?.['value'])) {
        const place = (value as { value: number }).value;
        return [key, { ...(value as Node), value: place - Math.min(excess, WIDTH - LEAST_WIDTH) }];
      }
      return [key, narrowed(value, excess)];
    }),
  );
}

const isFull = (value: unknown): value is number => typeof value === 'number' && value >= WIDTH;
