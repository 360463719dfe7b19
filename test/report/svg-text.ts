/** A text of an SVG with the box it is drawn in, in pixels of the document. Turned texts are left out. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

const CHINESE = /[\u2e80-\u9fff\uff00-\uff60]/g;

/** Groups, their ends, and texts with what is in them; a text that closes itself is empty. */
const TAG = /<(g|\/g|text)\b([^>]*?)(?:\/>|>(?:(?<=<text[^>]*>)(.*?)<\/text>)?)/gs;

/** Adds up the `translate`s around each text and takes a usual width for its letters. */
export function svgTexts(svg: string): TextBox[] {
  const stack: [number, number][] = [[0, 0]];
  const boxes: TextBox[] = [];
  for (const [, tag, attributes, content] of svg.matchAll(TAG)) {
    const [x, y] = stack.at(-1)!;
    const [dx, dy] = translation(attributes);
    if (tag === 'g') stack.push([x + dx, y + dy]);
    if (tag === '/g') stack.pop();
    if (tag !== 'text' || content === undefined || attributes.includes('rotate')) continue;
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1]);
    let baseline = y + dy;
    for (const [, step, line] of lines(content)) {
      const text = plain(line!);
      baseline += Number(step ?? 0);
      const wide = text.match(CHINESE)?.length ?? 0;
      const width = size * (wide + 0.52 * (text.length - wide));
      const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
      const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor]!;
      boxes.push({ text, left, right: left + width, baseline });
    }
  }
  return boxes;
}

/** Width and height of the document. */
export function svgSize(svg: string): { width: number; height: number } {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
}

/** Lines of a text, each with its step down. */
const lines = (content: string): Iterable<(string | undefined)[]> =>
  content.includes('<tspan')
    ? content.matchAll(/<tspan(?: x="0" dy="([\d.]+)")?>([^<]*)/g)
    : [[undefined, undefined, content]];

function translation(attributes: string): [number, number] {
  const [, x, y] = /transform="translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes) ?? [];
  return [Number(x ?? 0), Number(y ?? 0)];
}

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
