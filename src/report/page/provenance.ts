import { inEach, type Localized, marks } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import type { RegionRecord } from '../../result/manifest.ts';
import type { Definition } from '../../scenario/scenario.ts';
import type { RunTold } from '../read/read-run.ts';
import { both, type Html, html } from './html.ts';

const words = {
  scenario: { zh: '情景文件', en: 'Scenario file' },
  asked: { zh: '运行命令', en: 'Asked for' },
  documents: { zh: '政策文件', en: 'Policy documents' },
  policy: { zh: '与现行法规的差别', en: 'Changes to the law' },
  structure: { zh: '有争议的问题', en: 'Contested questions' },
  calibration: { zh: '校准', en: 'Calibration' },
  definition: { zh: '户籍城镇化率口径', en: 'Definition of the registered rate' },
  replicates: { zh: '模拟次数、抽样、种子', en: 'Replicates, sample, seed' },
  version: { zh: '程序', en: 'Program' },
  finished: { zh: '完成', en: 'Finished' },
  size: { zh: '模拟人年', en: 'Person-years simulated' },
  hash: { zh: '结果哈希', en: 'Hash of the result' },
  none: { zh: '无', en: 'none' },
  places: { zh: '各地', en: 'Places' },
  placesOf: (all: number, byYear: string): Localized => ({
    zh: `${all}个地方，按基年：${byYear}`,
    en: `${all} places, by base year: ${byYear}`,
  }),
  account: { zh: '迁移账', en: 'Account of moves' },
  open: { zh: '未闭合：未设迁入系数', en: 'left open: no factors on arrivals' },
  closed: (within: string, between: string): Localized => ({
    zh: `以迁入系数闭合；全部年份合计，到达人数与应到达人数相差：省内${within}%，省际${between}%`,
    en: `closed by factors on arrivals; over all years arrivals differ from those wanted by ${within} % within provinces and ${between} % between them`,
  }),
  remarks: (count: number): Localized => ({
    zh: `平均系数在0.8–1.25以外的${count}处`,
    en: `${count} mean factors outside 0.8–1.25`,
  }),
  between: { zh: '省际', en: 'between provinces' },
  verify: {
    zh: '在程序所在文件夹中重新运行并比较哈希：',
    en: 'Runs it again in the folder of the program and compares the hash:',
  },
  limits: { zh: '模型的局限、数据说明与警告', en: 'Limits of the model, notes on the data, warnings' },
  inputs: { zh: '读取的文件及其 SHA-256', en: 'Files read, with their SHA-256' },
  changed: (files: string): Localized => ({
    zh: `以下结果文件在运行之后被改动，本页数字可能不是该次运行的：${files}`,
    en: `These result files were changed after the run; the figures of this page may not be the run's: ${files}`,
  }),
};

/** How registered persons are counted as urban. */
const definitionNames: Readonly<Record<Definition, Localized>> = {
  law: { zh: '按当年的规定（law）', en: 'as the law of the year says (law)' },
  place: { zh: '按户籍地（place）', en: 'by the place of the register (place)' },
  kind: { zh: '按户口性质（kind）', en: 'by the kind of register (kind)' },
  districts: { zh: '仅计市辖区城镇（districts）', en: 'town registers of urban districts alone (districts)' },
};

/** How the run can be made again, and what is to be known of it. */
export function provenance(run: RunTold, folder: string): Html {
  const { manifest, changedFiles } = run;
  const notes = [
    ...manifest.limits,
    ...manifest.notes.map((en, i) => ({ zh: manifest.notesInChinese?.[i] ?? en, en })),
    ...manifest.warnings.map((warning) => ({ zh: warning, en: warning })),
  ];
  return html`${changedFiles.length > 0 ? html`<p class="warning">${both(words.changed(changedFiles.join(', ')))}</p>` : ''}
<dl class="facts">${facts(run).map(([name, value]) => html`<dt>${both(name)}</dt><dd>${value}</dd>`)}</dl>
<p>${both(words.verify)}</p>
<pre tabindex="0"><code>npx luohu verify ${shellWord(folder)}</code></pre>
<details><summary>${both(words.limits)}</summary><ul>${notes.map((note) => html`<li>${both(note)}</li>`)}</ul></details>
<details><summary>${both(words.inputs)}</summary><ul class="files">${manifest.inputs.map(
    ({ path, sha256 }) => html`<li><code>${path}</code> <small>${sha256}</small></li>`,
  )}</ul></details>`;
}

function facts({ manifest, input }: RunTold): [Localized, Html | string][] {
  const { region, scenario, command, options, package: made, resultHash, run, counts } = manifest;
  const changes = [
    ...scenario.without.map((what) => `− ${what}`),
    ...scenario.add.map(({ clause, from }) => `+ ${clause} (${from})`),
    ...Object.entries(scenario.readings).map(([clause, reading]) => `${clause}: ${reading}`),
  ];
  const structure = Object.entries(scenario.structure).map(([question, answer]) => `${question}: ${answer}`);
  return [
    region === undefined
      ? [words.scenario, html`<code>${command.scenario}</code>`]
      : [words.asked, html`<code>luohu run ${command.scenario}</code>`],
    ...(region === undefined ? [] : regionFacts(region, input)),
    [words.documents, scenario.documents.join(', ')],
    [words.policy, changes.length > 0 ? changes.join('; ') : both(words.none)],
    ...(structure.length > 0 ? [[words.structure, structure.join('; ')] as [Localized, string]] : []),
    [words.calibration, scenario.calibration ?? both(words.none)],
    [words.definition, both(definitionNames[scenario.definition])],
    [words.replicates, `${options.replicates}, ${sharePercent(options.sample)} %, ${options.seed}`],
    [words.version, `${made.name} ${made.version}, Node ${run.node}, ${run.platform}`],
    [words.finished, run.seconds === null ? run.finished : `${run.finished} (${run.seconds.total} s)`],
    [words.size, counts.personYears.toLocaleString('en-US')],
    [words.hash, html`<code>${resultHash}</code>`],
  ];
}

/** How a region is made of its places, and how far the account of moves between them meets. */
function regionFacts({ members, closure }: RegionRecord, input: RunTold['input']): [Localized, Html][] {
  const years = [...new Set(members.map(({ baseYear }) => baseYear))].sort((a, b) => b - a);
  const byYear = years.map((year) => `${year} (${members.filter(({ baseYear }) => baseYear === year).length})`);
  const names = new Map(input.areas.map(({ code, name }) => [code, name]));
  return [
    [words.places, both(words.placesOf(members.length, byYear.join(', ')))],
    [
      words.account,
      closure === null
        ? both(words.open)
        : html`${both(words.closed(signed(closure.left.province), signed(closure.left.other_province)))}${
            closure.remarks.length > 0
              ? html`<details><summary>${both(words.remarks(closure.remarks.length))}</summary><ul>${closure.remarks.map(
                  ({ province, factor, why }) => {
                    const name =
                      province === null ? words.between : (names.get(province) ?? { zh: province, en: province });
                    return html`<li>${both(inEach((lang) => `${name[lang]} ${factor}${marks.colon[lang]}${why[lang]}`))}</li>`;
                  },
                )}</ul></details>`
              : ''
          }`,
    ],
  ];
}

/** A difference with its sign. */
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value)}`;

/** A path as one word of a shell, whatever it holds. */
export const shellWord = (text: string): string =>
  /^[\p{L}\p{N}_./:@%+=-]+$/u.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
