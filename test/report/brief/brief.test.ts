import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { Language } from '../../../src/language/language.ts';
import type { Block } from '../../../src/report/brief/block.ts';
import { briefBlocks } from '../../../src/report/brief/content.ts';
import { writeDocx } from '../../../src/report/brief/docx-writer.ts';
import { drawPictures } from '../../../src/report/brief/pictures.ts';
import { differenceTold, headlinesTold } from '../../../src/report/brief/sentences.ts';
import { readDocuments } from '../../../src/run/read-documents.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import { runTold } from '../page/run-told.ts';

const documents = readDocuments(readData);
const base = runTold();
const run = {
  ...runTold({ shift: 0.8, manifest: { resultHash: 'd'.repeat(64) } }),
  folder: 'out/other',
};
const choice = { years: [2020, 2030, 2035], areas: ['150203'], unit: '市发展改革委', date: '2026-12-01' };
const pictures = (lang: Language) => drawPictures(run, ['rates', 'settlements'], lang);
const blocksOf = async (lang: Language) => briefBlocks([base, run], await pictures(lang), documents, lang, choice);
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => ('text' in block ? [block.text] : []));

const sectionsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'section' && 'text' in block ? [block.text] : []));

test('the findings are sentences with intervals, and the difference from the base says how sure it is', async () => {
  const zh = textsOf(await blocksOf('zh'));
  expect(
    zh.some((text) => /^1\. 2035年户籍人口城镇化率为[\d.]+%（90%区间[\d.]+%至[\d.]+%），2020年为[\d.]+%。$/.test(text)),
  ).toBe(true);
  expect(zh).toContain(
    '1. 2035年户籍人口城镇化率比基准情景高0.80个百分点（90%区间0.80个百分点至0.80个百分点）；方向确定：至少九成重复同号。',
  );
  const en = textsOf(await blocksOf('en'));
  expect(en).toContain(
    '1. Registered urbanization rate in 2035: 0.80 points higher than in the base (90 % interval 0.80 points to 0.80 points); the direction is sure: nine replicates in ten or more have it.',
  );
});

test('a difference of people is told of one or of many alike, the ends of its interval in one unit', () => {
  const row = { year: 2035, mean: -12_345, mcse: 400, p05: -15_000, p95: -8_200, replicates: 20, unit: 'persons' };
  const told = (indicator: string, lang: Language) =>
    differenceTold({ ...row, indicator, area: 'city', p25: 0, p50: 0, p75: 0, sd: 0 } as never, lang);
  expect(told('settled_persons.cumulative', 'en')).toMatch(
    /^Persons who settled up to 2035: 12,300 fewer than in the base \(90 % interval −15,000 to −8,200, standard error 400\);/,
  );
  expect(told('settled_persons.cumulative', 'zh')).toMatch(
    /^到2035年累计落户人数比基准情景少12,300人（90%区间−15,000人至−8,200人，标准误400人）；/,
  );
  expect(told('permit_holders', 'en')).toMatch(/^Residence permit holders in 2035: 12,300 fewer than in the base /);
});

test('a level of millions and its interval are told in one unit, also beside the year it began with', () => {
  const levels = [9_062_345, 9_500_000, 10_340_000].map(
    (value, r) =>
      [
        r,
        new Map([
          [2020, 9_000_000],
          [2035, value],
        ]),
      ] as const,
  );
  const told = headlinesTold({ ...run, replicates: new Map([['resident_population', new Map(levels)]]) }, 'en');
  expect(told).toEqual([
    'Resident population in 2035: 9.63 million (90 % interval 9.11 million to 10.3 million); it was 9 million in 2020.',
  ]);
});

test('sections are numbered as each language does, tables hold the years and areas asked for', async () => {
  const blocks = await blocksOf('zh');
  const sections = sectionsOf(blocks);
  expect(sections).toEqual(
    ['测算说明', '主要结论', '与基准情景相比', '主要数据', '图', '关键假设与局限', '可信程度', '依据与来源'].map(
      (title, i) => `${'一二三四五六七八'[i]}、${title}`,
    ),
  );
  const tables = blocks.filter((block) => block.kind === 'table');
  expect(tables[1]!.head).toEqual(['指标', '2020', '2030', '2035']);
  expect(tables[2]!.rows.map(([name]) => name)).toEqual(['昆都仑区']);
  const english = sectionsOf(await blocksOf('en'));
  expect(english[2]).toBe('3 Against the base');
});

test('a result that was changed after its run says so in the briefing', () => {
  const texts = textsOf(briefBlocks([{ ...base, changedFiles: ['indicators.csv'] }], [], documents, 'zh', choice));
  expect(texts[2]).toContain('indicators.csv');
});

test('two runs of one title are told apart by what differs, and a draft is called one', () => {
  const { scenario } = base.manifest;
  const title = scenario.title.en;
  const other = scenario.documents.at(-1)!;
  const fitted = runTold({ manifest: { scenario: { ...scenario, calibration: 'made-up' } } });
  const texts = textsOf(briefBlocks([base, fitted], [], documents, 'en', choice));
  expect(texts).toContain(`${title} (not fitted to own figures) and ${title} (fitted to own figures)`);
  expect(texts.some((text) => text.startsWith(`Compared: ${title} (fitted to own figures). Asked: `))).toBe(true);
  expect(texts).toContain(
    'What differs from the base: fitted to figures of the place (made-up), which moves the levels of all years.',
  );
  // of documents only what one of them lists and the other does not
  const fewer = runTold({ manifest: { scenario: { ...scenario, documents: scenario.documents.slice(0, -1) } } });
  expect(textsOf(briefBlocks([fewer, base], [], documents, 'en', choice))).toContain(
    `${title} (no further document) and ${title} (with ${other})`,
  );
  const draft = documents.map((each) => (each.id === 'national-2014' ? { ...each, draft: true } : each));
  const sources = textsOf(briefBlocks([base], [], draft, 'en', choice)).filter((text) =>
    text.includes('a draft for comment'),
  );
  expect(sources).toHaveLength(1);
  expect(sources[0]).not.toContain('published');
});

test('a run whose scenario was changed since is named with the file', () => {
  const changed = { ...run, inputs: null, changedInputs: ['scenarios/mine.yaml'] };
  const said = textsOf(briefBlocks([base, changed], [], documents, 'zh', choice)).filter((text) =>
    text.includes('mine.yaml'),
  );
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^包头.*：mine\.yaml 在运行之后改过/);
});

test('figures of one’s own are named by their source, and what is wrong with them or their fit stands among the limits', () => {
  const own = (area: string, year: number, indicator: string) => ({
    ...{ area, year, indicator, value: 1, error: 1 },
    source: { zh: '本县公报', en: 'county bulletin' },
  });
  const figures = [own('150221', 2021, 'births'), own('150221', 2023, 'resident_population')];
  const remark = { zh: '2 个自有数字中有 1 个拟合未达到', en: 'the fit misses 1 of the 2 figures of your own' };
  const told = {
    ...base,
    input: { ...base.input, figures },
    manifest: { ...base.manifest, limits: [...base.manifest.limits, remark] },
  };
  const en = textsOf(briefBlocks([told], [], documents, 'en', choice));
  expect(
    en.some((text) => text.endsWith('. Sources of your own figures: county bulletin (2 figures, 2021 to 2023).')),
  ).toBe(true);
  expect(en.some((text) => text.endsWith(`. ${remark.en}.`))).toBe(true);
  const zh = textsOf(briefBlocks([told], [], documents, 'zh', choice));
  expect(zh.some((text) => text.endsWith('. 自有数字来源：本县公报（2021—2023年，2个）。'))).toBe(true);
  expect(zh.some((text) => text.endsWith(`. ${remark.zh}。`))).toBe(true);
});

/** Files of a .docx by their way in it. */
function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  const { FileIndex, FullPaths } = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' });
  return new Map(
    FullPaths.map((name: string, i: number): [string, Buffer] => [
      name.replace(/^Root Entry\//, ''),
      Buffer.from(FileIndex[i]!.content ?? []),
    ]),
  );
}

/** Whether every tag of an XML text is closed in its place. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, slash, name, empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (slash) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name!);
  }
  return open.length === 0 && !/<(?![/?!A-Za-z])/.test(xml);
}

test('the file is a Word file: parts well formed, pictures of both kinds there and named, fonts of official documents', async () => {
  const parts = partsOf(await writeDocx(await blocksOf('zh'), '试', 'zh'));
  for (const [name, bytes] of parts)
    if (/\.(xml|rels)$/.test(name)) expect(isWellFormed(bytes.toString('utf8')), name).toBe(true);
  const xml = parts.get('word/document.xml')!.toString('utf8');
  const relations = parts.get('word/_rels/document.xml.rels')!.toString('utf8');
  const used = [...xml.matchAll(/r:embed="([^"]+)"/g)].map(([, id]) => id!);
  const targets = new Map(
    [...relations.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]+)"/.exec(tag)![1]!,
      /Target="([^"]+)"/.exec(tag)![1]!,
    ]),
  );
  expect(used).toHaveLength(4);
  for (const id of used) expect(parts.has(`word/${targets.get(id)}`), id).toBe(true);
  expect(new Set(used.map((id) => path.extname(targets.get(id)!)))).toEqual(new Set(['.png', '.svg']));
  const types = parts.get('[Content_Types].xml')!.toString('utf8');
  expect(types).toContain('Extension="svg"');
  expect(xml).toContain('w:eastAsia="方正小标宋简体"');
  expect(xml).toMatch(/w:pgSz w:w="119\d\d" w:h="168\d\d"/); // A4
  expect(parts.get('word/fontTable.xml')!.toString('utf8')).toContain(
    '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>',
  );
});

const hasWriter = existsSync('/usr/bin/lowriter');

test.skipIf(!hasWriter)(
  'LibreOffice opens both and prints them on a dozen pages at most',
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-brief-'));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    for (const [lang, section] of [
      ['zh', '三、与基准情景相比'],
      ['en', '3 Against the base'],
    ] as const) {
      const file = path.join(folder, `${lang}.docx`);
      writeFileSync(file, await writeDocx(await blocksOf(lang), 'a trial', lang));
      execFileSync('soffice', ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', folder, file], {
        stdio: 'ignore',
        timeout: 100_000,
      });
      const printed = execFileSync('pdftotext', ['-layout', path.join(folder, `${lang}.pdf`), '-'], {
        encoding: 'utf8',
      });
      expect(printed.replaceAll(/\s+/g, ' ')).toContain(section);
      expect(printed).toContain('市发展改革委');
      expect(printed.split('\f').length - 1).toBeLessThanOrEqual(12);
      expect(readFileSync(path.join(folder, `${lang}.pdf`)).length).toBeGreaterThan(50_000);
    }
  },
);
