import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../run/package.ts';
import { fontCharacters } from './font-characters.ts';
import type { ChartSpec } from './head.ts';
import { renderSvg } from './render-svg.ts';

/** Noto Sans SC cut to GB 2312, Latin and Greek letters and the signs charts use (SIL Open Font License 1.1, beside it). */
const SHIPPED = path.join(packageRoot, 'src/report/asset/NotoSansSC-subset.ttf');

/** Where systems keep a Chinese font that has the rarer characters too. */
const SYSTEM_FONTS = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  '/System/Library/Fonts/STHeiti Light.ttc',
  '/System/Library/Fonts/Supplemental/Songti.ttc',
  'C:\\Windows\\Fonts\\msyh.ttc',
  'C:\\Windows\\Fonts\\simsun.ttc',
];

/** How a picture is drawn. */
export interface PngOptions {
  /** Pixels of the picture for each pixel of the chart. */
  readonly scale?: number;
  /** Fonts looked into, in order, for characters the shipped one lacks. */
  readonly systemFonts?: readonly string[];
}

/**
 * Draws a specification as a PNG without a browser, with the font of this package; with a font of the system for characters it lacks.
 *
 * @throws Error when @resvg/resvg-js is not installed, or no font has one of the characters: a picture never has boxes or gaps
 */
export const renderPng = async (spec: ChartSpec, options: PngOptions = {}): Promise<Uint8Array> =>
  svgToPng(await renderSvg(spec), options);

/** The same for a chart that has been drawn as SVG. */
export async function svgToPng(
  svg: string,
  { scale = 2, systemFonts = SYSTEM_FONTS }: PngOptions = {},
): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js').catch(() => {
    throw new Error('PNG needs the optional package @resvg/resvg-js, which is not installed');
  });
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: 'white',
    font: { loadSystemFonts: false, fontFiles: fontsFor(svg, systemFonts), defaultFontFamily: 'Noto Sans SC' },
  });
  return picture.render().asPng();
}

/** Characters of a font, read once. */
const known = new Map<string, ReadonlySet<number>>();

function charactersOf(file: string): ReadonlySet<number> {
  const found = known.get(file) ?? fontCharacters(readFileSync(file));
  known.set(file, found);
  return found;
}

/** The shipped font, and the first ones of the system that have what it lacks. */
function fontsFor(svg: string, systemFonts: readonly string[]): string[] {
  const files = [SHIPPED];
  let missing = lacking(texts(svg), charactersOf(SHIPPED));
  for (const file of systemFonts) {
    if (missing.size === 0) break;
    const rest = lacking(missing, charactersIfThere(file));
    if (rest.size < missing.size) files.push(file);
    missing = rest;
  }
  if (missing.size > 0) throw new Error(`no font has the characters ${[...missing].join(' ')}`);
  return files;
}

function charactersIfThere(file: string): ReadonlySet<number> {
  try {
    return charactersOf(file);
  } catch {
    return new Set();
  }
}

const lacking = (characters: ReadonlySet<string>, font: ReadonlySet<number>): Set<string> =>
  new Set([...characters].filter((character) => !font.has(character.codePointAt(0)!)));

/** Characters of the texts of a drawing; spaces and what is not drawn apart. */
function texts(svg: string): Set<string> {
  const all = [...svg.matchAll(/>([^<]+)</g)].map(([, text]) => text.replace(/&#?\w+;/g, decoded)).join('');
  return new Set([...all].filter((character) => !/[\s\p{Cc}\p{Cf}\p{Mn}]/u.test(character)));
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function decoded(entity: string): string {
  const number = /^&#(x?)([0-9a-f]+);$/i.exec(entity);
  if (number) return String.fromCodePoint(Number.parseInt(number[2], number[1] ? 16 : 10));
  return entities[entity] ?? entity;
}
