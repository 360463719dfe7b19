import type { Localized } from '../../language/language.ts';
import { both, type Html, html } from './html.ts';
import { pageWords as words } from './words.ts';

const formats = { svg: 'SVG', png: 'PNG', csv: 'CSV', json: 'Vega-Lite' } as const;

/**
 * The frame the page's program draws a chart into, with its downloads and the chart in words.
 * @param missing what is said where there is nothing to draw
 * @param source folder beside the run that a chart of another command was found in
 */
export function figure(name: string, kind: 'run' | 'compare' | 'extra', missing: Localized, source?: string): Html {
  const buttons = Object.entries(formats).map(([format, label]) => {
    const save = words.save(`${label}: ${name}`);
    return html`<button type="button" data-download="${format}" data-label-zh="${save.zh}" data-label-en="${save.en}">${label}</button>`;
  });
  return html`<figure id="chart-${name}" data-chart="${name}" data-kind="${kind}">
<div class="plot"></div>
<p class="missing">${both(missing)}</p>
<div class="tools">${both(words.download)} ${buttons}</div>
<figcaption>${source === undefined ? '' : html`<p>${both(words.found)}<code>${source}</code></p>`}<details class="words"><summary>${both(words.inWords)}</summary><p class="alt"></p></details></figcaption>
</figure>
`;
}
