import type { ResultCheck, ResultDetail, ResultList } from '../../scene/results.ts';
import { ask } from '../api.ts';
import { element } from '../element.ts';
import { momentText, type RunsContext, sizeText } from './context.ts';

/** What a result is: title, question, how it was made, and whether its files still are what the run wrote. */
export function factsPart({ t, lang }: RunsContext, { entry, limits }: ResultDetail, { out }: ResultList): HTMLElement {
  const { title, question, run, folder, state, problem, bytes, finished, kind } = entry;
  const facts: [string, string][] = [
    ...(run === null ? [] : ([[t.facts.place, run.place[lang]]] as [string, string][])),
    ...(run === null
      ? []
      : ([
          [t.facts.years, `${run.from}–${run.to}`],
          [t.facts.replicates, String(run.replicates)],
          [t.facts.sample, t.sample(run.sample)],
          [t.facts.seed, run.pairing.seed],
          [t.facts.version, run.pairing.version],
        ] as [string, string][])),
    [t.facts.made, momentText(finished)],
    [t.facts.size, sizeText(bytes)],
    [t.facts.state, `${t.states[state]} · ${t.kinds[kind]}`],
    [t.facts.folder, `${out.replace(/\/$/, '')}/${folder}`],
  ];
  const place = `${out.replace(/\/$/, '')}/${folder}`;
  return element(
    'section',
    { class: 'facts', 'aria-labelledby': 'result-title' },
    element('h2', { id: 'result-title' }, title[lang]),
    question[lang] === '' ? null : element('p', { class: 'question' }, question[lang]),
    problem === null ? null : element('p', { class: state === 'broken' ? 'fault' : 'hint' }, problem[lang]),
    element(
      'dl',
      {},
      ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    run === null || state === 'unfinished' || state === 'broken' ? null : checkLine(t, entry.id, place),
    limits.length === 0
      ? null
      : element(
          'details',
          {},
          element('summary', {}, t.limits),
          element('ul', {}, ...limits.map((limit) => element('li', {}, limit[lang]))),
        ),
  );
}

/** Holds the files against their hashes when it is asked to. */
function checkLine(t: RunsContext['t'], id: string, place: string): HTMLElement {
  const said = element('div', { class: 'said', role: 'status', 'aria-live': 'polite', id: 'checked' });
  const button = element('button', { type: 'button', id: 'check' }, t.check);
  button.addEventListener('click', async () => {
    button.disabled = true;
    said.textContent = t.checking;
    try {
      said.replaceChildren(...answer(await ask<ResultCheck>(`api/results/${id}/check`, 'GET')));
    } catch (error) {
      said.replaceChildren(element('p', { class: 'fault' }, t.failed((error as Error).message)));
    }
    button.disabled = false;
  });
  const answer = ({ changed, otherVersion, otherCode }: ResultCheck): HTMLElement[] => [
    changed.length === 0
      ? element('p', {}, t.checked)
      : element('p', { class: 'fault' }, t.changedFiles(changed.join(', '))),
    ...(otherVersion === null ? [] : [element('p', {}, t.otherVersion(otherVersion))]),
    ...(otherCode ? [element('p', {}, t.otherCode)] : []),
  ];
  return element(
    'div',
    { class: 'check' },
    element('div', { class: 'buttons' }, button, element('span', { class: 'hint' }, t.checkHint)),
    said,
    element('p', { class: 'hint' }, `${t.verify} `, element('code', {}, `luohu verify ${place}`)),
    element('p', { class: 'hint' }, `${t.report} `, element('code', {}, `luohu report ${place}`)),
  );
}
