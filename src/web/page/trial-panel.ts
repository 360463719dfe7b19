import type { PolicyDocument } from '../../policy/document.ts';
import { reachesModel } from './clauses-panel.ts';
import type { Context, Part } from './context.ts';
import { element } from './element.ts';

/** Takes clauses of other cities' documents into the law of this one, from a day on. */
export function trialPanel({ t, lang, site, scene, base, state, change }: Context): Part {
  const others = site.documents.filter(
    (document) =>
      !base.documents.includes(document.id) && document.level === 'city' && document.clauses.some(reachesModel),
  );
  const day = element('input', {
    type: 'date',
    name: 'trial-day',
    value: firstDay(base, scene.lastVitalYear),
    required: true,
  });
  const clause = element('select', { name: 'trial-clause' });
  const document = element(
    'select',
    { name: 'trial-document', onchange: () => fill() },
    ...others.map(({ id, title }) => element('option', { value: id }, title[lang])),
  );
  const fill = (): void => {
    const chosen = others.find(({ id }) => id === document.value);
    clause.replaceChildren(...optionsOf(chosen, lang));
  };
  fill();
  const add = element(
    'button',
    {
      type: 'button',
      onclick: () => {
        const reference = `${document.value}:${clause.value}`;
        if (!day.reportValidity() || clause.value === '') return;
        const rest = state().change.add.filter((each) => each.clause !== reference);
        change({ add: [...rest, { clause: reference, from: day.value }] });
      },
    },
    t.tryIt,
  );
  const field = (label: string, control: HTMLElement): HTMLElement =>
    element('label', { class: 'choice' }, element('span', {}, label), control);
  const section = element(
    'details',
    { class: 'panel document' },
    element('summary', {}, element('span', { class: 'name' }, t.tryClause)),
    field(t.document, document),
    field(t.clause, clause),
    field(t.from, day),
    add,
  );
  return { element: section, update: () => {} };
}

/** A day after the years that are known, from which a trial has some years to act. */
const firstDay = ({ baseYear, endYear }: Context['base'], lastKnown: number): string =>
  `${Math.min(endYear, Math.max(baseYear, lastKnown) + 1)}-01-01`;

const optionsOf = (document: PolicyDocument | undefined, lang: 'zh' | 'en'): HTMLOptionElement[] =>
  (document?.clauses ?? [])
    .filter(reachesModel)
    .map(({ id, meaning }) => element('option', { value: id }, `${id} ${meaning[lang]}`));
