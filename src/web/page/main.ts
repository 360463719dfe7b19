import { localeOf } from '../../language/language.ts';
import './jitless.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { fromAddress, type PageState, toAddress } from '../scene/address.ts';
import { changes } from '../scene/change.ts';
import { loadChange, loadScene } from '../scene/load-change.ts';
import { type Scene, type Site, START_SAMPLE } from '../scene/scene.ts';
import { fromTypedJson } from '../scene/typed-json.ts';
import type { Context } from './context.ts';
import { loadDrawing } from './draw-chart.ts';
import { element } from './element.ts';
import { openEngine } from './engine.ts';
import type { Shown } from './hooks.ts';
import { layout, type Shell } from './layout.ts';
import type { Outcome } from './outcome.ts';
import { Stopped } from './pool.ts';
import { words } from './words.ts';

type Sides = Pick<Outcome, 'base' | 'alternative'>;

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
// the drawing library loads while the first results are simulated
void loadDrawing();

function sceneOf(id: string): Promise<Scene> {
  const scene = scenes.get(id) ?? read<Scene>(`data/${encodeURIComponent(id)}.json`);
  scenes.set(id, scene);
  return scene;
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
  document.documentElement.lang = localeOf[state.lang];
  const scene = await sceneOf(state.scenario);
  if (scene.city.areas.every(({ code }) => code !== state.area)) state = { ...state, area: 'city' };
  let base: Scenario;
  try {
    base = loadScene(
      scene,
      site.documents,
      overridesOf({ seed: state.seed, definition: state.definition }),
      state.lang,
    );
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
  shell = layout(context, { settings: decisive, shown: () => last, onFullScale });
  for (const part of shell.parts) part.update();
  if (focused) document.getElementById(focused)?.focus();
  await refresh();
}

/** Full-scale results, and the settings they are of. */
let full: { readonly sides: Sides; readonly settings: string } | null = null;
/** Which results are shown where there are both. */
let wanted: 'sample' | 'full' = 'sample';
/** What is shown. */
let last: Shown | null = null;

function onFullScale(sides: Sides, settings: string): void {
  full = { sides, settings };
  wanted = 'full';
  void refresh();
}

/** What decides numbers, without what only decides how they are shown. */
const decisive = (): string =>
  toAddress({ ...state, lang: 'en', year: null, area: 'city', measure: '', sample: START_SAMPLE, replicates: 8 });

/** Simulates what the state asks for and shows it; a newer call makes an older one stop. */
async function refresh(): Promise<void> {
  if (shell === null) return;
  const { context, results, progress, source } = shell;
  const { t, scene, base } = context;
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  const started = performance.now();
  const asked = state;
  const whole = full?.settings === decisive() ? full.sides : null;
  source.replaceChildren(...sourceChoice(whole !== null));
  try {
    const overrides = overridesOf(asked);
    const alternativeScenario = loadChange(
      scene,
      site.documents,
      { base, change: asked.change, overrides },
      asked.lang,
    );
    const baseScenario = loadScene(scene, site.documents, overrides, asked.lang);
    const changed = changes(asked.change) > 0;
    let sides: Sides;
    if (wanted === 'full' && whole !== null) sides = whole;
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
    const moneyOf = (scenario: Scenario, results: Sides['base']) =>
      engine.money({ scene, scenario, sample: asked.sample }, results, signal);
    const before = moneyOf(baseScenario, sides.base);
    const after = changed ? moneyOf(alternativeScenario, sides.alternative) : before;
    const [baseMoney, alternativeMoney] = await Promise.all([before, after]);
    const money = { base: baseMoney, alternative: alternativeMoney };
    if (signal.aborted) return;
    const outcome: Outcome = { ...sides, money, alternativeScenario, changed };
    last = { id: alternativeScenario.id, sides, money };
    await results.show(outcome);
    if (signal.aborted) return;
    ready(performance.now() - started, sides.base.length, wanted === 'full' && whole !== null, asked, context);
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
function sourceChoice(fits: boolean): HTMLElement[] {
  const { t } = shell!.context;
  if (full === null) return [];
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
        onchange: () => {
          wanted = value;
          void refresh();
        },
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
