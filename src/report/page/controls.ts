import { type Language, type Localized, text } from '../../language/language.ts';
import { wordsOf } from '../parts.ts';
import type { RunTold } from '../read/read-run.ts';
import { both, type Html, html } from './html.ts';
import { pageWords as words } from './words.ts';

/** The bar of choices: run, county (or prefecture, or province), year, language. What leaves no choice is left out. */
export function controls(runs: readonly RunTold[], names: readonly Localized[], lang: Language): Html {
  const { part, whole } = wordsOf(runs[0].input);
  const areas = new Map(runs.flatMap(({ input }) => input.areas.map(({ code, name }) => [code, name] as const)));
  const from = Math.min(...runs.map(({ manifest }) => manifest.scenario.baseYear)) + 1;
  const to = Math.max(...runs.map(({ manifest }) => manifest.scenario.endYear));
  const option = (value: string | number, { zh, en }: { zh: string; en: string }): Html =>
    html`<option value="${value}" data-zh="${zh}" data-en="${en}">${text(zh, en)[lang]}</option>`;
  return html`<div class="bar" role="region" data-label-zh="${words.controls.zh}" data-label-en="${words.controls.en}" aria-label="${words.controls[lang]}"><div>
${runs.length > 1 ? html`<label>${both(words.run)} <select id="run">${names.map((name, i) => option(i, name))}</select></label>` : ''}
${areas.size > 1 ? html`<label>${both(part)} <select id="area">${option('city', whole)}${[...areas].map(([code, name]) => option(code, name))}</select></label>` : ''}
${
  to > from
    ? html`<label>${both(words.year)} <input id="year" type="range" min="${from}" max="${to}" value="${to}" step="1"></label><output id="shown-year" for="year"></output>
<label><input id="whole" type="checkbox" checked> ${both(words.allYears)}</label>`
    : ''
}
<div class="lang" role="group" data-label-zh="${words.language.zh}" data-label-en="${words.language.en}" aria-label="${words.language[lang]}">
<button type="button" data-set-lang="zh" lang="zh-CN">中文</button><button type="button" data-set-lang="en" lang="en">English</button></div>
</div></div>`;
}
