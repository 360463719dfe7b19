import type { Localized } from '../../language/language.ts';
import { shownPath } from '../../run/input-file.ts';
import { markNames } from '../../scenario/mark.ts';
import { parameterNames as all, type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { DatedValue, Scenario } from '../../scenario/scenario.ts';
import { unitName as unitIn } from '../../scenario/unit-names.ts';
import { both, type Html, html } from './html.ts';

const words = {
  caption: { zh: '全部参数：取值、范围、标记与来源', en: 'Every parameter: value, range, mark and source' },
  what: { zh: '参数', en: 'Parameter' },
  value: { zh: '取值', en: 'Value' },
  range: { zh: '范围', en: 'Range' },
  mark: { zh: '标记', en: 'Mark' },
  source: { zh: '来源或理由', en: 'Source or reason' },
  set: { zh: '何处设定', en: 'Set in' },
  from: (year: number): Localized => ({ zh: `${year}年起 `, en: `from ${year} ` }),
  default: { zh: '模型缺省值', en: 'default of the model' },
  calibrated: { zh: '校准', en: 'calibrated' },
  filter: { zh: '筛选参数', en: 'Filter the parameters' },
  count: (all: number, assumed: number, set: number): Localized => ({
    zh: `${all}个参数中，${assumed}个为假设，${set}个由本情景设定。`,
    en: `Of ${all} parameters ${assumed} are assumptions; ${set} are set by this scenario. `,
  }),
  ofNation: {
    zh: '此处只列全国共用的参数，取自第一个地方的情景；各地自己的参数（收入、住房、迁移等）见各地单独运行的结果。',
    en: "Only the parameters of the whole nation stand here, from the scenario of the first place; each place's own (incomes, housing, moves and others) stand in its own run. ",
  },
  drawn: {
    prior: {
      zh: '每次模拟从范围内重新抽取（三角分布，众数为取值），校准过的参数按联合后验抽取；带 * 者不抽取。',
      en: 'Each replicate draws the ranges anew (triangular, mode at the value), calibrated parameters from their joint posterior; those marked * are not drawn.',
    },
    fixed: { zh: '所有模拟都用所列取值。', en: 'All replicates use the values as they stand.' },
  },
};

/** Three significant digits more than anybody knows; no exponent. */
const figure = (value: number): string => String(Number(value.toPrecision(5)));

/**
 * Every resolved parameter of the scenario with its mark and source.
 * @param nationOnly leaves out those a place has of its own
 */
export function assumptionTable(scenario: Scenario, id: string, nationOnly = false): Html {
  const parameterNames = nationOnly ? all.filter((name) => !parameterSpecs[name].ofPlace) : all;
  const rows = parameterNames.flatMap((name) =>
    scenario.parameters[name].map((entry) => row(name, entry, scenario.parameters[name].length > 1, scenario)),
  );
  const entries = parameterNames.flatMap((name) => scenario.parameters[name]);
  const assumed = parameterNames.filter((name) => scenario.parameters[name].some(({ mark }) => mark === 'assumption'));
  const set = parameterNames.filter((name) => scenario.parameters[name].some(({ origin }) => origin !== 'default'));
  return html`<p>${nationOnly ? both(words.ofNation) : ''}${both(words.count(parameterNames.length, assumed.length, set.length))}${both(words.drawn[scenario.uncertainty])}</p>
<p class="controls"><label>${both(words.filter)} <input type="search" data-filters="${id}"></label></p>
<div class="scroll" tabindex="0" role="region" data-label-zh="${words.caption.zh}" data-label-en="${words.caption.en}"><table id="${id}" class="parameters">
<caption>${both(words.caption)}</caption>
<thead><tr>${[words.what, words.value, words.range, words.mark, words.source, words.set].map(
    (word) => html`<th scope="col">${both(word)}</th>`,
  )}</tr></thead>
<tbody data-entries="${entries.length}">${rows}</tbody></table></div>`;
}

function row(name: ParameterName, entry: DatedValue, dated: boolean, { posterior }: Scenario): Html {
  const { name: label, unit, drawn } = parameterSpecs[name];
  const calibrated = posterior?.parameters.includes(name) === true && !posterior.kept.includes(name);
  const { value, range, mark, source, origin, from } = entry;
  const unitName = { zh: unitIn(unit, 'zh'), en: unitIn(unit, 'en') };
  const cell = (heading: Localized, content: Html, kind?: 'number') =>
    html`<td${kind === undefined ? '' : html` class="${kind}"`} data-name-zh="${heading.zh}" data-name-en="${heading.en}">${content}</td>`;
  return html`<tr><th scope="row">${both(label)} <code>${name}${drawn ? '' : '*'}</code></th>
${cell(words.value, html`${dated ? both(words.from(from)) : ''}${figure(value)} <small>${both(unitName)}</small>`, 'number')}
${cell(words.range, html`${range === null ? '–' : `${figure(range[0])} – ${figure(range[1])}`}`, 'number')}
${cell(words.mark, both(calibrated ? words.calibrated : markNames[mark]))}${cell(words.source, both(source))}
${cell(words.set, origin === 'default' ? both(words.default) : html`<code>${shownOrigin(origin)}</code>`)}</tr>
`;
}

/** `file:line:column` with the file as manifests write it: relative to the package where it lies inside. */
function shownOrigin(origin: string): string {
  const [, file, place] = /^(.*?)(:\d+:\d+)?$/s.exec(origin)!;
  return shownPath(file) + (place ?? '');
}
