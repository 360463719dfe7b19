import type { View } from 'vega';
import type { ChartSpec } from '../../report/head.ts';

const fields: Readonly<Record<string, { zh: string; en: string }>> = {
  year: { zh: '年份', en: 'year' },
  mean: { zh: '平均', en: 'mean' },
  p05: { zh: '5%', en: '5 %' },
  p25: { zh: '25%', en: '25 %' },
  p75: { zh: '75%', en: '75 %' },
  p95: { zh: '95%', en: '95 %' },
  area: { zh: '区域', en: 'area' },
  indicator: { zh: '指标', en: 'indicator' },
  run: { zh: '情景', en: 'run' },
  before: { zh: '变动前', en: 'before' },
  side: { zh: '方案', en: 'side' },
  value: { zh: '数值', en: 'value' },
  source: { zh: '来源', en: 'source' },
  document: { zh: '文件', en: 'document' },
};

export const fieldName = (field: string, lang: 'zh' | 'en'): string => fields[field]?.[lang] ?? field;

/** Fetches the drawing library, once. */
export const loadDrawing = () => import('vega-embed');

/** Charts hold their data: nothing is fetched, and no link followed. */
const noLoader = {
  load: () => Promise.reject(new Error('a chart of this page loads nothing')),
  sanitize: () => Promise.reject(new Error('a chart of this page links nowhere')),
};

/** Draws a specification into an element and answers with its view. Expressions are interpreted: the page runs no text as code. */
export async function drawChart(place: HTMLElement, spec: ChartSpec, lang: 'zh' | 'en'): Promise<View> {
  const { default: embed } = await loadDrawing();
  const { view } = await embed(place, spec as never, {
    ast: true,
    renderer: 'svg',
    actions: false,
    defaultStyle: false,
    loader: noLoader as never,
    tooltip: (_handler: unknown, event: MouseEvent, _item: unknown, value: unknown) => showTooltip(event, value, lang),
  });
  // the element around it is the picture and carries its words
  place.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  return view;
}

let bubble: HTMLElement | null = null;

/** Values of the mark under the pointer, as text. */
function showTooltip(event: MouseEvent, value: unknown, lang: 'zh' | 'en'): void {
  bubble?.remove();
  bubble = null;
  if (value === null || value === undefined || value === '') return;
  bubble = document.createElement('div');
  bubble.className = 'bubble';
  const rows = typeof value === 'object' ? Object.entries(value) : [['', String(value)]];
  for (const [name, text] of rows) {
    const line = document.createElement('div');
    line.textContent = name === '' ? String(text) : `${fieldName(String(name), lang)} ${String(text)}`;
    bubble.append(line);
  }
  document.body.append(bubble);
  const { offsetWidth, offsetHeight } = bubble;
  bubble.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - offsetWidth - 8))}px`;
  bubble.style.top = `${Math.max(4, Math.min(event.clientY + 14, innerHeight - offsetHeight - 8))}px`;
}
