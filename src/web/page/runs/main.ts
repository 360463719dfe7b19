import { localeOf } from '../../../language/language.ts';
import type { ResultDetail, ResultEntry, ResultList } from '../../scene/results.ts';
import { fromRunsAddress, type RunsState, toRunsAddress } from '../../scene/runs-address.ts';
import { ask } from '../api.ts';
import { loadDrawing } from '../draw-chart.ts';
import { element } from '../element.ts';
import { figure } from '../figure.ts';
import { languageButton } from '../language-button.ts';
import type { RunsContext } from './context.ts';
import { factsPart } from './facts-part.ts';
import { indicatorPart } from './indicator-part.ts';
import { listPart } from './list-part.ts';
import { openNumbers } from './numbers.ts';
import { ownTablesPart } from './own-tables-part.ts';
import { pivotPart } from './pivot-part.ts';
import { runsWords } from './words.ts';

/*
 * The page of results, from address to charts:
 *   1 list     what the folder of results holds, read anew when asked
 *   2 state    from the address; every choice goes back into it, another result as a step one can go back from
 *   3 build    head and list, anew for another language
 *   4 open     the chosen result: what it is, what it has numbers of
 *   5 update   charts and tables under what is chosen
 */
const browserLanguage = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
let state = fromRunsAddress(location.search, browserLanguage);
let list: ResultList = { out: '', results: [], left: 0 };
let numbers = openNumbers();
let shown: { readonly id: string; readonly update: () => Promise<void> } | null = null;
let listShown: { update(): void } | null = null;
void loadDrawing();

const context = (): RunsContext => ({ lang: state.lang, t: runsWords[state.lang], state: () => state, set });
const main = element('main', { id: 'result', tabindex: -1 });

function set(patch: Partial<RunsState>): void {
  const before = state;
  state = { ...state, ...patch };
  const isOther = state.run !== before.run;
  if (isOther && state.base === state.run) state = { ...state, base: '' };
  history[isOther ? 'pushState' : 'replaceState'](null, '', toRunsAddress(state));
  void follow(before);
}

/** Shows the state: what has to be built anew for it, and what only drawn. */
async function follow(before: RunsState): Promise<void> {
  if (state.lang !== before.lang) return build();
  listShown?.update();
  if (state.run !== before.run) {
    await open();
    main.scrollIntoView({ block: 'start' });
    return;
  }
  await update();
}

addEventListener('popstate', () => {
  const before = state;
  state = fromRunsAddress(location.search, browserLanguage);
  void follow(before);
});

async function read(): Promise<void> {
  numbers = openNumbers();
  try {
    list = await ask<ResultList>('api/results', 'GET');
  } catch (error) {
    document.body.replaceChildren(
      element('p', { class: 'fault', role: 'alert' }, runsWords[state.lang].failed((error as Error).message)),
    );
    return;
  }
  await build();
}

async function build(): Promise<void> {
  const { t, lang } = context();
  document.documentElement.lang = localeOf[lang];
  document.title = `${t.title} – luohu 落户`;
  const part = listPart(context(), list, () => void read());
  listShown = part;
  document.body.replaceChildren(
    element('a', { class: 'skip', href: '#result' }, t.skip),
    element(
      'header',
      { class: 'bar' },
      element('div', { class: 'brand' }, element('strong', {}, 'luohu 落户'), element('h1', {}, t.title)),
      element('a', { href: `./?lang=${lang}`, id: 'what-if' }, t.whatIf),
      languageButton(lang, (other) => set({ lang: other })),
    ),
    element('div', { class: 'columns' }, part.element, main),
  );
  part.update();
  await open();
}

let opening = 0;

/** Reads the chosen result and builds its parts. */
async function open(): Promise<void> {
  const mine = ++opening;
  const { t } = context();
  shown = null;
  if (state.run === '') {
    main.replaceChildren(element('p', { class: 'hint' }, list.results.length === 0 ? t.none(list.out) : t.choose));
    return ready();
  }
  main.replaceChildren(element('p', { class: 'progress' }, t.loading));
  try {
    const detail = await ask<ResultDetail>(`api/results/${state.run}`, 'GET');
    if (mine !== opening) return;
    shown = parts(detail);
    await update();
  } catch (error) {
    if (mine !== opening) return;
    main.replaceChildren(element('p', { class: 'fault', role: 'alert' }, t.failed((error as Error).message)));
    ready();
  }
}

function parts(detail: ResultDetail): NonNullable<typeof shown> {
  const { entry, measured } = detail;
  const facts = factsPart(context(), detail, list);
  if (measured === null) {
    const { t, lang } = context();
    const charts = detail.charts.map(({ name, spec }) => ({
      spec,
      name,
      drawn: figure(name, t, lang, { narrow: true }),
    }));
    main.replaceChildren(
      facts,
      entry.state === 'unfinished' ? element('p', { class: 'hint' }, t.unfinishedHint) : '',
      entry.state === 'broken' ? element('p', { class: 'hint' }, t.brokenHint) : '',
      ...charts.map(({ drawn }) => drawn.element),
    );
    const update = async (): Promise<void> => {
      for (const { spec, drawn, name } of charts) await drawn.show(spec[lang], `${entry.folder}.${name}.${lang}`);
    };
    return { id: entry.id, update };
  }
  const others = list.results.filter((other) => other.id !== entry.id && isOpen(other));
  const indicator = indicatorPart(context(), entry, measured, others, numbers);
  const table = pivotPart(context(), entry, measured, numbers);
  const own = ownTablesPart(context(), detail, measured);
  main.replaceChildren(facts, indicator.element, table.element, ...(own === null ? [] : [own.element]));
  return {
    id: entry.id,
    update: async () => {
      own?.update();
      await Promise.all([indicator.update(), table.update()]);
    },
  };
}

/** Whether a result has numbers to compare with. */
const isOpen = ({ run, state: how, kind }: ResultEntry): boolean =>
  run !== null && kind !== 'analysis' && (how === 'whole' || how === 'early');

let updating = 0;

/** Draws what is chosen; a newer call is the one that is waited for. */
async function update(): Promise<void> {
  const now = shown;
  const mine = ++updating;
  if (now === null) return;
  try {
    await now.update();
  } catch (error) {
    if (now !== shown) return;
    main.append(element('p', { class: 'fault', role: 'alert' }, context().t.failed((error as Error).message)));
  }
  if (mine === updating) ready();
}

let times = 0;
function ready(): void {
  document.body.dataset['shown'] = String(++times);
}

await read();
