import type { ResultEntry, ResultList } from '../../scene/results.ts';
import { element } from '../element.ts';
import { momentText, type RunsContext, sizeText } from './context.ts';

/** The list of results: one button each, filtered by words. */
export function listPart(
  { t, lang, state, set }: RunsContext,
  { out, results, left }: ResultList,
  again: () => void,
): { readonly element: HTMLElement; update(): void } {
  const items = results.map((entry) => ({ entry, ...itemOf(entry) }));
  const none = element('p', { class: 'hint', hidden: true }, t.noneFound);
  const find = element('input', {
    type: 'search',
    id: 'find-result',
    placeholder: t.filter,
    'aria-label': t.filter,
    oninput: () => {
      const wanted = find.value.toLowerCase().split(/\s+/);
      for (const { item, said } of items) item.hidden = !wanted.every((word) => said.includes(word));
      none.hidden = items.some(({ item }) => !item.hidden);
    },
  });
  function itemOf(entry: ResultEntry) {
    const { title, folder, state: whole, problem, run, finished, bytes, id } = entry;
    const facts = [
      ...(run === null ? [] : [`${run.from}–${run.to}`, t.replicates(run.replicates), t.sample(run.sample)]),
      momentText(finished),
      ...(bytes > 0 ? [sizeText(bytes)] : []),
    ];
    const mark = whole === 'whole' ? null : element('span', { class: `state ${whole}` }, t.states[whole]);
    const button = element(
      'button',
      { type: 'button', class: 'result', 'data-result': id, onclick: () => set({ run: id }) },
      element('strong', {}, title[lang]),
      mark,
      element('span', { class: 'note' }, facts.join(' · ')),
      whole === 'broken' && problem !== null ? element('span', { class: 'note why' }, problem[lang]) : null,
      element('span', { class: 'note folder' }, folder),
    );
    const said = [title.zh, title.en, folder, run?.place.zh ?? '', run?.place.en ?? '', entry.question[lang]];
    return { item: element('li', {}, button), button, said: said.join('\n').toLowerCase() };
  }
  return {
    element: element(
      'aside',
      { 'aria-label': t.list },
      element(
        'div',
        { class: 'list-head' },
        find,
        element('button', { type: 'button', id: 'again', onclick: again }, t.again),
      ),
      results.length === 0 ? element('p', { class: 'hint' }, t.none(out)) : none,
      element('ul', { class: 'results' }, ...items.map(({ item }) => item)),
      left > 0 ? element('p', { class: 'hint' }, t.left(left)) : null,
    ),
    update() {
      for (const { entry, button } of items) {
        button.setAttribute('aria-pressed', String(entry.id === state().run));
        if (entry.id === state().run) button.scrollIntoView({ block: 'nearest' });
      }
    },
  };
}
