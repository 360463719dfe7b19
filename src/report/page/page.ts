import { createHash } from 'node:crypto';
import { isOwnCell } from '../../indicator/indicators.ts';
import { type Language, type Localized, localeOf, marks } from '../../language/language.ts';
import type { Outlines } from '../chart-input.ts';
import { type ChartName, charts } from '../charts.ts';
import type { CompareInput } from '../compare-input.ts';
import { pairedDifferences } from '../paired-differences.ts';
import { wordsOf } from '../parts.ts';
import type { Extra } from '../read/read-extras.ts';
import type { RunTold } from '../read/read-run.ts';
import { assumptionTable } from './assumptions.ts';
import { compareTable } from './compare-table.ts';
import { controls } from './controls.ts';
import { isDrawn } from './drawn-indicators.ts';
import { figure } from './figure-frame.ts';
import { comparisons } from './figures.ts';
import { headlineSentences, intervalSentence, targetSentences } from './headline-sentences.ts';
import { both, Html, html, scriptJson, scriptText } from './html.ts';
import { ownDifferences } from './own-differences.ts';
import { ownTable, packTable } from './own-table.ts';
import { type PageData, packRows, packSettlements } from './page-data.ts';
import { provenance } from './provenance.ts';
import { runNames } from './run-names.ts';
import { type Section, sectionsOf } from './sections.ts';
import { style } from './style.ts';
import { pageWords as words } from './words.ts';

/** A run as the page shows it. */
export interface PageSource {
  readonly run: RunTold;
  readonly extras: readonly Extra[];
  /** The folder as the reader would write it. */
  readonly folder: string;
}

/**
 * One page with everything in it: texts in both languages, tables, charts and the program that draws them. Opens from a disk without
 * a network; its content security policy lets no other program run and nothing be fetched.
 *
 *   1. what stands at the top: headlines of each run in words, and of several the comparison
 *   2. sections of charts; those nothing can be drawn for are left out
 *   3. assumptions and provenance of each run
 *   4. data and program
 *
 * @param program text of the page's program, dist/report/page/browser.js
 * @param opened area and year the page opens with
 */
export function reportPage(
  sources: readonly PageSource[],
  lang: Language,
  program: string,
  opened: PageData['opened'] = {},
): string {
  const runs = sources.map(({ run }) => run);
  const differences = runs.slice(1).map((run) => pairedDifferences(runs[0], run));
  const names = runNames(runs);
  const title = pageTitle(runs, names);
  const shown = sectionsOf(runs[0].input.parts ?? 'counties')
    .map((section) => sectionPart(section, sources))
    .filter((part) => part !== null);
  const several = runs.length > 1;
  const hasTables = runs.some(({ ownTables }) => ownTables.length > 0);

  const body = html`<a class="skip" href="#main" data-zh="${words.skip.zh}" data-en="${words.skip.en}">${words.skip[lang]}</a>
<header>${several ? html`<h1>${both(title)}</h1>` : runTitle(runs[0], 'h1')}
<nav data-label-zh="${words.contents.zh}" data-label-en="${words.contents.en}" aria-label="${words.contents[lang]}"><ul>${[
    ...(several ? [{ id: 'compare', title: words.compare }] : []),
    ...shown.map(({ section }) => section),
    ...(hasTables ? [{ id: 'tables', title: words.tables }] : []),
    { id: 'assumptions', title: words.assumptions },
    { id: 'provenance', title: words.provenance },
  ].map(({ id, title: name }) => html`<li><a href="#${id}">${both(name)}</a></li>`)}</ul></nav>
</header>
${controls(runs, names, lang)}
<main id="main">
<noscript><p class="warning">${both(words.noScript)}</p></noscript>
${several ? comparison(runs, names, differences) : ''}
${runs.map((run, i) => ofRun(i, html`${several ? runTitle(run, 'h2') : ''}${headlines(run)}`))}
${shown.map(({ part }) => part)}
${hasTables ? tables(runs) : ''}
<section id="assumptions" aria-labelledby="assumptions-title"><h2 id="assumptions-title">${both(words.assumptions)}</h2>
${runs.map((run, i) => ofRun(i, assumptions(run, `parameters-${i}`)))}</section>
<section id="provenance" aria-labelledby="provenance-title"><h2 id="provenance-title">${both(words.provenance)}</h2>
${sources.map(({ run, folder }, i) => ofRun(i, provenance(run, folder)))}</section>
</main>
<footer><p class="muted">${both(words.footer)}</p></footer>`;

  const outlines = distinct(runs.flatMap(({ input }) => input.outlines ?? []));
  const data: PageData = {
    lang,
    opened,
    runs: sources.map((source, i) => dataOf(source, names[i], outlines)),
    outlines,
    ...(several
      ? {
          differences: differences.map(
            (rows) =>
              rows &&
              packRows(rows.filter(({ indicator }) => /_rate$|cumulative$/.test(indicator) && !isOwnCell(indicator))),
          ),
        }
      : {}),
  };
  return documentText(title[lang], lang, body, data, program);
}

/** The document around the body; the policy names the only program and the only style that may take effect. */
function documentText(title: string, lang: Language, body: Html, data: PageData, program: string): string {
  const script = scriptText(program);
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script.text)}`,
    `style-src ${digest(style)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="${localeOf[lang]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="luohu">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
${body}
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`.text;
}

/** A part that is shown while its run is chosen. */
const ofRun = (i: number, part: Html): Html =>
  html`<div data-run="${i}"${i > 0 ? new Html(' hidden') : ''}>${part}</div>`;

function runTitle({ manifest }: RunTold, level: 'h1' | 'h2'): Html {
  const { title, question, cityName, baseYear, endYear } = manifest.scenario;
  return html`<${level}>${both(title)}</${level}>
<p class="question">${both(question)}</p>
<p class="muted">${both(cityName)} · ${baseYear}–${endYear} · <code>${manifest.scenario.id}</code></p>`;
}

function pageTitle([first]: readonly RunTold[], names: readonly Localized[]): Localized {
  const { title } = first.manifest.scenario;
  if (names.length === 1) return { zh: `落户　${title.zh}`, en: `luohu: ${title.en}` };
  const all = (lang: Language) => names.map((name) => name[lang]).join(marks.semicolon[lang]);
  return { zh: `比较：${all('zh')}`, en: `Comparison: ${all('en')}` };
}

function headlines(run: RunTold): Html {
  const targets = targetSentences(run);
  return html`<ul class="headlines">${headlineSentences(run).map(
    ({ figure: value, interval, sentence }) =>
      html`<li><strong>${both(value)}</strong><span class="interval">${both(interval)}</span> ${both(sentence)}</li>`,
  )}</ul>
<p class="muted">${both(intervalSentence(run))}</p>
${targets.length > 0 ? html`<p><strong>${both(words.targets)}</strong></p><ul>${targets.map((target) => html`<li>${both(target)}</li>`)}</ul>` : ''}`;
}

function comparison(
  runs: readonly RunTold[],
  names: readonly Localized[],
  differences: readonly ReturnType<typeof pairedDifferences>[],
): Html {
  const input: CompareInput = { runs: runs.map((run, i) => ({ name: names[i], input: run.input })), differences };
  const { missing } = wordsOf(runs[0].input);
  const own = runs.slice(1).flatMap((run, i) => ownDifferences(runs[0], run, names[i + 1], differences[i]));
  const drawn = Object.entries(comparisons).flatMap(([name, chart]) => (chart(input, 'en') === null ? [] : [name]));
  return html`<section id="compare" aria-labelledby="compare-title"><h2 id="compare-title">${both(words.compare)}</h2>
<p class="lead">${both(words.compareLead)}</p>
${compareTable(runs, names, differences)}
${drawn.map((name) => figure(name, 'compare', missing))}
${own.length > 0 ? html`<h3>${both(words.tables)}</h3>${own}` : ''}</section>`;
}

/** Tables of one's own of each run; the page's program shows them for the area and year chosen. */
const tables = (
  runs: readonly RunTold[],
): Html => html`<section id="tables" aria-labelledby="tables-title"><h2 id="tables-title">${both(words.tables)}</h2>
<p class="lead">${both(words.tablesLead)}</p>
${runs.map((run, i) =>
  ofRun(
    i,
    html`${run.ownTables.length === 0 ? html`<p class="muted">${both(words.noTables)}</p>` : ''}${run.ownTables.map(
      (table, t) =>
        html`<div data-own="${i}.${t}">${ownTable(packTable(table), { code: 'city', name: wordsOf(run.input).whole }, null)}</div>`,
    )}`,
  ),
)}</section>`;

/** A section with the charts some run has tables for; null where there is none. */
function sectionPart(section: Section, sources: readonly PageSource[]): { section: Section; part: Html } | null {
  const names = section.charts.filter((name) => sources.some(({ run }) => canDraw(name, run)));
  const extras = new Map(
    sources.flatMap((source) =>
      source.extras
        .filter(({ part }) => part === section.extras)
        .map(({ name, source: from }) => [name, from] as const),
    ),
  );
  if (names.length === 0 && extras.size === 0) return null;
  const { id, title, lead } = section;
  const { missing } = wordsOf(sources[0].run.input);
  const part = html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${both(title)}</h2>
<p class="lead">${both(lead)}</p>
${names.map((name) => figure(name, 'run', missing))}${[...extras].map(([name, from]) => figure(name, 'extra', missing, from))}</section>`;
  return { section, part };
}

const canDraw = (name: ChartName, { input }: RunTold): boolean => charts[name](input, 'en') !== null;

function assumptions({ inputs, manifest }: RunTold, id: string): Html {
  const isRegion = manifest.region !== undefined;
  if (inputs !== null) return assumptionTable(inputs.scenario, id, isRegion);
  return html`<p class="warning">${both(isRegion ? words.noPlaceInputs : words.noInputs)}</p>`;
}

/** Digits of the numbers of a region's page: more are not seen, and it has many areas. */
const REGION_DIGITS = 6;

function dataOf({ run, extras }: PageSource, name: Localized, all: readonly Outlines[]): PageData['runs'][number] {
  const { indicators, settlements, outlines, ...input } = run.input;
  const digits = run.manifest.region === undefined ? undefined : REGION_DIGITS;
  return {
    name,
    input,
    indicators: packRows(
      indicators.filter(({ indicator, area }) => isDrawn(indicator, area)),
      digits,
    ),
    settlements: packSettlements(settlements),
    tables: run.ownTables.map(packTable),
    outlines: outlines === undefined ? null : all.findIndex((each) => isSame(each, outlines)),
    extras: Object.fromEntries(extras.map(({ name, spec }) => [name, spec])),
  };
}

const isSame = (a: Outlines, b: Outlines): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Base maps without repeating any: runs of one region have the same. */
const distinct = (all: readonly Outlines[]): Outlines[] =>
  all.filter((outlines, i) => all.findIndex((each) => isSame(each, outlines)) === i);
