import { headlineNames } from '../../indicator/headlines.ts';
import { indicatorName, isInPoints, isSummed } from '../../indicator/indicators.ts';
import { inEach, type Language, type Localized } from '../../language/language.ts';
import { summarize } from '../../result/summary.ts';
import { percent, persons, pointsOf, withPoints } from '../format.ts';
import { type DifferenceRow, withCumulative } from '../paired-differences.ts';
import type { RunTold } from '../read/read-run.ts';
import { both, type Html, html } from './html.ts';

const CUMULATIVE = '.cumulative';
const rows = headlineNames.map((name) => (isSummed(name) ? name + CUMULATIVE : name));

const words = {
  caption: (year: number): Localized => ({
    zh: `${year}年：平均值（5%–95%区间）；其下为与第一个情景之差，逐次模拟相减，± 为平均之差的标准误`,
    en: `${year}: mean (interval from 5 % to 95 %); below it the difference from the first run, replicate by replicate, ± the standard error of its mean`,
  }),
  indicator: { zh: '指标', en: 'Indicator' },
  cumulative: { zh: '（累计）', en: ', cumulative' },
  unpaired: {
    zh: '不能逐次相减：城市、基年、种子、抽样或程序版本不同',
    en: 'not paired: another city, base year, seed, sample or version',
  },
};

/** Headlines of several runs side by side in the last year all of them have, with paired differences from the first. */
export function compareTable(
  runs: readonly RunTold[],
  names: readonly Localized[],
  differences: readonly (readonly DifferenceRow[] | null)[],
): Html {
  const year = Math.min(...runs.map(({ manifest }) => manifest.scenario.endYear));
  return html`<div class="scroll" tabindex="0" role="region" data-label-zh="${words.caption(year).zh}" data-label-en="${words.caption(year).en}"><table>
<caption>${both(words.caption(year))}</caption>
<thead><tr><th scope="col">${both(words.indicator)}</th>${runs.map(
    ({ manifest }, i) => html`<th scope="col">${both(names[i])} <code>${manifest.scenario.id}</code></th>`,
  )}</tr></thead>
<tbody>${rows.map(
    (indicator) => html`<tr><th scope="row">${both(nameOf(indicator))}</th>${runs.map((run, i) => {
      const difference = i === 0 ? undefined : differences[i - 1];
      const found = difference?.find((row) => row.indicator === indicator && row.year === year);
      return html`<td class="number">${both(meanText(run, indicator, year))}${found ? html`<br><small>${both(differenceText(found))}</small>` : ''}${difference === null ? html`<br><small>${both(words.unpaired)}</small>` : ''}</td>`;
    })}</tr>
`,
  )}</tbody></table></div>`;
}

/** The indicator of a row, which may be added up over the years. */
const plainOf = (row: string): string => row.replace(CUMULATIVE, '');

function nameOf(row: string): Localized {
  const name = indicatorName(plainOf(row));
  return row.endsWith(CUMULATIVE) ? inEach((lang) => name[lang] + words.cumulative[lang]) : name;
}

function meanText({ replicates }: RunTold, indicator: string, year: number): Localized {
  const values = [...(withCumulative(replicates).get(indicator)?.values() ?? [])].map((years) => years.get(year)!);
  const { mean, p05, p95 } = summarize(values);
  if (!Number.isFinite(mean)) return { zh: '–', en: '–' };
  const interval = (shown: (value: number) => string) => `(${shown(p05)}–${shown(p95)})`;
  const said = (lang: Language): string => {
    if (indicator === 'rate_gap') return `${pointsOf(mean, lang)} ${interval((value) => value.toFixed(1))}`;
    const shown = (value: number) =>
      isInPoints(plainOf(indicator)) ? percent(value, lang) : persons(value, lang, [mean, p05, p95]);
    return `${shown(mean)} ${interval(shown)}`;
  };
  return { zh: said('zh'), en: said('en').replaceAll(' %', '\u00a0%') }; // no line begins with a percent sign
}

/** `+0.76 ± 0.11 points (0.21 to 1.84)`, in persons without a unit, to the second digit of the standard error: further ones say nothing. */
export function differenceText({ indicator, mean, mcse, p05, p95 }: DifferenceRow): Localized {
  const step = mcse > 0 ? 10 ** (Math.floor(Math.log10(mcse)) - 1) : 0.01;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const shown = (value: number): string => {
    const rounded = Math.round(value / step) * step;
    const text = Math.abs(rounded).toLocaleString('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return `${rounded < 0 ? '−' : ''}${text}`;
  };
  const error = Number.isFinite(mcse) ? ` ± ${shown(mcse)}` : '';
  const size = `${mean > 0 ? '+' : ''}${shown(mean)}${error}`;
  const text = (lang: Language, to: string) =>
    `${isInPoints(plainOf(indicator)) ? withPoints(size, lang) : size} (${shown(p05)} ${to} ${shown(p95)})`;
  return { zh: text('zh', '至'), en: text('en', 'to') };
}
