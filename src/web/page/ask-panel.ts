import { noChange } from '../scene/change.ts';
import { examplesOf } from '../scene/examples.ts';
import { loadChange } from '../scene/load-change.ts';
import { isSame } from '../scene/trail.ts';
import type { Context, Part } from './context.ts';
import { element } from './element.ts';

/** Screens on which the answer stands far below its question; the style has the same limit. */
const oneColumn = matchMedia('(max-width: 880px)');

/** New Year after the last published figure, so that a clause tried from then has the years that are not known to act in. */
function trialDay({ observations }: Context['scene'], { baseYear, endYear }: Context['base']): string {
  const last = Math.max(baseYear, ...observations.map(({ year }) => year));
  return `${Math.min(endYear, last + 1)}-01-01`;
}

/** What the page begins with: what settling is, and questions to try, one click each. A second click takes the answer back. */
export function askPanel({ t, lang, site, scene, base, state, set }: Context): Part {
  const examples = examplesOf(base, site.documents, trialDay(scene, base)).filter(({ change }) => {
    try {
      loadChange(scene, site.documents, { base, change, overrides: {} }, lang);
      return true;
    } catch {
      return false; // a question the loader would refuse is not asked
    }
  });
  const buttons = examples.map(({ question, change }) => {
    const button = element(
      'button',
      {
        type: 'button',
        class: 'question',
        onclick: () => {
          set({ change: isSame(state().change, change) ? noChange : change });
          if (oneColumn.matches) document.getElementById('results')?.scrollIntoView({ block: 'start' });
        },
      },
      question[lang],
    );
    return { change, button };
  });
  const section = element(
    'section',
    { class: 'ask', 'aria-labelledby': 'ask-title' },
    element('h2', { id: 'ask-title' }, t.ask(scene.city.name[lang])),
    element('p', { class: 'hint' }, t.settling),
    element('ul', {}, ...buttons.map(({ button }) => element('li', {}, button))),
    element('p', { class: 'hint' }, t.askMore),
  );
  const update = (): void => {
    for (const { change, button } of buttons)
      button.setAttribute('aria-pressed', String(isSame(state().change, change)));
  };
  update();
  return { element: section, update };
}
