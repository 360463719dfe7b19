import type { Language } from '../../language/language.ts';
import { costs, effect, headline, level, measureName, services, shortages } from '../chart/measures.ts';
import type { WhatIf } from '../chart/what-if.ts';
import type { Compared, Measure } from '../scene/compare.ts';
import type { Context } from './context.ts';
import { element } from './element.ts';

/** The numbers of one year: before, after, and the difference with its interval; a row chooses what the chart shows. */
export function measuresTable({ t, lang, state, set }: Context, whatIf: WhatIf, year: number): HTMLElement {
  const { measure } = state();
  const head = whatIf.changed ? [t.measure, t.before, t.after, t.difference] : [t.measure, t.meanIn(year)];
  const groups = [headline, [...services, ...shortages], costs].map((measures) =>
    measures.flatMap((each) => {
      const row = whatIf.compare(each).find((compared) => compared.year === year);
      if (row === undefined) return [];
      const chosen = each.indicator === measure;
      return [tableRow({ measure: each, row, chosen, changed: whatIf.changed }, { t, lang, set })];
    }),
  );
  return element(
    'table',
    { class: 'measures' },
    element('caption', { class: 'hidden' }, `${whatIf.place[lang]} ${year}`),
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
    ...groups.filter((rows) => rows.length > 0).map((rows) => element('tbody', {}, ...rows)),
  );
}

function tableRow(
  { measure, row, chosen, changed }: { measure: Measure; row: Compared; chosen: boolean; changed: boolean },
  { t, lang, set }: Pick<Context, 't' | 'lang' | 'set'>,
): HTMLElement {
  const name = measureName(measure)[lang];
  const pick = element('input', {
    type: 'radio',
    name: 'measure',
    value: measure.indicator,
    checked: chosen,
    'aria-label': t.chartOf(name),
    onchange: () => set({ measure: measure.indicator }),
  });
  const label = changed ? element('label', {}, pick, name) : name;
  const { base, alternative } = row;
  return element(
    'tr',
    { class: chosen && changed ? 'chosen' : undefined, 'data-measure': measure.indicator },
    element('th', { scope: 'row' }, label),
    changed ? element('td', {}, level(base.mean, measure, lang)) : null,
    element('td', {}, level(alternative.mean, measure, lang)),
    changed ? differenceCell(row, measure, lang) : null,
  );
}

/** A difference stands out where its interval leaves out zero. */
function differenceCell({ difference }: Compared, measure: Measure, lang: Language): HTMLElement {
  const { mean, p05, p95, replicates } = difference;
  if (replicates === 0) return element('td', {}, '–');
  const [middle, low, high] = [mean, p05, p95].map((value, _, all) => effect(value, measure, lang, all));
  const same = p05 === 0 && p95 === 0;
  const clear = !same && (p05 > 0 || p95 < 0);
  return element(
    'td',
    { class: clear ? 'clear' : 'vague' },
    element('span', { class: 'effect' }, same ? '0' : middle),
    same ? null : element('span', { class: 'interval' }, ` (${low} … ${high})`),
  );
}
