import type { PolicyDocument } from '../../policy/document.ts';
import { type Change, changes, noChange } from '../scene/change.ts';
import { changeParts } from '../scene/describe-change.ts';
import type { Context, Part } from './context.ts';
import { element } from './element.ts';

/** What differs, each with a way back. */
export function changesBar({ t, lang, site, base, state, set }: Context): Part {
  const list = element('ul', { class: 'chips' });
  const counting = element('p', { class: 'hint wide' }, t.countingMoves);
  const hint = element('p', { class: 'hint' }, t.noChanges);
  const reset = element(
    'button',
    { type: 'button', class: 'quiet', onclick: () => set({ change: noChange }) },
    t.reset,
  );
  const section = element(
    'section',
    { class: 'changes', 'aria-labelledby': 'changes-title' },
    element('h2', { id: 'changes-title' }, t.changes),
    hint,
    list,
    reset,
    counting,
  );
  const update = (): void => {
    const { change } = state();
    hint.hidden = changes(change) > 0;
    reset.hidden = changes(change) < 2;
    counting.hidden = state().definition !== null || !movesCounting(change, site.documents);
    const chips = singles(change).map((single) => {
      const text = changeParts(base, single.only, site.documents)[0][lang];
      const undo = element(
        'button',
        { type: 'button', 'aria-label': t.undo(text), onclick: () => set({ change: single.without }) },
        '×',
      );
      return element('li', {}, text, undo);
    });
    list.replaceChildren(...chips);
  };
  update();
  return { element: section, update };
}

/** Whether a change takes out or adds a rule on how registers are counted: a rate then moves without anybody moving. */
function movesCounting({ without, add }: Change, documents: readonly PolicyDocument[]): boolean {
  const touched = [...without, ...add.map(({ clause }) => clause)];
  return documents.some(({ id, clauses }) =>
    clauses.some(
      (clause) =>
        clause.sets.some(({ rule }) => rule === 'counting') &&
        touched.some((reference) => reference === id || reference === `${id}:${clause.id}`),
    ),
  );
}

/** Every single change alone, and the change without it, in the order they are told. */
function singles(change: Change): { readonly only: Change; readonly without: Change }[] {
  const { without, add, readings, parameters } = change;
  return [
    ...without.map((each) => ({
      only: { ...noChange, without: [each] },
      without: { ...change, without: without.filter((other) => other !== each) },
    })),
    ...add.map((each) => ({
      only: { ...noChange, add: [each] },
      without: { ...change, add: add.filter((other) => other !== each) },
    })),
    ...Object.entries(readings).map(([clause, reading]) => ({
      only: { ...noChange, readings: { [clause]: reading } },
      without: { ...change, readings: omit(readings, clause) },
    })),
    ...Object.entries(parameters).map(([name, value]) => ({
      only: { ...noChange, parameters: { [name]: value } },
      without: { ...change, parameters: omit(parameters, name) },
    })),
  ];
}

const omit = <V>(all: Readonly<Record<string, V>>, key: string): Record<string, V> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));
