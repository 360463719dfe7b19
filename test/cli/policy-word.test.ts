import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentPage } from '../../src/cli/policy/page.ts';
import { proofHead, proofOf } from '../../src/cli/policy/proof.ts';
import { documentWord } from '../../src/cli/policy/word.ts';
import { languages } from '../../src/language/language.ts';
import { documentOf } from '../policy/documents.ts';
import { chineseIn, docxText, englishIn, pageText } from './foreign-words.ts';
import { luohu } from './luohu.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-policy-word-'));
const document = documentOf('qingyang-2022');

describe.each(languages)('a document as a Word file: %s', async (lang) => {
  const file = path.join(folder, `${lang}.docx`);
  writeFileSync(file, await documentWord([document], lang));
  const xml = execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8' });
  const paragraphs = docxText(file)
    .split('\n')
    .map((line) => line.trim());
  const proof = proofOf(document, lang);

  test('says everything the page says, each line in a cell of its own clause', () => {
    const page = path.join(folder, `${lang}.html`);
    writeFileSync(page, documentPage([document], lang));
    const shown = pageText(page, lang);
    const lines = [proof.title, proof.number, ...proofHead(lang), ...proof.lines];
    for (const { place, words, rule, force, readings } of proof.rows)
      lines.push(...place, ...words, ...rule, ...force, ...readings);
    const written = new Set(paragraphs);
    expect(lines.filter((line) => !written.has(line))).toEqual([]);
    expect(lines.filter((line) => !shown.includes(line))).toEqual([]);
    expect(proof.rows).toHaveLength(document.clauses.length);
  });

  test('is one table of five columns on sheets laid on their side, its head on every sheet', () => {
    expect(xml).toMatch(/<w:pgSz w:w="168\d\d" w:h="119\d\d" w:orient="landscape"/);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    const rows = xml.split('<w:tr>').slice(1);
    expect(rows).toHaveLength(1 + document.clauses.length);
    for (const row of rows) expect(row.match(/<w:tc>/g)).toHaveLength(5);
    expect(rows[0]).toContain('<w:tblHeader');
    expect(rows[0]).toContain('<w:cantSplit/>');
    expect(rows[1]).toContain('<w:cantSplit w:val="off"/>');
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const sum = widths.reduce((total, width) => total + width, 0);
    expect(sum).toBeGreaterThan(13900);
    expect(sum).toBeLessThanOrEqual(Math.round((297 - 50) * 56.7));
  });

  test('is in one language but for the quotes and codes of the document', () => {
    const places = new Set(proof.rows.flatMap(({ place }) => place));
    const bare = paragraphs
      .filter((line) => !places.has(line))
      .map((line) => line.replace(/「[^」]*」|“[^”]*”|庆政办发〔2022〕44号|\[[^\]]*\]|［[^］]*］/g, '·'));
    expect((lang === 'zh' ? englishIn : chineseIn)(bare.join('\n'))).toEqual([]);
  });

  test('has the fonts of an official document in Chinese', () => {
    expect(xml.includes('w:eastAsia="宋体"')).toBe(true);
    expect(xml.includes('w:ascii="Times New Roman"')).toBe(lang === 'zh');
  });
});

test('it is written by a command, with the page beside it; a place that is not there is told and nothing written', {
  timeout: 120_000,
}, () => {
  const [docx, html] = ['p.docx', 'p.html'].map((name) => path.join(folder, name)) as [string, string];
  const { status, stdout } = luohu(['policy', 'baotou-2016', '--docx', docx, '--html', html]);
  expect([status, stdout]).toEqual([0, `wrote ${html}\nwrote ${docx}\n`]);
  expect(docxText(docx)).toContain('press report');
  expect(readFileSync(html, 'utf8')).toContain('press report');
  const nowhere = path.join(folder, 'no', 'p.docx');
  const lost = luohu(['policy', 'baotou-2016', '--docx', nowhere]);
  expect([lost.status, lost.stdout, lost.stderr.split('\n').length]).toEqual([2, '', 2]);
  expect(lost.stderr).toContain(nowhere);
  expect(existsSync(nowhere)).toBe(false);
});
