import { kindNames, unitNames } from '../../../indicator/indicators.ts';
import { isSaidOf } from '../../../indicator/is-said-of.ts';
import { type Localized, text } from '../../../language/language.ts';
import { compareIndicatorChart } from '../../../report/chart/compare-indicator.ts';
import { indicatorFanChart } from '../../../report/chart/indicator-fan.ts';
import { pairedFanChart } from '../../../report/chart/paired-fan.ts';
import { unpaired } from '../../../report/pairing.ts';
import type { ResultDetail, ResultDifferences, ResultEntry, ResultIndicator } from '../../scene/results.ts';
import { ask } from '../api.ts';
import { choice, element } from '../element.ts';
import { figure } from '../figure.ts';
import { momentText, type RunsContext } from './context.ts';
import type { Numbers } from './numbers.ts';
import { runsWords } from './words.ts';

export type Measured = NonNullable<ResultDetail['measured']>;

/** The indicators whose code, names or definition hold every word. */
export const foundIn = ({ indicators }: Measured, find: string): readonly ResultIndicator[] => {
  const words = find.split(/\s+/).filter((word) => word !== '');
  return indicators.filter((indicator) => words.every((word) => isSaidOf(indicator, word)));
};

/** The indicator of a state: the one it names, else the first there is. */
export const chosenOf = ({ indicators }: Measured, name: string): ResultIndicator | undefined =>
  indicators.find((indicator) => indicator.name === name) ?? indicators[0];

/** The area of a state: the one it names, else the whole. */
export const areaOf = ({ areas }: Measured, code: string): Measured['areas'][number] =>
  areas.find((area) => area.code === code) ?? areas.find((area) => area.code === 'city') ?? areas[0];

/** Where numbers come from, as it stands in every picture. */
const sourceOf = (entries: readonly ResultEntry[]): Localized => {
  const said = (lang: 'zh' | 'en'): string =>
    entries
      .map(({ folder, run, finished }) => {
        const t = runsWords[lang];
        return t.source(folder, run!.replicates, t.sample(run!.sample), momentText(finished).slice(0, 10));
      })
      .join(lang === 'zh' ? '；' : '; ');
  return text(said('zh'), said('en'));
};

/** Any indicator of any area by year, and beside it another result's. */
export function indicatorPart(
  context: RunsContext,
  entry: ResultEntry,
  measured: Measured,
  others: readonly ResultEntry[],
  numbers: Numbers,
): { readonly element: HTMLElement; update(): Promise<void> } {
  const { t, lang, state, set } = context;
  const list = element('select', { id: 'indicator', size: 8, 'aria-label': t.indicator });
  list.addEventListener('change', () => set({ indicator: list.value }));
  const found = element('span', { class: 'hint', role: 'status', 'aria-live': 'polite' });
  const find = element('input', {
    type: 'search',
    id: 'find-indicator',
    placeholder: t.search,
    'aria-label': t.search,
    value: state().find,
    oninput: () => set({ find: find.value }),
  });
  const areas = measured.areas.map(({ code, name }) => ({ value: code, text: name[lang] }));
  const area = choice(t.area, areas, areaOf(measured, state().area).code, (code) => set({ area: code }), 'area');
  const told = element('p', { class: 'hint', id: 'definition' });
  const between = element('p', { class: 'between', id: 'between', role: 'status' });
  const [own, both, difference] = ['indicator', 'both', 'difference'].map((name) =>
    figure(name, t, lang, { narrow: true }),
  );

  const fill = (): void => {
    const all = foundIn(measured, state().find);
    const chosen = chosenOf(measured, state().indicator);
    const shown = chosen === undefined || all.includes(chosen) ? all : [chosen, ...all];
    list.replaceChildren(
      ...shown.map(({ name, label }) =>
        element('option', { value: name, selected: name === chosen?.name }, label[lang]),
      ),
    );
    found.textContent = t.found(all.length, measured.indicators.length);
  };

  let drawing = 0;
  return {
    element: element(
      'section',
      { class: 'panel', 'aria-labelledby': 'indicator-title' },
      element('h3', { id: 'indicator-title' }, t.indicator),
      element(
        'div',
        { class: 'pick' },
        element('div', { class: 'search' }, find, found, list),
        element('div', { class: 'choices' }, area, otherChoice(context, entry, others), told),
      ),
      own.element,
      between,
      both.element,
      difference.element,
    ),
    async update() {
      fill();
      const mine = ++drawing;
      const [indicator, place] = [chosenOf(measured, state().indicator), areaOf(measured, state().area)];
      if (indicator === undefined) return;
      told.textContent = toldOf(indicator, t, lang);
      const { name, label, unit } = indicator;
      const rows = (await numbers.of(entry.id, [name])).filter((row) => row.area === place.code);
      if (mine !== drawing) return;
      const common = { label, unit, area: place.name };
      const called = `${entry.folder}.${name}.${place.code}.${lang}`;
      await own.show(indicatorFanChart({ ...common, run: entry.title, source: sourceOf([entry]), rows }, lang), called);
      const other = others.find(({ id }) => id === state().base);
      for (const each of [both, difference]) each.element.hidden = true;
      between.textContent = '';
      if (other === undefined || other.run === null || mine !== drawing) return;

      const names = namesOf(entry, other);
      const missing = unpaired(other.run.pairing, entry.run!.pairing);
      between.textContent =
        missing.length > 0
          ? t.unpaired(missing.map((key) => t.pairing[key]).join(lang === 'zh' ? '、' : ', '))
          : t.less(names.run[lang], names.base[lang]);
      const before = (await numbers.of(other.id, [name])).filter((row) => row.area === place.code);
      if (mine !== drawing) return;
      if (before.length === 0) {
        between.textContent = t.notThere;
        return;
      }
      const runs = [
        { name: names.base, rows: before },
        { name: names.run, rows },
      ];
      both.element.hidden = false;
      await both.show(
        compareIndicatorChart({ ...common, source: sourceOf([other, entry]), runs }, lang),
        `${called}.with.${other.folder}`,
      );
      if (missing.length > 0) return;
      const query = new URLSearchParams({ indicator: name, area: place.code });
      const answer = await ask<ResultDifferences>(`api/results/${entry.id}/differences/${other.id}?${query}`, 'GET');
      if (mine !== drawing || answer.rows === null) return;
      const points = answer.rows.map((row) => ({ ...row, low: row.low ?? Number.NaN, high: row.high ?? Number.NaN }));
      const spec = pairedFanChart(
        [{ alternative: names.run, indicator: name, unit, counted: 'year', points }],
        names.base,
        lang,
        { area: place.name, source: sourceOf([other, entry]) },
      );
      if (spec === null) between.append(` ${t.noDifference}`);
      difference.element.hidden = spec === null;
      await difference.show(spec, `${called}.less.${other.folder}`);
    },
  };
}

/** What an indicator is: definition, unit, kind, code. */
function toldOf({ name, definition, unit, kind }: ResultIndicator, t: RunsContext['t'], lang: 'zh' | 'en'): string {
  const unitText = Object.hasOwn(unitNames, unit) ? unitNames[unit as keyof typeof unitNames][lang] : unit;
  const colon = lang === 'zh' ? '：' : ': ';
  return [
    definition[lang],
    unitText === '' ? '' : `${t.units}${colon}${unitText}`,
    kind === '' ? '' : `${t.kind}${colon}${kindNames[kind][lang]}`,
    `${t.code}${colon}${name}`,
  ]
    .filter((part) => part !== '')
    .join(lang === 'zh' ? '；' : '; ');
}

/** Names of two results beside each other: their titles, with their folders where titles are alike. */
function namesOf(run: ResultEntry, base: ResultEntry): { run: Localized; base: Localized } {
  const alike = run.title.zh === base.title.zh || run.title.en === base.title.en;
  const name = ({ title, folder }: ResultEntry): Localized =>
    alike ? text(`${title.zh}（${folder}）`, `${title.en} (${folder})`) : title;
  return { run: name(run), base: name(base) };
}

/** The choice of a result to compare with: first those whose replicates are pairs with this one's. */
function otherChoice({ t, lang, state, set }: RunsContext, entry: ResultEntry, others: readonly ResultEntry[]) {
  const paired = (other: ResultEntry): boolean => unpaired(other.run!.pairing, entry.run!.pairing).length === 0;
  const option = ({ id, title, folder }: ResultEntry): HTMLElement =>
    element('option', { value: id, selected: id === state().base }, `${title[lang]} · ${folder}`);
  const group = (label: string, of: readonly ResultEntry[]): HTMLElement | null =>
    of.length === 0 ? null : element('optgroup', { label }, ...of.map(option));
  const select = element(
    'select',
    { name: 'base', onchange: () => set({ base: select.value }) },
    element('option', { value: '' }, t.nothingElse),
    group(t.pairs, others.filter(paired)),
    group(
      t.besides,
      others.filter((other) => !paired(other)),
    ),
  );
  return element('label', { class: 'choice' }, element('span', {}, t.compareWith), select);
}
