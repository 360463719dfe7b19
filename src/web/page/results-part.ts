import { charts } from '../../report/charts.ts';
import { percent } from '../../report/format.ts';
import type { ChartSpec } from '../../report/head.ts';
import { comparedPanelsChart } from '../chart/compared-panels.ts';
import { comparedRatesChart } from '../chart/compared-rates.ts';
import { comparedSettlementsChart } from '../chart/compared-settlements.ts';
import { comparedTilesChart } from '../chart/compared-tiles.ts';
import { differenceChart } from '../chart/difference.ts';
import { costs, effect, headline, services, shortages } from '../chart/measures.ts';
import type { WhatIf } from '../chart/what-if.ts';
import { compare } from '../scene/compare.ts';
import type { Context } from './context.ts';
import { element } from './element.ts';
import { type Figure, figure } from './figure.ts';
import { measuresTable } from './measures-table.ts';
import { chartInputOf, type Outcome, whatIfOf } from './outcome.ts';
import { routesTable } from './routes-table.ts';
import { words } from './words.ts';

/** Everything that shows numbers: the sentence, the table and the charts of one outcome. */
export interface Results {
  readonly element: HTMLElement;
  show(outcome: Outcome): Promise<void>;
}

/** Charts of the answer itself, beside each other; then the others. */
const answer = ['rates', 'map'] as const;
const others = ['difference', 'settlements', 'services', 'cost'] as const;
const names = [...answer, ...others] as const;

export function resultsPart(context: Context): Results {
  const { t, lang, scene, state } = context;
  const sentence = element('p', { class: 'sentence', role: 'status', 'aria-live': 'polite' });
  const table = element('div', { class: 'scroll' });
  const view = viewControls(context);
  const figures = Object.fromEntries(names.map((name) => [name, figure(name, t, lang, { narrow: true })])) as Record<
    (typeof names)[number],
    Figure
  >;
  const assumed = scene.coefficients.filter(({ mark }) => mark === 'assumption').length;
  const cost = element('p', { class: 'hint' }, t.costNote(assumed, scene.coefficients.length));
  const routes = element('section', { class: 'card', 'aria-labelledby': 'routes-title' });
  const more = moreCharts(context);
  const section = element(
    'div',
    { class: 'results' },
    sentence,
    view.element,
    element('div', { class: 'charts answer' }, ...answer.map((name) => figures[name].element)),
    table,
    element('div', { class: 'charts' }, ...others.map((name) => figures[name].element).toSpliced(2, 0, routes), cost),
    more.element,
  );
  return {
    element: section,
    async show(outcome) {
      const whatIf = whatIfOf(outcome, scene, state().area);
      const { years } = outcome.alternative[0];
      const year = years.find((each) => each === state().year) ?? years.at(-1)!;
      view.update(years, year);
      sentence.textContent = sentenceOf(whatIf, year, lang);
      table.replaceChildren(measuresTable(context, whatIf, year));
      for (const [name, spec] of Object.entries({
        ...specsOf(whatIf, context),
        map: comparedTilesChart(whatIf, scene.tiles, countiesOf(outcome, scene), year, lang),
      }) as [(typeof names)[number], ChartSpec | null][]) {
        figures[name].element.hidden = spec === null;
        if (spec !== null) await figures[name].show(spec);
      }
      routes.replaceChildren(
        element('h3', { id: 'routes-title' }, t.routesUntil(year)),
        routesTable(outcome, state().area, year, context),
      );
      await more.show(outcome);
    },
  };
}

/** The registered rate of every county on both sides. */
const countiesOf = (outcome: Outcome, scene: Context['scene']) =>
  scene.city.areas.map(({ code }) => ({
    code,
    rows: compare(outcome, { indicator: 'registered_urbanization_rate', cumulative: false }, code),
  }));

function specsOf(whatIf: WhatIf, { lang, state }: Context) {
  const measure =
    [...headline, ...services, ...shortages, ...costs].find(({ indicator }) => indicator === state().measure) ??
    headline[1];
  const both = (key: 'servicesTitle' | 'costTitle') => ({ zh: words.zh[key], en: words.en[key] });
  return {
    rates: comparedRatesChart(whatIf, lang),
    difference: differenceChart(whatIf, measure, lang),
    settlements: comparedSettlementsChart(whatIf, lang),
    services: comparedPanelsChart(whatIf, { title: both('servicesTitle'), measures: services }, lang),
    cost: comparedPanelsChart(whatIf, { title: both('costTitle'), measures: costs }, lang),
  };
}

/** The outcome in one sentence, with how sure it is. */
function sentenceOf(whatIf: WhatIf, year: number, lang: 'zh' | 'en'): string {
  const t = words[lang];
  const of = (indicator: string) => whatIf.compare({ indicator, cumulative: false }).find((row) => row.year === year);
  const [resident, registered] = [of('resident_urbanization_rate'), of('registered_urbanization_rate')];
  if (!resident || !registered) return '';
  const place = whatIf.place[lang];
  const after = percent(registered.alternative.mean, lang);
  if (!whatIf.changed) return t.sentenceSame(place, year, percent(resident.alternative.mean, lang), after);
  const { mean, p05, p95, mcse, replicates } = registered.difference;
  if (mean === 0 && p05 === 0 && p95 === 0) return t.sentenceUnmoved(place, year, after);
  const [middle, low, high] = [mean, p05, p95].map((value) => effect(value, headline[1], lang));
  return t.sentence(place, year, after, middle, mcse.toFixed(2), low, high, replicates);
}

/** Year of the table and area of everything. */
function viewControls({ t, lang, scene, state, set }: Context) {
  const slider = element('input', {
    type: 'range',
    name: 'year',
    'aria-label': t.year,
    oninput: () => set({ year: slider.valueAsNumber }),
  });
  const shown = element('output', { class: 'year' });
  const areas = [{ code: 'city', name: { zh: words.zh.whole, en: words.en.whole } }, ...scene.city.areas];
  const area = element(
    'select',
    { name: 'area', onchange: () => set({ area: area.value }) },
    ...areas.map(({ code, name }) => element('option', { value: code, selected: code === state().area }, name[lang])),
  );
  const bar = element(
    'div',
    { class: 'view' },
    element('label', { class: 'choice' }, element('span', {}, t.area), area),
    element('label', { class: 'choice grow' }, element('span', {}, t.year, ' ', shown), slider),
  );
  const update = (years: readonly number[], year: number): void => {
    slider.min = String(years[0]);
    slider.max = String(years.at(-1));
    slider.value = String(year);
    shown.textContent = String(year);
  };
  return { element: bar, update };
}

/** The charts of a finished run, of the alternative; drawn when they are asked for. */
function moreCharts({ t, lang, scene }: Context) {
  const shown = (['settlements', 'counties', 'age-pyramid', 'register-balance'] as const).map((name) => ({
    draw: charts[name],
    figure: figure(`run-${name}`, t, lang),
  }));
  const details = element(
    'details',
    { class: 'more' },
    element('summary', {}, t.more),
    ...shown.map((each) => each.figure.element),
  );
  let last: Outcome | null = null;
  const draw = async (): Promise<void> => {
    if (!details.open || last === null) return;
    const input = chartInputOf(last, scene);
    for (const each of shown) {
      const spec = each.draw(input, lang);
      each.figure.element.hidden = spec === null;
      if (spec !== null) await each.figure.show(spec);
    }
  };
  details.addEventListener('toggle', () => void draw());
  return {
    element: details,
    show: (outcome: Outcome): Promise<void> => {
      last = outcome;
      return draw();
    },
  };
}
