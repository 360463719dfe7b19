import type { Language } from '../../../language/language.ts';
import type { ChartName } from '../../charts.ts';
import type { CompareInput } from '../../compare-input.ts';
import type { ChartSpec } from '../../head.ts';
import { wordsOf } from '../../parts.ts';
import { type ComparisonName, comparisons, drawForPhone, drawRun, type PageChoice } from '../figures.ts';
import { ownTable } from '../own-table.ts';
import { inputOf, type PageData, unpackRows } from '../page-data.ts';
import { addDownloads } from './downloads.ts';
import { createFigure, type Figure } from './figure.ts';
import { speak } from './language.ts';
import { onNewWidth } from './on-new-width.ts';
import { type PageState, readAddress, writeAddress } from './state.ts';

/**
 * The program of the page: reads the tables that stand in it, draws every chart under what the reader has chosen, and draws anew
 * what a choice changes. Texts other than the charts' are in the page already, in both languages.
 */
const data = JSON.parse(document.getElementById('data')!.textContent) as PageData;
const inputs = data.runs.map((run) => inputOf(run, data.outlines));
const compare: CompareInput = {
  runs: data.runs.map(({ name }, i) => ({ name, input: inputs[i] })),
  differences: (data.differences ?? []).map((rows) => (rows === null ? null : unpackRows(rows))),
};

const control = <T extends HTMLElement>(id: string): T | null => document.getElementById(id) as T | null;
const area = control<HTMLSelectElement>('area');
const run = control<HTMLSelectElement>('run');
const year = control<HTMLInputElement>('year');
const whole = control<HTMLInputElement>('whole');
const shownYear = control<HTMLOutputElement>('shown-year');

const state: PageState = readAddress(location.hash, {
  lang: data.lang,
  area: data.opened?.area ?? 'city',
  year: data.opened?.year ?? null,
  run: 0,
});

const figures: readonly Figure[] = [...document.querySelectorAll<HTMLElement>('figure[data-chart]')].map((element) =>
  createFigure(element, {
    onYear: (pointed) => {
      for (const figure of figures) figure.pointYear(pointed);
    },
    onArea: (code) => {
      if (area === null || ![...area.options].some(({ value }) => value === code)) return;
      area.value = code;
      change({ area: code });
    },
  }),
);
for (const figure of figures)
  addDownloads(
    figure,
    () => data.runs[state.run].input.scenario.id,
    () => state.lang,
  );

/** The chart of a figure under the present choice. */
function specOf({ name, kind }: Figure): ChartSpec | null {
  const choice: PageChoice = state;
  if (kind === 'compare') return comparisons[name as ComparisonName](compare, state.lang);
  if (kind === 'extra') return data.runs[state.run].extras[name]?.[state.lang] ?? null;
  return drawRun(name as ChartName, inputs[state.run], choice);
}

/** The same in its form for a phone, where it has one of its own. */
const phoneSpecOf = ({ name, kind }: Figure): ChartSpec | null | undefined =>
  kind === 'run' ? drawForPhone(name as ChartName, inputs[state.run], state) : undefined;

let drawing = 0;

/** Draws all figures one after the other, leaving the reader's clicks through in between; a newer call ends an older one. */
async function drawAll(): Promise<void> {
  const mine = ++drawing;
  delete document.body.dataset['ready'];
  for (const figure of figures) {
    if (mine !== drawing) return;
    await figure.draw(specOf(figure), state.lang, () => phoneSpecOf(figure));
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (mine === drawing) document.body.dataset['ready'] = '1';
}

/** Shows what the state says: language, the controls, the parts of the chosen run. */
function show(): void {
  speak(state.lang);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-set-lang]'))
    button.setAttribute('aria-pressed', String(button.dataset['setLang'] === state.lang));
  if (area) area.value = state.area;
  if (run) run.value = String(state.run);
  if (whole) whole.checked = state.year === null;
  if (year && state.year !== null) year.value = String(state.year);
  if (shownYear && year) shownYear.value = state.year === null ? '' : year.value;
  for (const part of document.querySelectorAll<HTMLElement>('[data-run]'))
    part.hidden = part.dataset['run'] !== String(state.run);
  showTables();
}

/** Shows tables of one's own for the area and year chosen. */
function showTables(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-own]')) {
    const [r, t] = place.dataset['own']!.split('.').map(Number);
    const { input, tables } = data.runs[r];
    const found = input.areas.find(({ code }) => code === state.area);
    // pieces of a page hold nothing from outside that was not escaped
    place.innerHTML = ownTable(tables[t], found ?? { code: 'city', name: wordsOf(input).whole }, state.year).text;
  }
}

function change(changed: Partial<PageState>): void {
  Object.assign(state, changed);
  writeAddress(state);
  show();
  void drawAll();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-set-lang]'))
  button.addEventListener('click', () => change({ lang: button.dataset['setLang'] as Language }));
area?.addEventListener('change', () => change({ area: area.value }));
run?.addEventListener('change', () => change({ run: Number(run.value) }));
year?.addEventListener('input', () => change({ year: Number(year.value) }));
whole?.addEventListener('change', () => change({ year: whole.checked || !year ? null : Number(year.value) }));
for (const search of document.querySelectorAll<HTMLInputElement>('input[data-filters]'))
  search.addEventListener('input', () => filterRows(search));
onNewWidth(document.querySelector('main')!, () => void drawAll());
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true; // paper has nothing to click
});

/** Hides the rows of a table that do not hold the words searched for. */
function filterRows(search: HTMLInputElement): void {
  const wanted = search.value.trim().toLowerCase();
  for (const row of document.querySelectorAll<HTMLElement>(`#${search.dataset['filters']} tbody tr`))
    row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
}

show();
document.body.dataset['interactive'] = String(Math.round(performance.now()));
void drawAll();
