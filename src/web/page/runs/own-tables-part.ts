import { ownTable } from '../../../report/page/own-table.ts';
import type { ResultDetail } from '../../scene/results.ts';
import { choice, element } from '../element.ts';
import type { RunsContext } from './context.ts';
import { areaOf, type Measured } from './indicator-part.ts';

/** One of the tables of one's own, for the area and the year chosen; null where the result has none. */
export function ownTablesPart({ t, lang, state, set }: RunsContext, { tables }: ResultDetail, measured: Measured) {
  if (tables.length === 0) return null;
  const place = element('div', { class: 'own-table' });
  const controls = element('div', { class: 'choices row' });
  let shown = 0;
  const update = (): void => {
    const table = tables[shown];
    const titles = tables.map(({ card }, n) => ({ value: String(n), text: card.title[lang] }));
    const years = table.years.map((year) => ({ value: String(year), text: String(year) }));
    const choose = (n: string): void => {
      shown = Number(n);
      update();
    };
    const focused = document.activeElement?.getAttribute('name') ?? '';
    controls.replaceChildren(
      choice(t.table, titles, String(shown), choose, 'own-table'),
      choice(
        t.year,
        [{ value: '', text: t.lastYear }, ...years],
        String(state().year ?? ''),
        (year) => set({ year: year === '' ? null : Number(year) }),
        'own-year',
      ),
    );
    controls.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
    // pieces of a page hold nothing from outside that was not escaped
    place.innerHTML = ownTable(table, areaOf(measured, state().area), state().year).text;
  };
  return {
    element: element(
      'section',
      { class: 'panel', 'aria-labelledby': 'own-title' },
      element('h3', { id: 'own-title' }, t.ownTables),
      controls,
      place,
    ),
    update,
  };
}
