import { localeOf } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import './jitless.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { fromAddress, type PageState, toAddress } from '../scene/address.ts';
import { type Change, changes, noChange } from '../scene/change.ts';
import { loadChange, loadScene } from '../scene/load-change.ts';
import { type Scene, type Site, START_SAMPLE } from '../scene/scene.ts';
import { goneTo, isSame, recorded, type Trail, trailOf } from '../scene/trail.ts';
import { fromTypedJson } from '../scene/typed-json.ts';
import type { Context } from './context.ts';
import { loadDrawing } from './draw-chart.ts';
import { element } from './element.ts';
import { openEngine } from './engine.ts';
import type { Shown, Sides } from './hooks.ts';
import { layout, type Shell } from './layout.ts';
import type { Outcome } from './outcome.ts';
import { Stopped } from './pool.ts';
import { stagesOf } from './stages.ts';
import { stepOf } from './trail-part.ts';
import { words } from './words.ts';

/** Changes that follow each other faster than this are simulated once. */
const PAUSE_MS = 120;

/*
 * The page, from address to charts:
 *   1 site and scene   what is offered, and everything the chosen scenario is simulated from
 *   2 state            from the address; every change goes back into it
 *   3 build            the controls, anew for another scenario or language
 *   4 refresh          load both sides as the command line does, simulate what is missing, show: what the first pairs say soon, then
 *                      more of them
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

let trail = trailOf(state.change);
let shell: Shell | null = null;
let timer = 0;
let abort = new AbortController();

function set(patch: Partial<PageState>): void {
  const before = state;
  const then = trail;
  // changes are of one scenario
  if (patch.scenario !== undefined && patch.scenario !== state.scenario) trail = trailOf(noChange);
  else if (patch.change !== undefined) trail = recorded(trail, patch.change, performance.now());
  state = { ...state, ...patch };
  // a new entry is a place the browser's own way back leads to
  const isNew = trail.entries.length > then.entries.length && state.scenario === before.scenario;
  history[isNew ? 'pushState' : 'replaceState'](null, '', toAddress(state));
  follow(before);
}

/** Goes to an entry of the trail that is there already. */
function travel(to: Trail): void {
  if (to === trail) return;
  const before = state;
  trail = to;
  state = { ...state, change: to.entries[to.at] };
  history.replaceState(null, '', toAddress(state));
  follow(before);
}

/** Shows what the state has become. */
function follow(before: PageState): void {
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
    trail: () => trail,
    travel,
  };
  shell = layout(context, { settings: decisive, shown: () => last, onFullScale, answer });
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
    const side = (scenario: Scenario) => ({ scene, scenario, sample: asked.sample });
    const present = async (sides: Sides, next: () => void): Promise<void> => {
      if (signal.aborted) return;
      const before = engine.money(side(baseScenario), sides.base, signal);
      const after = changed ? engine.money(side(alternativeScenario), sides.alternative, signal) : before;
      const [base, alternative] = await Promise.all([before, after]);
      if (signal.aborted) return;
      next();
      results.element.classList.remove('stale');
      results.element.removeAttribute('aria-busy');
      const money = { base, alternative };
      last = { id: alternativeScenario.id, sides, money };
      await results.show({ ...sides, money, alternativeScenario, changed });
    };
    const tell = (full: boolean): void => {
      if (!signal.aborted) ready(performance.now() - started, last!.sides.base.length, full, asked, context);
    };
    if (wanted === 'full' && whole !== null) {
      await present(whole, () => {});
      return tell(true);
    }
    const all = asked.replicates * (changed ? 2 : 1);
    progress.textContent = last === null ? t.makingBase : t.simulating(0, all);
    results.element.classList.add('stale');
    results.element.setAttribute('aria-busy', 'true');
    const simulate = (pairs: number): Promise<Sides> => {
      let done = 0;
      const count = (): void => {
        done++;
        if (!signal.aborted) progress.textContent = t.simulating(done, all);
      };
      const of = (scenario: Scenario) => engine.simulate(side({ ...scenario, replicates: pairs }), signal, count);
      const base = of(baseScenario);
      const sides = Promise.all([base, changed ? of(alternativeScenario) : base]);
      const made = sides.then(([base, alternative]) => ({ base, alternative }));
      made.catch(() => {}); // it is waited for once what was there before is shown
      return made;
    };
    const there = [baseScenario, ...(changed ? [alternativeScenario] : [])].map((each) => engine.there(side(each)));
    const stages = stagesOf(asked.replicates, Math.min(...there));
    let coming = simulate(stages[0]);
    for (const [n] of stages.entries()) {
      await present(await coming, () => {
        if (n + 1 < stages.length) coming = simulate(stages[n + 1]);
      });
      if (signal.aborted) return;
      document.body.dataset['pairs'] = String(stages[n]);
    }
    tell(false);
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) return;
    progress.textContent = t.failed(messageOf(error));
    progress.classList.add('fault');
    document.body.dataset['fault'] = messageOf(error);
  }
}

/** Both sides and their money under the present settings, of another change than the one that is shown. */
async function answer({ scene, base }: Context, change: Change): Promise<Outcome> {
  const { sample, replicates, lang } = state;
  const overrides = overridesOf(state);
  const alternativeScenario = loadChange(scene, site.documents, { base, change, overrides }, lang);
  const baseScenario = loadScene(scene, site.documents, overrides, lang);
  const { signal } = new AbortController();
  const of = async (scenario: Scenario) => {
    const side = { scene, scenario: { ...scenario, replicates }, sample };
    const results = await engine.simulate(side, signal, () => {});
    return { results, money: await engine.money(side, results, signal) };
  };
  const [before, after] = [await of(baseScenario), await of(alternativeScenario)];
  return {
    base: before.results,
    alternative: after.results,
    money: { base: before.money, alternative: after.money },
    alternativeScenario,
    changed: true,
  };
}

let shown = 0;

/** Tells how long it took, for readers and for measurements. */
function ready(milliseconds: number, replicates: number, full: boolean, { sample }: PageState, { t }: Context): void {
  const { progress } = shell!;
  const seconds = (milliseconds / 1000).toFixed(1);
  progress.classList.remove('fault');
  progress.textContent = full ? t.fullDone : t.ready(seconds, replicates, String(sharePercent(sample)), engine.workers);
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

addEventListener('popstate', () => {
  const before = state;
  state = fromAddress(location.search, offered);
  const at = trail.entries.findLastIndex((entry) => isSame(entry, state.change));
  trail =
    state.scenario !== before.scenario
      ? trailOf(state.change)
      : at < 0
        ? recorded(trail, state.change, performance.now())
        : goneTo(trail, at);
  follow(before);
});
addEventListener('keydown', (event) => {
  const step = stepOf(event);
  if (step === null) return;
  event.preventDefault();
  travel(goneTo(trail, trail.at + step));
});

await build();
