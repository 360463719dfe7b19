import './jitless.ts';
import { InputError } from '../../scenario/errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { fromAddress, type PageState, toAddress } from '../scene/address.ts';
import { changes } from '../scene/change.ts';
import { loadChange, loadScene } from '../scene/load-change.ts';
import { numbersCsv } from '../scene/numbers-csv.ts';
import type { Scene, Site } from '../scene/scene.ts';
import { fromTypedJson } from '../scene/typed-json.ts';
import { changesBar } from './changes-bar.ts';
import { clausesPanel } from './clauses-panel.ts';
import type { Context, Part } from './context.ts';
import { saveText } from './download.ts';
import { element } from './element.ts';
import { openEngine } from './engine.ts';
import { leversPanel } from './levers-panel.ts';
import type { Outcome } from './outcome.ts';
import { Stopped } from './pool.ts';
import { type Results, resultsPart } from './results-part.ts';
import { runPart } from './run-part.ts';
import { savePart } from './save-part.ts';
import { settingsBar } from './settings-bar.ts';
import { trialPanel } from './trial-panel.ts';
import { words } from './words.ts';

/** Changes that follow each other faster than this are simulated once. */
const PAUSE_MS = 120;

/*
 * The page, from address to charts:
 *   1 site and scene   what is offered, and everything the chosen scenario is simulated from
 *   2 state            from the address; every change goes back into it
 *   3 build            the controls, anew for another scenario or language
 *   4 refresh          load both sides as the command line does, simulate what is missing, show
 */
async function read<T>(file: string): Promise<T> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return fromTypedJson<T>(await response.text());
}

const site = await read<Site>('data/site.json');
const engine = openEngine(site.documents);
const offered = {
  scenarios: site.scenarios.map(({ id }) => id),
  lang: navigator.language.toLowerCase().startsWith('zh') ? ('zh' as const) : ('en' as const),
};
let state = fromAddress(location.search, offered);
const scenes = new Map<string, Promise<Scene>>();

function sceneOf(id: string): Promise<Scene> {
  const scene = scenes.get(id) ?? read<Scene>(`data/${encodeURIComponent(id)}.json`);
  scenes.set(id, scene);
  return scene;
}

/** Settings that hold for both sides and for full-scale runs too. */
const countedBy = ({ seed, definition }: PageState) => ({
  ...(seed === null ? {} : { seed }),
  ...(definition === null ? {} : { definition }),
});

interface Shell {
  readonly context: Context;
  readonly parts: readonly Part[];
  readonly results: Results;
  readonly progress: HTMLElement;
  readonly source: HTMLElement;
  /** Full-scale results, and the address they are of. */
  full: { readonly sides: Pick<Outcome, 'base' | 'alternative'>; readonly of: string } | null;
}

let shell: Shell | null = null;
let timer = 0;
let abort = new AbortController();

function set(patch: Partial<PageState>): void {
  const before = state;
  state = { ...state, ...patch };
  history.replaceState(null, '', toAddress(state));
  if (
    state.scenario !== before.scenario ||
    state.lang !== before.lang ||
    state.seed !== before.seed ||
    state.definition !== before.definition
  )
    return void build();
  for (const part of shell?.parts ?? []) part.update();
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), PAUSE_MS);
}

async function build(): Promise<void> {
  const focused = document.activeElement?.id;
  abort.abort();
  const t = words[state.lang];
  document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  const scene = await sceneOf(state.scenario);
  let base: Scenario;
  try {
    base = loadScene(scene, site.documents, countedBy(state), state.lang);
  } catch (error) {
    document.body.replaceChildren(element('p', { class: 'fault', role: 'alert' }, t.failed(messageOf(error))));
    return;
  }
  document.title = `${base.title[state.lang]} – luohu 落户`;
  const context: Context = {
    lang: state.lang,
    t,
    site,
    scene,
    base,
    state: () => state,
    set,
    change: (patch) => set({ change: { ...state.change, ...patch } }),
  };
  shell = layout(context);
  for (const part of shell.parts) part.update();
  if (focused) document.getElementById(focused)?.focus();
  await refresh();
}

/** Puts the page together. */
function layout(context: Context): Shell {
  const { t, lang, scene } = context;
  const results = resultsPart(context);
  const [clauses, levers, trial, changed, settings, saving] = [
    clausesPanel(context),
    leversPanel(context),
    trialPanel(context),
    changesBar(context),
    settingsBar(context),
    savePart(context),
  ];
  const run = runPart(context, {
    onResults: (sides) => {
      if (shell === null) return;
      shell.full = { sides, of: simulatedAddress() };
      void refresh('full');
    },
  });
  const progress = element('p', { class: 'progress', id: 'progress' }, t.loading);
  const source = element('div', { class: 'source', role: 'group', 'aria-label': t.showing });
  const find = element('input', {
    type: 'search',
    id: 'find',
    placeholder: t.find,
    'aria-label': t.find,
    oninput: () => filter(find.value),
  });
  document.body.replaceChildren(
    element('a', { class: 'skip', href: '#results' }, t.skip),
    settings.element,
    element(
      'div',
      { class: 'columns' },
      element('aside', { 'aria-label': t.changes }, find, clauses.element, trial.element, levers.element),
      element(
        'main',
        { id: 'results', tabindex: -1, 'aria-label': t.results },
        changed.element,
        source,
        progress,
        results.element,
        element('h2', {}, t.actions),
        element('div', { class: 'cards' }, run.element, saving.element, numbersCard(context)),
        element(
          'p',
          { class: 'hint', lang: lang === 'zh' ? 'zh-CN' : 'en' },
          t.sampleNote,
          ' ',
          `luohu ${site.version}, ${scene.id}`,
        ),
      ),
    ),
  );
  return {
    context,
    parts: [clauses, levers, trial, changed, settings, saving, run],
    results,
    progress,
    source,
    full: null,
  };
}

/** Shows the clauses and levers that hold a text, and opens what holds them. */
function filter(text: string): void {
  const wanted = text.trim().toLowerCase();
  for (const row of document.querySelectorAll<HTMLElement>('[data-find]'))
    row.hidden = !row.dataset['find']!.includes(wanted);
  for (const group of document.querySelectorAll<HTMLDetailsElement>('aside details.document')) {
    const found = group.querySelector('[data-find]:not([hidden])') !== null;
    group.classList.toggle('empty', wanted !== '' && !found);
    if (wanted !== '') group.open = found;
  }
}

let last: { readonly outcome: Outcome; readonly id: string } | null = null;

function numbersCard({ t }: Context): HTMLElement {
  const button = (side: 'base' | 'alternative'): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        id: `numbers-${side}`,
        onclick: () => {
          if (last) saveText(`${last.id}.${side}.csv`, 'text/csv', numbersCsv(last.id, last.outcome[side]));
        },
      },
      t.numbersOf[side],
    );
  return element(
    'section',
    { class: 'card', 'aria-labelledby': 'numbers-title' },
    element('h3', { id: 'numbers-title' }, t.numbers),
    element('div', { class: 'buttons' }, button('base'), button('alternative')),
  );
}

/** What decides numbers, without what only decides how they are shown. */
const simulatedAddress = (): string =>
  toAddress({ ...state, lang: 'en', year: null, area: 'city', measure: '', sample: 0.01, replicates: 8 });

/** Simulates what the state asks for and shows it; a newer call makes an older one stop. */
async function refresh(wanted: 'sample' | 'full' = 'sample'): Promise<void> {
  if (shell === null) return;
  const { context, results, progress, source } = shell;
  const { t, scene, base } = context;
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  const started = performance.now();
  const asked = state;
  const fits = shell.full !== null && shell.full.of === simulatedAddress();
  source.replaceChildren(...sourceChoice(fits, wanted));
  try {
    const overrides = { ...countedBy(asked), replicates: asked.replicates };
    const alternativeScenario = loadChange(
      scene,
      site.documents,
      { base, change: asked.change, overrides },
      asked.lang,
    );
    const baseScenario = loadScene(scene, site.documents, overrides, asked.lang);
    const changed = changes(asked.change) > 0;
    let sides: Pick<Outcome, 'base' | 'alternative'>;
    if (wanted === 'full' && fits) sides = shell.full!.sides;
    else {
      let done = 0;
      const all = asked.replicates * (changed ? 2 : 1);
      progress.textContent = last === null ? t.makingBase : t.simulating(0, all);
      const count = (): void => {
        done++;
        if (!signal.aborted) progress.textContent = t.simulating(done, all);
      };
      const side = (scenario: Scenario) => engine.simulate({ scene, scenario, sample: asked.sample }, signal, count);
      const [before, after] = changed
        ? await Promise.all([side(baseScenario), side(alternativeScenario)])
        : await side(baseScenario).then((both) => [both, both] as const);
      sides = { base: before, alternative: after };
    }
    if (signal.aborted) return;
    const outcome: Outcome = { ...sides, alternativeScenario, changed };
    last = { outcome, id: alternativeScenario.id };
    await results.show(outcome);
    if (signal.aborted) return;
    ready(performance.now() - started, sides.base.length, wanted === 'full' && fits, asked, context);
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) return;
    progress.textContent = t.failed(messageOf(error));
    progress.classList.add('fault');
    document.body.dataset['fault'] = messageOf(error);
  }
}

let shown = 0;

/** Tells how long it took, for readers and for measurements. */
function ready(milliseconds: number, replicates: number, full: boolean, { sample }: PageState, { t }: Context): void {
  const { progress } = shell!;
  const seconds = (milliseconds / 1000).toFixed(1);
  progress.classList.remove('fault');
  progress.textContent = full ? t.fullDone : t.ready(seconds, replicates, String(sample * 100), engine.workers);
  delete document.body.dataset['fault'];
  document.body.dataset['milliseconds'] = String(Math.round(milliseconds));
  document.body.dataset['shown'] = String(++shown);
}

/** Sample or full scale, where there is a full-scale run of these very settings. */
function sourceChoice(fits: boolean, wanted: 'sample' | 'full'): HTMLElement[] {
  const { t } = shell!.context;
  if (shell!.full === null) return [];
  if (!fits) return [element('p', { class: 'hint' }, t.fullOld)];
  const radio = (value: 'sample' | 'full', label: string): HTMLElement =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'source',
        value,
        checked: value === wanted,
        onchange: () => void refresh(value),
      }),
      label,
    );
  return [radio('sample', t.sampled), radio('full', t.full)];
}

function messageOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

await build();
