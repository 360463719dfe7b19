import { costs, effect, headline, level, measureName, shortages } from '../chart/measures.ts';
import type { WhatIf } from '../chart/what-if.ts';
import { changes } from '../scene/change.ts';
import {
  fromStored,
  MOST_NAME,
  MOST_REFORMS,
  nameOf,
  type Reform,
  toStored,
  withoutReform,
  withReform,
} from '../scene/reforms.ts';
import type { Context, Part } from './context.ts';
import { element } from './element.ts';
import type { Hooks } from './hooks.ts';
import { whatIfOf } from './outcome.ts';

/** Reforms by name, kept in this browser, and what each does to the main numbers side by side. */
export function reformsPart(context: Context, { answer }: Hooks): Part {
  const { t, lang, scene, state, set } = context;
  const key = `luohu.reforms.${scene.id}`;
  let reforms = fromStored(stored(key), state());
  /** What the table was made of. */
  let shown = '';
  const name = element('input', { type: 'text', name: 'reform', maxlength: MOST_NAME, 'aria-label': t.reformName });
  const keep = element(
    'button',
    { type: 'button', id: 'keep-reform', onclick: () => take(withReform(reforms, name.value, state().change)) },
    t.keepReform,
  );
  const list = element('ul', { class: 'chips' });
  const said = element('p', { class: 'hint', role: 'status' });
  const table = element('div', { class: 'scroll' });
  const compare = element(
    'button',
    { type: 'button', id: 'compare-reforms', onclick: () => void fill() },
    t.compareReforms,
  );

  const take = (now: Reform[]): void => {
    reforms = now;
    name.value = '';
    store(key, toStored(reforms, state()));
    update();
  };
  /** Everything the numbers depend on but the change that is being tried. */
  const asked = (): string => {
    const { sample, replicates, seed, definition, area, year } = state();
    return JSON.stringify([reforms, sample, replicates, seed, definition, area, year]);
  };
  const fill = async (): Promise<void> => {
    const now = asked();
    compare.disabled = true;
    try {
      const columns: { reform: Reform; whatIf: WhatIf; year: number }[] = [];
      for (const reform of reforms) {
        said.textContent = t.simulatingReform(reform.name);
        const outcome = await answer(context, reform.change);
        const { years } = outcome.alternative[0];
        const year = years.find((each) => each === state().year) ?? years.at(-1)!;
        columns.push({ reform, whatIf: whatIfOf(outcome, scene, state().area), year });
      }
      if (now !== asked()) return;
      shown = now;
      said.textContent = t.reformsNote(columns[0].year, columns[0].whatIf.place[lang]);
      table.replaceChildren(reformsTable(columns, lang, t.measure, t.before));
    } catch (error) {
      said.textContent = t.failed(error instanceof Error ? error.message : String(error));
    } finally {
      compare.disabled = reforms.length === 0;
    }
  };
  const update = (): void => {
    const current = nameOf(reforms, state().change);
    keep.disabled = changes(state().change) === 0 || reforms.length >= MOST_REFORMS || current !== undefined;
    compare.disabled = reforms.length === 0;
    list.replaceChildren(
      ...reforms.map((reform) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              'aria-pressed': String(reform.name === current),
              onclick: () => set({ change: reform.change }),
            },
            reform.name,
          ),
          element(
            'button',
            {
              type: 'button',
              'aria-label': t.dropReform(reform.name),
              onclick: () => take(withoutReform(reforms, reform.name)),
            },
            '×',
          ),
        ),
      ),
    );
    // numbers of other reforms or other settings are not left standing
    if (shown !== '' && shown !== asked()) {
      shown = '';
      said.textContent = '';
      table.replaceChildren();
    }
  };
  update();
  const section = element(
    'section',
    { class: 'card reforms', 'aria-labelledby': 'reforms-title' },
    element('h3', { id: 'reforms-title' }, t.reforms),
    element('p', { class: 'hint' }, t.reformsHint),
    element('div', { class: 'buttons' }, name, keep, compare),
    list,
    said,
    table,
  );
  return { element: section, update };
}

/** A row a measure: where it stands without any reform, and what each reform does to it, with nine tenths of the pairs. */
function reformsTable(
  columns: readonly { readonly reform: Reform; readonly whatIf: WhatIf; readonly year: number }[],
  lang: 'zh' | 'en',
  measureTitle: string,
  before: string,
): HTMLElement {
  const rows = [...headline, ...shortages, ...costs].flatMap((measure) => {
    const cells = columns.map(({ whatIf, year }) => whatIf.compare(measure).find((row) => row.year === year));
    const [first] = cells;
    if (first === undefined) return [];
    const differences = cells.map((cell) => {
      if (cell === undefined || cell.difference.replicates === 0) return element('td', {}, '–');
      const { mean, p05, p95, replicates } = cell.difference;
      const [middle, low, high] = [mean, p05, p95].map((value, _, all) => effect(value, measure, lang, all));
      const isClear = replicates > 1 && (p05 > 0 || p95 < 0);
      const interval = p05 === p95 ? null : element('span', { class: 'interval' }, ` (${low} … ${high})`);
      return element(
        'td',
        { class: isClear ? 'clear' : 'vague' },
        element('span', { class: 'effect' }, middle),
        interval,
      );
    });
    return [
      element(
        'tr',
        { 'data-measure': measure.indicator },
        element('th', { scope: 'row' }, measureName(measure)[lang]),
        element('td', {}, level(first.base.mean, measure, lang)),
        ...differences,
      ),
    ];
  });
  const head = [measureTitle, before, ...columns.map(({ reform }) => reform.name)];
  return element(
    'table',
    { class: 'measures' },
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows),
  );
}

/** A browser may refuse to keep anything: reforms then last as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // nothing is lost but the keeping
  }
}
