import { expect, it } from 'vitest';
import { languages } from '../../../src/language/language.ts';
import { type ChartName, charts } from '../../../src/report/charts.ts';
import { ofArea } from '../../../src/report/of-area.ts';
import { isDrawn } from '../../../src/report/page/drawn-indicators.ts';
import { html, scriptJson, scriptText } from '../../../src/report/page/html.ts';
import { linkYears } from '../../../src/report/page/link-years.ts';
import { reportPage } from '../../../src/report/page/page.ts';
import { packRows, unpackRows } from '../../../src/report/page/page-data.ts';
import { shellWord } from '../../../src/report/page/provenance.ts';
import { runNames } from '../../../src/report/page/run-names.ts';
import { specCsv } from '../../../src/report/page/spec-csv.ts';
import { arePaired, pairedDifferences } from '../../../src/report/paired-differences.ts';
import type { RunTold } from '../../../src/report/read/read-run.ts';
import { sample } from '../sample.ts';
import { hostile, hostileRun, runTold, sourceOf } from './run-told.ts';

const names = Object.keys(charts) as ChartName[];

it('what is put into a piece of a page is text', () => {
  for (const text of hostile) {
    expect(html`<p title="${text}">${text}</p>`.text).not.toMatch(/<(script|img)|" on|' on/);
    expect(html`<p>${html`<b>${text}</b>`}</p>`.text).toMatch(/^<p><b>[^<]*<\/b><\/p>$/);
  }
});

it('data and programs end no script element', () => {
  expect(scriptJson(hostile).text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(scriptJson(hostile).text)).toEqual(hostile);
  const program = 'const a = "</script>", b = "<!--";';
  expect(scriptText(program).text).not.toMatch(/<\/script|<!--/);
  expect(new Function(`${scriptText(program).text} return a + b`)()).toBe('</script><!--');
});

it('a page holds no tag of a hostile scenario and names the only program that may run', () => {
  const page = reportPage([sourceOf(hostileRun(), "out/'; rm -rf ~ #")], 'zh', 'void 0;');
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/<img|<iframe|<link|<object/);
  expect(page).not.toMatch(/\son\w+="/);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1].replaceAll('&#39;', "'");
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; img-src data: blob:;/,
  );
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

it('says what the run says, with the interval, in both languages', () => {
  const page = reportPage([sourceOf(runTold())], 'en', '');
  expect(page.includes('<strong><span lang="zh-CN">76.8%</span>')).toBe(true);
  expect(page.includes('76.6\u00a0% – 76.9\u00a0%')).toBe(true);
  expect(page.includes('Registered urbanization rate in 2035; it was 66.6')).toBe(true);
  expect(page.includes('is reached in 0 of 4 replicates')).toBe(true);
  expect(page.includes('npx luohu verify out/sample')).toBe(true);
  expect(page.includes('settlement.actHazard')).toBe(true);
});

it('says so when the scenario is not what it was', () => {
  const page = reportPage([sourceOf({ ...runTold(), inputs: null })], 'en', '');
  expect(page.includes('The scenario file or the data are not what they were')).toBe(true);
  expect(page.includes('settlement.actHazard')).toBe(false);
});

it('leaves out the sections nothing was made for', () => {
  const page = reportPage([sourceOf(runTold())], 'en', '');
  expect(page.includes('id="money"')).toBe(false);
  expect(page.includes('id="effects"')).toBe(false);
  const spec = charts.rates(sample(), 'en')!;
  const extra = { part: 'fiscal' as const, name: 'fiscal-cost', spec: { zh: spec, en: spec } };
  expect(reportPage([{ ...sourceOf(runTold()), extras: [extra] }], 'en', '')).toMatch(
    /id="money"[\s\S]*data-chart="fiscal-cost"/,
  );
  const beside = { ...extra, part: 'effects' as const, source: 'attribute-baotou-1' };
  expect(reportPage([{ ...sourceOf(runTold()), extras: [beside] }], 'en', '')).toContain(
    'From the result folder </span><code>attribute-baotou-1</code>',
  );
});

it('quotes a folder so that a shell takes it for one word', () => {
  expect(shellWord('out/baotou-1')).toBe('out/baotou-1');
  expect(shellWord('out/包头-1')).toBe('out/包头-1');
  expect(shellWord("a b'; rm -rf ~")).toBe("'a b'\\''; rm -rf ~'");
  expect(shellWord('-rf')).toBe("'-rf'");
});

it('rows are packed without losing a digit', () => {
  const rows = sample().indicators;
  const sorted = (list: typeof rows) => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  expect(sorted(unpackRows(JSON.parse(JSON.stringify(packRows(rows)))))).toEqual(sorted(rows));
});

it('the page holds every indicator its charts are drawn from', () => {
  const input = sample();
  const packed = { ...input, indicators: input.indicators.filter(({ indicator }) => isDrawn(indicator)) };
  for (const name of names)
    for (const lang of languages) expect(charts[name](packed, lang)).toEqual(charts[name](input, lang));
  expect(isDrawn('left_behind_children')).toBe(false);
});

it('a county stands in the place of the city', () => {
  const county = ofArea(sample(), '150222');
  const spec = charts.rates(county, 'en')!;
  expect(spec.description).toContain('Guyang');
  expect(JSON.stringify(spec)).not.toContain('150222');
  expect(charts.flows(county, 'en')).toBeNull();
  expect(charts.counties(county, 'en')).toBeNull();
  expect(ofArea(sample(), 'city')).toEqual(sample());
});

it('charts of one year show that year', () => {
  const flows = (year?: number) => charts.flows(sample(), 'en', { year })!;
  expect(flows(2025).description).not.toBe(flows(2030).description);
  expect(JSON.stringify(flows(2025).title)).toContain('2025; mean of replicates');
  expect(JSON.stringify(charts['who-settles'](sample(), 'zh', { year: 2030 })!.title)).toContain('2030年');
});

it('every panel over years gets a rule at the year pointed at, other charts stay as they are', () => {
  const rules = (name: ChartName) =>
    JSON.stringify(linkYears(charts[name](sample(), 'en')!)).match(/isValid\(linkedYear\)/g);
  expect(rules('rates')).toHaveLength(1);
  expect(rules('services')).toHaveLength(5);
  expect(rules('capacity')).toHaveLength(5);
  expect(rules('age-pyramid')).toBeNull();
});

it('a chart as CSV is its data: a row a figure, texts that only label left out', () => {
  const rows = specCsv(charts.rates(sample(), 'en')!).trimEnd().split('\n');
  expect(rows[0]).toBe('indicator,year,mean,p05,p25,p75,p95,value,document,from,place,text,low,high,source');
  expect(rows.filter((row) => row.startsWith('resident_urbanization_rate,2035,'))).toHaveLength(1);
  expect(rows.filter((row) => row.includes('census 2020'))).toHaveLength(1);
  expect(specCsv(charts.services(sample(), 'en')!)).toMatch(/^panel,.*\nChildren in preschool,/);
});

it('a text that begins like a formula is no formula in the CSV', () => {
  const input = sample();
  const hostileName = input.areas.map((area) => ({ ...area, name: { zh: '=1+1', en: '@SUM(A1)' } }));
  expect(specCsv(charts.counties({ ...input, areas: hostileName }, 'en')!)).toMatch(/,'@SUM\(A1\)/);
  expect(specCsv(charts.counties({ ...input, areas: hostileName }, 'zh')!)).toMatch(/,'=1\+1/);
});

it('differences are taken replicate by replicate', () => {
  const [base, other] = [runTold(), runTold({ shift: 1.5 })];
  const last = pairedDifferences(base, other)!.find(
    (row) => row.indicator === 'registered_urbanization_rate' && row.year === 2035,
  )!;
  expect(last.mean).toBeCloseTo(1.5, 10);
  expect(last.p95 - last.p05).toBeCloseTo(0, 10);
  const settled = pairedDifferences(base, runTold())!.filter(
    ({ indicator }) => indicator === 'settled_persons.cumulative',
  );
  expect(settled.map(({ mean }) => mean).every((mean) => mean === 0)).toBe(true);
  expect(settled.at(-1)!.year).toBe(2035);
});

it('differences of rates are told in points, in the table as in the headlines', () => {
  const withGap = (run: RunTold): RunTold => {
    const resident = run.replicates.get('resident_urbanization_rate')!;
    return { ...run, replicates: new Map([...run.replicates, ['rate_gap', resident]]) };
  };
  const page = reportPage(
    [runTold(), runTold({ shift: 1.5 })].map((run) => sourceOf(withGap(run))),
    'en',
    '',
  );
  const table = page.slice(page.indexOf('id="compare"'), page.indexOf('</table>'));
  const row = (name: string) => table.slice(table.indexOf(name)).split('</tr>')[0];
  expect(row('Gap between the two rates')).toMatch(/[\d.]+ points \([\d.]+–[\d.]+\)/);
  expect(row('Gap between the two rates')).toMatch(/[\d.]+个百分点 \(/);
  expect(row('Registered urbanization rate')).toMatch(/\+1\.50 ± [\d.]+ points \(/);
  expect(row('Residence permit holders')).not.toContain('points');
});

it('runs of another seed, sample or city are not paired, and the page says so', () => {
  const { options } = runTold().manifest;
  const other = runTold({ manifest: { options: { ...options, seed: 'other' } } });
  expect(arePaired(runTold(), other)).toBe(false);
  const page = reportPage([sourceOf(runTold()), sourceOf(other)], 'en', '');
  expect(page.includes('not paired: another city, base year, seed, sample or version')).toBe(true);
});

it('runs of one title are told apart, others keep theirs', () => {
  const { scenario, options } = runTold().manifest;
  const other = runTold({ manifest: { options: { ...options, seed: 'two' } } });
  const third = runTold({ manifest: { scenario: { ...scenario, title: { zh: '三', en: 'Third' } } } });
  const names = runNames([runTold(), other, third]).map(({ en }) => en);
  expect(new Set(names).size).toBe(3);
  expect(names[1]).toMatch(/ \(seed two\)$/);
  expect(names[0]).toMatch(/ \(seed [^,]+\)$/);
  // nothing tells these apart but their place
  expect(runNames([runTold(), runTold()])[1].en).toMatch(/ \(run 2\)$/);
  expect(names[2]).toBe('Third');
});
