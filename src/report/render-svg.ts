import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { ChartSpec } from './head.ts';
import { patchTextMetrics } from './text-metrics.ts';

patchTextMetrics();

/** A logger that keeps what Vega complains about, so that no chart is written with a fault in it. */
function collector(messages: string[]): vega.LoggerInterface {
  const keep = (...parts: unknown[]) => {
    messages.push(parts.map(String).join(' '));
    return logger;
  };
  const ignore = () => logger;
  const logger = {
    level: () => logger,
    error: keep,
    warn: keep,
    info: ignore,
    debug: ignore,
  } as unknown as vega.LoggerInterface;
  return logger;
}

/**
 * Draws a specification as an SVG document, without a browser. Its description becomes the picture's alternative text.
 *
 * @throws Error when the compiler or the view warns of anything
 */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const messages: string[] = [];
  const logger = collector(messages);
  const compiled = compile(spec, { logger: logger as never }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  try {
    const svg = await view.toSVG();
    if (messages.length > 0) throw new Error(`chart not drawn cleanly: ${messages.join('; ')}`);
    return describe(withoutOwnLabels('datasets' in spec ? shortPaths(svg) : svg), spec.description ?? '');
  } finally {
    view.finalize();
  }
}

/** Paths of a map to the tenth of a pixel: outlines have thousands of corners. */
const shortPaths = (svg: string): string =>
  svg.replace(/ d="[^"]*"/g, (path) =>
    path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10)),
  );

/** Vega labels titles, axes and legends in English; the one text for the whole picture says more, in the language of the chart. */
const withoutOwnLabels = (svg: string): string => svg.replace(/ (?:aria-label|aria-roledescription|role)="[^"]*"/g, '');

/** Marks the document as one picture with a text that stands for it. */
const describe = (svg: string, text: string): string =>
  svg.replace('<svg ', () => `<svg role="img" aria-label="${escapeAttribute(text)}" `);

const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
