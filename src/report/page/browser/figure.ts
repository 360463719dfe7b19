import vegaEmbed, { type Result } from 'vega-embed';
import { type Language, localeOf } from '../../../language/language.ts';
import type { ChartSpec } from '../../head.ts';
import { drawToFit, isForPhone } from '../draw-to-fit.ts';
import { LINKED_YEAR, linkYears } from '../link-years.ts';

/** A chart of the page in its frame. */
export interface Figure {
  readonly element: HTMLElement;
  /** Name of the chart. */
  readonly name: string;
  readonly kind: 'run' | 'compare' | 'extra';
  /** The chart as it is drawn, without what the page adds; null where there is none. */
  spec(): ChartSpec | null;
  view(): Result['view'] | null;
  /**
   * Draws the chart as wide as there is room unless it is drawn already; without one says that there is nothing for this choice.
   * @param forPhone the chart in its place on a phone, where it has other views there
   */
  draw(spec: ChartSpec | null, lang: Language, forPhone?: () => ChartSpec | null | undefined): Promise<void>;
  /** Shows a rule at a year, or takes it away. */
  pointYear(year: number | null): void;
}

interface Listeners {
  readonly onYear: (year: number | null) => void;
  readonly onArea: (code: string) => void;
}

/** Charts hold their data: nothing may be fetched, and no link followed. */
const noLoader = {
  load: () => Promise.reject(new Error('a chart of this page loads nothing')),
  sanitize: () => Promise.reject(new Error('a chart of this page links nowhere')),
};

export function createFigure(element: HTMLElement, listeners: Listeners): Figure {
  const plot = element.querySelector<HTMLElement>('.plot')!;
  const alt = element.querySelector<HTMLElement>('.alt')!;
  let drawn = '';
  let shown: ChartSpec | null = null;
  let result: Result | null = null;
  return {
    element,
    name: element.dataset['chart']!,
    kind: element.dataset['kind'] as Figure['kind'],
    spec: () => shown,
    view: () => result?.view ?? null,
    pointYear(year) {
      if (result === null || !hasLinkedYear(result)) return;
      if (result.view.signal(LINKED_YEAR) !== year) void result.view.signal(LINKED_YEAR, year).runAsync();
    },
    async draw(spec, lang, forPhone) {
      element.classList.toggle('empty', spec === null);
      const room = plot.clientWidth;
      const text = JSON.stringify([spec, room]);
      if (text === drawn) return;
      drawn = text;
      result?.finalize();
      result = null;
      shown = spec;
      plot.replaceChildren();
      alt.textContent = spec?.description ?? '';
      if (spec === null) return;
      const fitted = (isForPhone(room) ? forPhone?.() : null) ?? spec;
      const width = () => plot.querySelector('svg')!.viewBox.baseVal.width;
      result = await drawToFit((each) => embed(plot, each), width, fitted, room);
      name(plot, spec, lang);
      scrollable(plot);
      listen(plot, result, listeners);
    },
  };
}

const embed = (plot: HTMLElement, spec: ChartSpec): Promise<Result> =>
  vegaEmbed(plot, linkYears(spec) as never, {
    renderer: 'svg',
    actions: false,
    ast: true,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    loader: noLoader as never,
  });

/** What is still wider than the screen is reached by keys too. */
function scrollable(plot: HTMLElement): void {
  if (plot.scrollWidth > plot.clientWidth) plot.tabIndex = 0;
  else plot.removeAttribute('tabindex');
}

const hasLinkedYear = ({ vgSpec }: Result): boolean => (vgSpec.signals ?? []).some(({ name }) => name === LINKED_YEAR);

/** The drawing is one picture with the chart's words for those who do not see it. */
function name(plot: HTMLElement, spec: ChartSpec, lang: Language): void {
  const svg = plot.querySelector('svg')!;
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', spec.description ?? '');
  svg.setAttribute('lang', localeOf[lang]);
  // its parts are told by that sentence, not one by one
  for (const part of svg.children) part.setAttribute('aria-hidden', 'true');
}

/** Tells which year the pointer is at, and which county is clicked. */
function listen(plot: HTMLElement, { view }: Result, { onYear, onArea }: Listeners): void {
  const datum = (item: unknown) => (item as { datum?: { year?: unknown; area?: unknown } } | null)?.datum;
  view.addEventListener('pointermove', (_, item) => {
    const year = datum(item)?.year;
    if (typeof year === 'number') onYear(year);
  });
  plot.onpointerleave = () => onYear(null);
  view.addEventListener('click', (_, item) => {
    const area = datum(item)?.area;
    if (typeof area === 'string') onArea(area);
  });
}
