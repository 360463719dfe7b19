import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What stands in Chinese text in Latin letters and is no English: commands as they are typed, options, names of files, codes, addresses,
 * numbers with units, and names of repositories. Cut out before words are looked for.
 */
const CODES: readonly RegExp[] = [
  /`[^`]*`/g,
  /\b(?:npx )?luohu [a-z][a-z-]*(?: [a-z]+(?=[ ）。，；]|$))?/g,
  // anything with a sign that no word has: options, files, codes, addresses, keys, hashes
  /[\x21-\x7e]*(?:--|[/_:@=<>{}\\~|[\]"*#]|\.[a-z]|\d)[\x21-\x7e]*/g,
];

/** Names and terms that are the same in both languages; everything else of two words or more is English. */
const NAMES = new Set(
  [
    'JSON Schema,JSON Lines,Vega-Lite,Global Data Lab,Apple Silicon',
    // a law school's translation project, named in a source
    'China Law Translate',
  ]
    .join()
    .split(','),
);

/** Runs of two or more English words in a text for a Chinese reader. */
export function englishIn(text: string): string[] {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    const bare = CODES.reduce((rest, code) => rest.replace(code, '·'), line);
    for (const [run] of bare.matchAll(/[A-Za-z][A-Za-z'’-]*(?:[,;.]? [A-Za-z][A-Za-z'’-]*)+/g)) {
      const words = run.split(/[,;.]? /).filter((word) => /[a-z]{2}/.test(word));
      if (words.length > 1 && !NAMES.has(run)) found.add(run);
    }
  }
  return [...found];
}

/** Chinese characters in a text for an English reader, each run with what stands around it. */
export const chineseIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/.{0,20}[\u4e00-\u9fff，。；：（）]+.{0,20}/g)].map(([run]) => run)),
];

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** What a page shows in one language: elements of the other one, programs, styles and file names (`code`) are left out. */
export function pageText(file: string, lang: 'zh' | 'en'): string {
  const other = lang === 'zh' ? 'en' : 'zh-CN';
  const shown = readFileSync(file, 'utf8')
    .replace(/<(script|style|code|pre)\b[\s\S]*?<\/\1>/g, '\n')
    .replace(new RegExp(`<(span|button)[^>]* lang="${other}"[^>]*>[\\s\\S]*?</\\1>`, 'g'), '\n')
    .replace(new RegExp(`<span lang="${other}">[^<]*</span>`, 'g'), '\n');
  return plain(shown.replace(/></g, '>\n<'));
}

const part = (file: string, name: string): string =>
  execFileSync('unzip', ['-p', file, name], { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Every text of a Word file, a paragraph a line. */
export const docxText = (file: string): string =>
  part(file, 'word/document.xml')
    .split('</w:p>')
    .map((paragraph) => plain(paragraph.replace(/<\/w:t>/g, '')))
    .join('\n');

/** Every text of a workbook: cells, names of sheets, prompts and messages of input cells, headers and footers. */
export function xlsxText(file: string): string {
  const cells = part(file, 'xl/sharedStrings.xml')
    .split('</si>')
    .map((cell) => plain(cell.replace(/<\/t>/g, '')));
  const names = [...part(file, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
  const sheets = part(file, 'xl/worksheets/*.xml');
  const told = [...sheets.matchAll(/(?:prompt|promptTitle|error|errorTitle)="([^"]*)"/g)].map(([, text]) => text!);
  const margins = [...sheets.matchAll(/<odd(?:Header|Footer)>([^<]*)</g)].map(([, text]) =>
    text!.replace(/&amp;[A-Z]/g, ' '),
  );
  return plain([...cells, ...names, ...told, ...margins].join('\n'));
}

/** Texts of a drawing, with the one that stands for the whole. */
export function drawnText(file: string): string {
  const svg = readFileSync(file, 'utf8');
  return [...svg.matchAll(/aria-label="([^"]*)"|>([^<>]+)</g)]
    .map(([, label, text]) => plain(label ?? text!))
    .join('\n');
}
