import { localeOf } from '../../language/language.ts';
import { numbersCsv } from '../scene/numbers-csv.ts';
import { askPanel } from './ask-panel.ts';
import { changesBar } from './changes-bar.ts';
import { clausesPanel } from './clauses-panel.ts';
import type { Context, Part } from './context.ts';
import { saveText } from './download.ts';
import { element } from './element.ts';
import type { Hooks, Sides } from './hooks.ts';
import { leversPanel } from './levers-panel.ts';
import { reformsPart } from './reforms-part.ts';
import { type Results, resultsPart } from './results-part.ts';
import { runPart } from './run-part.ts';
import { savePart } from './save-part.ts';
import { settingsBar } from './settings-bar.ts';
import { trailPart } from './trail-part.ts';
import { trialPanel } from './trial-panel.ts';

/** The page as it stands: the parts that follow the state, and the places results go to. */
export interface Shell {
  readonly context: Context;
  readonly parts: readonly Part[];
  readonly results: Results;
  readonly progress: HTMLElement;
  readonly source: HTMLElement;
}

/** Puts the page together. */
export function layout(context: Context, hooks: Hooks): Shell {
  const { t, lang, site, scene } = context;
  const results = resultsPart(context);
  const [ask, trail, clauses, levers, trial, changed, settings, saving, run, reforms] = [
    askPanel(context),
    trailPart(context),
    clausesPanel(context),
    leversPanel(context),
    trialPanel(context),
    changesBar(context),
    settingsBar(context),
    savePart(context),
    runPart(context, hooks),
    reformsPart(context, hooks),
  ];
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
    ask.element,
    element(
      'div',
      { class: 'columns' },
      element('aside', { 'aria-label': t.changes }, find, clauses.element, trial.element, levers.element),
      element(
        'main',
        { id: 'results', tabindex: -1, 'aria-label': t.results },
        changed.element,
        trail.element,
        source,
        progress,
        results.element,
        reforms.element,
        element('h2', {}, t.actions),
        element('div', { class: 'cards' }, run.element, saving.element, numbersCard(context, hooks)),
        element('p', { class: 'hint', lang: localeOf[lang] }, t.sampleNote, ' ', `luohu ${site.version}, ${scene.id}`),
      ),
    ),
  );
  return {
    context,
    parts: [ask, trail, clauses, levers, trial, changed, settings, saving, run, reforms],
    results,
    progress,
    source,
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

/** Hands over every number of either side: indicators, then money. */
function numbersCard({ t }: Context, { shown }: Hooks): HTMLElement {
  const download = (side: keyof Sides): void => {
    const now = shown();
    if (now !== null)
      saveText(`${now.id}.${side}.csv`, 'text/csv', numbersCsv(now.id, [...now.sides[side], ...now.money[side]]));
  };
  const button = (side: keyof Sides): HTMLElement =>
    element('button', { type: 'button', id: `numbers-${side}`, onclick: () => download(side) }, t.numbersOf[side]);
  return element(
    'section',
    { class: 'card', 'aria-labelledby': 'numbers-title' },
    element('h3', { id: 'numbers-title' }, t.numbers),
    element('div', { class: 'buttons' }, button('base'), button('alternative')),
  );
}
