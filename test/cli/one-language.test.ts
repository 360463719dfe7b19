import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { commandLine } from '../../src/cli/cli.ts';
import { type Language, text } from '../../src/language/language.ts';
import { chineseIn, docxText, drawnText, englishIn, pageText, xlsxText } from './foreign-words.ts';
import { luohu, root } from './luohu.ts';

/** Whatever a run says in one language must be in that language: the commands are called one after the other and all they print, write and draw is read. */
const languages = ['zh', 'en'] as const;

/** Runs of words of the other language in a text. */
const foreign = (lang: Language, text: string): string[] => (lang === 'zh' ? englishIn(text) : chineseIn(text));

/**
 * What may stand in English output in Chinese: the switch of a page, names of the files a Chinese project has, places in examples, words of
 * a document's own text (between corner brackets, its meaning beside it), its number and the places of its clauses, names of people.
 */
const ALLOWED =
  /中文|下一步\.md|洛阳|包头|合肥|昆都仑|内蒙古自治区|「[^」]*」|[\u4e00-\u9fff]+(?:〔\d+〕|第)\d+号|[一二三四五六七八九十]+(?:\([一二三四五六七八九十]+\))?(?:\d+(?:\(\d+\))?)?(?= {2})|文号未见(?:（[^）]*）)?|王芳|李强|李小明|王大山/g;

const home = mkdtempSync(path.join(os.tmpdir(), 'luohu-words-'));
const out = path.join(home, 'out');
const folder = (start: string): string => path.join(out, readdirSync(out).find((name) => name.startsWith(start)) ?? '');
/** What was printed in each language, by what was asked. */
const said = { zh: new Map<string, string>(), en: new Map<string, string>() };

/** Calls a command as a process of its own. */
function call(lang: Language, args: readonly string[]): void {
  const { stdout, stderr } = luohu(args, lang === 'zh' ? { LC_ALL: 'zh_CN.UTF-8' } : {});
  said[lang].set(args.join(' '), `${stdout}\n${stderr}`);
}

/** Calls a command that computes nothing inside this process. */
async function ask(lang: Language, args: readonly string[]): Promise<string> {
  let printed = '';
  const keep = (chunk: unknown): boolean => {
    printed += String(chunk);
    return true;
  };
  const spies = [
    ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(keep)),
    vi.spyOn(console, 'log').mockImplementation((line) => void keep(`${line}\n`)), // how the parser prints help
  ];
  try {
    await commandLine([...args, '--lang', lang], '0.0.0');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  said[lang].set(args.join(' '), printed);
  return printed;
}

const small = ['--sample', '0.02', '--replicates', '2', '--to', '2022', '--workers', '1'];
const tiny = ['--sample', '0.05', '--workers', '1', '--out', out];
const levers = ['--levers', 'threshold.zero'];

beforeAll(async () => {
  for (const lang of languages) await asked(lang);
  call('zh', ['run', 'baotou', ...small, '--out', out]);
  call('en', ['run', 'baotou/no-document', ...small, '--out', out]);
  call('zh', ['attribute', 'alxa', '--lever', 'thresholds', '--replicates', '2', '--to', '2022', ...tiny]);
  call('zh', [
    ...['seek', 'alxa', '--target', 'registered_urbanization_rate=80', '--by', '2022', '--start', '2021'],
    ...['--replicates', '5', '--verify', '5', ...levers, ...tiny],
  ]);
  call('zh', [
    ...['sensitivity', 'alxa', '--by', '2021', '--trajectories', '2', '--closely', '1', '--rows', '16'],
    ...['--levers', 'none', ...tiny],
  ]);
  const [base, alternative] = [folder('baotou.no-document-'), folder('baotou-')];
  for (const lang of languages) {
    const beside = ['--out', path.join(home, lang)];
    await ask(lang, ['compare', base, alternative, ...beside]);
    await ask(lang, ['report', base, alternative, '--out', path.join(home, `two.${lang}.html`)]);
    await ask(lang, ['brief', base, alternative, ...beside]);
    await ask(lang, ['fiscal', alternative]);
    cpSync(path.join(alternative, 'fiscal'), path.join(home, lang, 'fiscal'), { recursive: true });
    await ask(lang, ['export', alternative, '--out', path.join(home, lang, 'tables')]);
  }
}, 900_000);

/** Commands that read and tell, and mistakes in scenarios, documents, households, stores, folders and on the command line. */
async function asked(lang: Language): Promise<void> {
  const file = (name: string, text: string): string => {
    const place = path.join(home, lang, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  };
  const extending = `extends: ${path.join(root, 'scenarios/baotou.yaml')}\n`;
  const help = await ask(lang, ['--help']);
  const commands = [...help.matchAll(/^ {2}luohu (\w+)/gm)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(25);
  for (const name of commands) await ask(lang, [name, '--help']);
  for (const word of ['indicators', 'columns', 'places', 'doctor', 'cache', 'policy']) await ask(lang, [word]);
  for (const id of ['baotou-2016', 'baotou-2024', 'national-2014']) await ask(lang, ['policy', id]);
  await ask(lang, ['check', 'baotou']);
  await ask(lang, ['places', '150200']);
  await ask(lang, ['population', 'alxa']);
  await ask(lang, ['new', '410300', '--out', path.join(home, lang, 'luoyang.yaml')]);
  await ask(lang, ['init', 'alxa', path.join(home, lang, 'mine')]);
  const members = 'data/household.members.example.yaml';
  await ask(lang, ['eligible', members, '--city', 'chifeng', '--date', '2026-01-01']);
  const figures = text(
    '指标,2021,2022\n常住人口（万人）,26.3,x\n',
    'indicator,2021,2022\nregistered_population,260000,x\n',
  );
  const table = file('figures.csv', figures[lang]);
  await ask(lang, ['observations', 'import', table, '--city', '152900']);

  const scenario = `${extending}endYear: soon\nparameters:\n  income.town: {value: 99999999, unit: yuan}\n  no.such: 1\n`;
  await ask(lang, ['check', file('scenarios/wrong.yaml', scenario)]);
  const clause =
    'clauses:\n  - id: a\n    place: "1"\n    text: t\n    sets: [{route: no-such, when: {ageAbove: x}}]\n';
  const document = `id: wrong\ntitle: {zh: t, en: t}\narea: "999999"\ndate: {inForce: someday}\nmark: maybe\n${clause}`;
  await ask(lang, ['check', file('documents/wrong.yaml', document)]);
  const household = file('household.yaml', 'members:\n  - name: a\n    age: old\n');
  await ask(lang, ['eligible', household, '--city', 'baotou', '--date', '2026-13-01']);
  await ask(lang, ['check', file('scenarios/far.yaml', `${extending}endYear: 2050\n`)]);
  await ask(lang, ['run', 'nowhere-at-all']);
  await ask(lang, ['run', 'baotou', '--replicates', 'many', '--sample', '5', '--smaple', '1']);
  await ask(lang, ['rum', 'baotou']);
  await ask(lang, ['report', home]);
  await ask(lang, ['compare', home, home]);
  await ask(lang, ['merge', path.join(home, 'nothing')]);
  await ask(lang, ['seek', 'baotou', '--target', 'registered=33%', '--by', '2022']);
}

describe.each(languages)('every word is in the language asked for: %s', (lang) => {
  it('in what commands print, help and mistakes included', () => {
    expect(said[lang].size).toBeGreaterThan(60);
    const bad = [...said[lang]].flatMap(([name, printed]) =>
      foreign(lang, printed.replace(ALLOWED, '·')).map((run) => `${name}: ${run}`),
    );
    expect(bad).toEqual([]);
  });

  it('on pages, in workbooks, briefings and drawings', () => {
    const run = folder('baotou-');
    const drawings = [run, path.join(home, lang)]
      .flatMap((place) =>
        readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name)),
      )
      .filter((file) => file.endsWith(`.${lang}.svg`));
    expect(drawings.length).toBeGreaterThan(9);
    const texts: (readonly [string, string])[] = [
      ['page of two', pageText(path.join(home, `two.${lang}.html`), lang)],
      ['fiscal.xlsx', xlsxText(find(path.join(home, lang), 'fiscal.xlsx'))],
      ['tables.xlsx', xlsxText(path.join(home, lang, 'tables/tables.xlsx'))],
      ['brief.docx', docxText(find(path.join(home, lang), 'brief.docx'))],
      [
        'next steps',
        readFileSync(find(path.join(home, lang, 'mine'), text('下一步.md', 'next-steps.md')[lang]), 'utf8'),
      ],
      ...drawings.map((file) => [path.basename(file), drawnText(file)] as const),
    ];
    const bad = texts.flatMap(([name, words]) => {
      expect(words.length, name).toBeGreaterThan(20);
      return foreign(lang, words.replace(/```[\s\S]*?```/g, '').replace(ALLOWED, '·')).map(
        (each) => `${name}: ${each}`,
      );
    });
    expect(bad).toEqual([]);
  });
});

/** The file of a name below a folder. */
function find(place: string, name: string): string {
  const found = readdirSync(place, { recursive: true, encoding: 'utf8' }).find((file) => path.basename(file) === name);
  if (found === undefined) throw new Error(`no ${name} in ${place}`);
  return path.join(place, found);
}

it('the reader of words finds what it should', () => {
  expect(englishIn('来源：provincial communique，以及 luohu run baotou --to 2022')).toEqual(['provincial communique']);
  expect(englishIn('见 report.html、out/baotou-12 与 JSON Schema')).toEqual([]);
  expect(chineseIn('source: 统计公报 of 2020')).toEqual(['source: 统计公报 of 2020']);
});
