import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '../../src/language/language.ts';
import { charts } from '../../src/report/charts.ts';
import { fontCharacters } from '../../src/report/font-characters.ts';
import { renderPng, svgToPng } from '../../src/report/render-png.ts';
import { sample } from './sample.ts';

const FONT = 'src/report/asset/NotoSansSC-subset.ttf';
const shipped = fontCharacters(readFileSync(FONT));

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="30"><text x="4" y="22" font-size="18" font-family="Noto Sans SC">${text}</text></svg>`;

/** Everything under a folder that can end up on a chart. */
function textsUnder(folder: string, ending: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('');
}

/** In names that people type and no picture shows: the traditional forms of what the data leave out (scenario/city/find-place.ts). */
const onlyTyped = ['灣', '臺', '門'];

it('the shipped font has every Chinese character of the program, the data and the scenarios', () => {
  const texts = [
    textsUnder('src', /\.ts$/),
    textsUnder('data', /\.(csv|yaml)$/),
    textsUnder('scenarios', /\.yaml$/),
  ].join('');
  const characters = new Set(texts.match(/\p{Script=Han}/gu));
  expect(characters.size).toBeGreaterThan(1000);
  expect([...characters].filter((character) => !shipped.has(character.codePointAt(0)!)).sort()).toEqual(onlyTyped);
});

it('its licence lies beside it', () => {
  expect(readFileSync('src/report/asset/NotoSansSC-OFL.txt', 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  expect(files).toContain('src/report/asset/NotoSansSC-*');
});

it.each(languages)('every chart becomes a picture without a font of the system (%s)', async (lang) => {
  for (const chart of [charts.rates, charts.flows]) {
    const bytes = Buffer.from(await renderPng(chart(sample(), lang)!, { systemFonts: [], scale: 1 }));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(500);
  }
});

it('characters are drawn, each with its own shape', async () => {
  const characters = [...'落户城镇化率包头0123aé→−'];
  const pictures = await Promise.all(characters.map((each) => svgToPng(picture(each), { systemFonts: [] })));
  const empty = await svgToPng(picture(' '), { systemFonts: [] });
  const shapes = new Set(pictures.map((bytes) => Buffer.from(bytes).toString('base64')));
  expect(shapes.size).toBe(characters.length);
  expect(shapes.has(Buffer.from(empty).toString('base64'))).toBe(false);
});

it('a character no font has is refused rather than drawn as a box', async () => {
  expect(shipped.has(0x2a6d6)).toBe(false);
  await expect(svgToPng(picture('\u{2a6d6}'), { systemFonts: [] })).rejects.toThrow(
    'no font has the characters \u{2a6d6}',
  );
  await expect(svgToPng(picture('&#x2a6d6;'), { systemFonts: ['/nowhere'] })).rejects.toThrow(/no font has/);
});

it('what is no font is told apart from one', () => {
  expect(() => fontCharacters(new Uint8Array(3))).toThrow(RangeError);
  expect(() => fontCharacters(new TextEncoder().encode('no font at all, only some text'))).toThrow(RangeError);
});
