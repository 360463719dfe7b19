import type { View } from 'vega';
import type { ChartSpec } from '../../report/head.ts';
import { onNewWidth } from '../../report/page/browser/on-new-width.ts';
import { drawToFit } from '../../report/page/draw-to-fit.ts';
import { saveBlob, saveText } from './download.ts';
import { drawChart, fieldName } from './draw-chart.ts';
import { element } from './element.ts';
import type { Words } from './words.ts';

type Row = Readonly<Record<string, unknown>>;

/** A chart with its downloads and its numbers as a table. */
export interface Figure {
  readonly element: HTMLElement;
  /**
   * Draws the specification unless it is the one shown; null shows why there is none.
   * @param called what files that are taken away are named; the figure's name unless said
   */
  show(spec: ChartSpec | null, called?: string): Promise<void>;
}

type FigureWords = Pick<Words, 'noChart' | 'download' | 'table'>;

/** @param options whether the chart is drawn as wide as there is room, its letters as large as ever */
export function figure(name: string, t: FigureWords, lang: 'zh' | 'en', options: { narrow?: boolean } = {}): Figure {
  const place = element('div', { class: 'chart', role: 'img' });
  const tools = element('figcaption', { class: 'tools' });
  const whole = element('figure', { 'data-chart': name }, place, tools);
  let shown = '';
  let view: View | null = null;
  let last: readonly [ChartSpec | null, string] | null = null;
  const made: Figure = {
    element: whole,
    async show(spec, called = name) {
      last = [spec, called];
      const room = options.narrow === true ? place.clientWidth : 0;
      const text = JSON.stringify([spec, called, room]);
      if (text === shown) return;
      shown = text;
      view?.finalize();
      view = null;
      tools.hidden = spec === null;
      if (spec === null) {
        place.replaceChildren(element('p', { class: 'hint' }, t.noChart));
        place.removeAttribute('aria-label');
        return;
      }
      place.setAttribute('aria-label', String(spec.description ?? name));
      const width = () => place.querySelector('svg')!.viewBox.baseVal.width;
      view = await drawToFit((fitted) => drawChart(place, fitted, lang), width, spec, room);
      tools.replaceChildren(...toolsOf(called, spec, view, t, lang));
    },
  };
  if (options.narrow)
    onNewWidth(whole, () => {
      // the page may have been built anew without it
      if (last !== null && whole.isConnected) void made.show(...last);
    });
  return made;
}

function toolsOf(name: string, spec: ChartSpec, view: View, t: FigureWords, lang: 'zh' | 'en'): HTMLElement[] {
  const rows = rowsOf(spec);
  const button = (label: string, save: () => unknown): HTMLElement =>
    element(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': `${t.download} ${label}`, onclick: () => void save() },
      label,
    );
  const table = element('details', {}, element('summary', {}, t.table));
  table.addEventListener('toggle', () => {
    if (table.open && table.childElementCount === 1) table.append(tableOf(rows, lang));
  });
  return [
    button('SVG', async () => saveText(`${name}.svg`, 'image/svg+xml', await view.toSVG())),
    button('PNG', async () => saveBlob(`${name}.png`, await pngOf(view))),
    button('CSV', () => saveText(`${name}.csv`, 'text/csv', csvOf(rows))),
    button('Vega-Lite', () => saveText(`${name}.vl.json`, 'application/json', JSON.stringify(spec, null, 1))),
    table,
  ];
}

async function pngOf(view: View): Promise<Blob> {
  const canvas = (await view.toCanvas(2)) as unknown as HTMLCanvasElement;
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** The rows a chart is drawn from; those of panels carry the panel's name. */
function rowsOf(spec: ChartSpec): Row[] {
  const { data, concat } = spec as {
    data?: { values?: Row[] };
    concat?: { title: { text: string }; data: { values: Row[] } }[];
  };
  if (concat)
    return concat.flatMap(({ title, data: { values } }) => values.map((row) => ({ measure: title.text, ...row })));
  return data?.values ?? [];
}

const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

function tableOf(rows: readonly Row[], lang: 'zh' | 'en'): HTMLElement {
  const columns = columnsOf(rows);
  const shown = (value: unknown): string =>
    typeof value === 'number' && !Number.isInteger(value) ? String(Number(value.toPrecision(6))) : String(value ?? '');
  return element(
    'table',
    { class: 'numbers' },
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, fieldName(name, lang)))),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) => element('tr', {}, ...columns.map((name) => element('td', {}, shown(row[name]))))),
    ),
  );
}

/** Text that a spreadsheet would take for a formula is kept a text. */
function csvOf(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const cell = (value: unknown): string => {
    const text = typeof value === 'number' ? String(value) : String(value ?? '').replace(/^([=+\-@\t\r])/, "'$1");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[columns, ...rows.map((row) => columns.map((name) => row[name]))].map((line) => line.map(cell).join(',')).join('\n')}\n`;
}
