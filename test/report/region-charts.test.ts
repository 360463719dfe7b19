import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/language/language.ts';
import type { ChartInput } from '../../src/report/chart-input.ts';
import { type ChartName, charts } from '../../src/report/charts.ts';
import { changeClasses, classOf, inkOn, rateClasses } from '../../src/report/map/classes.ts';
import { ofArea } from '../../src/report/of-area.ts';
import { specCsv } from '../../src/report/page/spec-csv.ts';
import { renderPng } from '../../src/report/render-png.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { nationSample, provinceSample } from './region-sample.ts';
import { sample } from './sample.ts';
import { svgSize, svgTexts } from './svg-text.ts';

const ofRegions = ['map', 'tiles-places', 'map-others', 'counted-years', 'counted-provinces', 'move-account'] as const;
const withParts = [...ofRegions, 'tiles', 'counties', 'county-fans'] as const;
const nation = nationSample();
const each = withParts.flatMap((name) => languages.map((lang) => [name, lang] as const));
const draw = (name: ChartName, lang: Language, input: ChartInput = nation) => charts[name](input, lang)!;
const textsOf = async (name: ChartName, lang: Language, input?: ChartInput): Promise<string[]> =>
  svgTexts(await renderSvg(draw(name, lang, input))).map(({ text }) => text);

describe.each(each)('chart %s of the nation in %s', (name, lang) => {
  it('draws without a warning, carries its words, and cuts off no text', async () => {
    const spec = draw(name, lang);
    const svg = await renderSvg(spec);
    expect(svg).toContain(spec.description!.slice(0, 30));
    const { width, height } = svgSize(svg);
    const cut = svgTexts(svg).filter((box) => box.left < 0 || box.right > width || box.baseline > height);
    expect(cut.map(({ text }) => text)).toEqual([]);
  });

  it('speaks of no city and no county', () => {
    expect(JSON.stringify({ ...draw(name, lang), datasets: {} })).not.toMatch(/全市|县区|by county|Whole city/);
  });
});

it('a single place has none of these charts', () => {
  for (const name of ofRegions) expect(charts[name](sample(), 'zh'), name).toBeNull();
});

it('a province calls its parts prefectures, the nation its parts provinces', async () => {
  expect(await textsOf('counties', 'zh')).toEqual(
    expect.arrayContaining(['全国', '各省份常住与户籍人口城镇化率（%）', '四川省']),
  );
  const province = provinceSample();
  expect(await textsOf('counties', 'en', province)).toEqual(
    expect.arrayContaining([
      'Whole province',
      'Resident and registered urbanization rate by prefecture (percent)',
      'Chengdu',
    ]),
  );
});

describe('the map', () => {
  const spec = draw('map', 'en') as unknown as {
    datasets: { outlines: object };
    layer: { transform: { from?: { data: { values: Record<string, unknown>[] } } }[] }[];
  };

  it('has every place of the data in a class of its own rate, and says what has none', async () => {
    const rows = spec.layer[0].transform.find(({ from }) => from)!.from!.data.values;
    expect(rows).toHaveLength(nation.places!.length);
    for (const row of rows) {
      const [from, to] = String(row['class']).split('–').map(Number);
      expect(Number(row['value'])).toBeGreaterThanOrEqual(from);
      expect(Number(row['value'])).toBeLessThanOrEqual(to);
    }
    expect(await textsOf('map', 'zh')).toContain('无数据');
    expect(rows.find(({ code }) => code === '510100')!['area']).toBe('510000');
  });

  it('names what it is drawn on, and that it is no official map', async () => {
    expect((await textsOf('map', 'zh')).join('')).toMatch(/高德2020年6月.*未绘三沙市.*仅供分析，不是标准地图.*审图号/);
    expect((await textsOf('map', 'en')).join(' ')).toMatch(
      /Amap of June 2020.*for analysis only and no official map.*--map/,
    );
  });

  it('leaves Sansha out and keeps its outlines once for both small maps', () => {
    expect(nation.outlines!.codes.filter((code) => code.startsWith('4603'))).toEqual([]);
    const text = JSON.stringify(draw('map-others', 'zh'));
    expect(text.match(/"Topology"/g)).toHaveLength(1);
    expect(text).not.toMatch(/"url"/);
  });

  it('shows the year chosen under the classes of all years', () => {
    const at = (year: number) => JSON.stringify(charts.map(nation, 'zh', { year }));
    expect(at(2021)).toContain('2021年户籍人口城镇化率');
    const domain = (text: string) => /"domain":(\[[^\]]*\])/.exec(text)![1];
    expect(domain(at(2021))).toBe(domain(at(2025)));
  });

  it('gives its figures as a table', () => {
    const lines = specCsv(draw('map', 'en')).trim().split('\n');
    expect(lines[0]).toContain('code,area,name,year,value');
    expect(lines).toHaveLength(nation.places!.length + 1);
  });

  it('names the places of a province, none over another', async () => {
    const texts = svgTexts(await renderSvg(draw('map', 'zh', provinceSample('440000'))));
    expect(texts.map(({ text }) => text)).toContain('清远市');
    expect(await textsOf('map', 'zh')).not.toContain('清远市');
  });

  it('is drawn as PNG', async () => {
    const png = await renderPng(draw('map', 'zh'), { scale: 1 });
    expect([...png.slice(1, 4)]).toEqual([80, 78, 71]);
    expect(png.length).toBeGreaterThan(50_000);
  });
});

describe('the map of squares', () => {
  it.each(['tiles', 'tiles-places'] as const)('%s holds every text inside its square', async (name) => {
    for (const lang of languages) {
      const spec = draw(name, lang) as unknown as { width: number; height: number; data: { values: object[] } };
      const { values } = spec.data as { values: { left: number; right: number; shown: string; lines: string[] }[] };
      const side = spec.width / Math.max(...values.map(({ right }) => Math.ceil(right)));
      const inside = svgTexts(await renderSvg(spec as never)).filter(({ text }) =>
        values.some(({ shown, lines }) => shown === text || lines.includes(text)),
      );
      expect(inside.length).toBeGreaterThanOrEqual(values.length);
      for (const { text, left, right } of inside) expect(right - left, text).toBeLessThanOrEqual(side);
    }
  });

  it('shows every province with a run, and says of the others that nothing is known', async () => {
    const texts = await textsOf('tiles', 'zh');
    expect(texts).toEqual(expect.arrayContaining(['内蒙古', '台湾', '香港', '澳门', '—', '无数据']));
    const rate = nation.indicators.find(
      ({ area, year, indicator }) => area === '510000' && year === 2025 && indicator === 'registered_urbanization_rate',
    )!;
    expect(texts).toContain(rate.mean.toFixed(1));
  });

  it('has letters that are read on their squares, black and white prints too', () => {
    const { values } = (draw('tiles-places', 'zh') as unknown as { data: { values: { ink: string }[] } }).data;
    expect(new Set(values.map(({ ink }) => ink))).toEqual(new Set(['black', 'white']));
    for (const { colour } of rateClasses([20, 90])) {
      const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
      const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      const ink = inkOn(colour) === 'white' ? 1 : 0;
      const [high, low] = [Math.max(light, ink), Math.min(light, ink)];
      expect((high + 0.05) / (low + 0.05), colour).toBeGreaterThan(4.5);
    }
  });

  it('draws the borders of provinces, each line once', () => {
    const { layer } = draw('tiles-places', 'en') as unknown as {
      layer: { mark: { type: string }; data?: { values: object[] } }[];
    };
    const lines = layer.find(({ mark }) => mark.type === 'rule')!.data!.values.map((line) => JSON.stringify(line));
    expect(lines.length).toBeGreaterThan(100);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('gives its figures as a table with their intervals', () => {
    const [columns, ...rows] = specCsv(draw('tiles', 'en')).trim().split('\n');
    expect(columns).toContain('code,area,name,year,value,p05,p95');
    expect(rows.filter((row) => /^\d{6},/.test(row))).toHaveLength(34);
  });
});

describe('classes of a map', () => {
  it('hold all values, each in one', () => {
    for (const values of [
      [20.1, 88.8],
      [61, 64.9],
      [50, 50],
      [99.9, 100],
      [0, 100],
    ]) {
      const classes = rateClasses(values);
      for (const value of values) {
        const { from, to } = classes.find(({ name }) => name === classOf(value, classes))!;
        expect(from <= value && value <= to, `${value} in ${from}-${to}`).toBe(true);
      }
      expect(new Set(classes.map(({ colour }) => colour)).size).toBe(classes.length);
    }
  });

  it('of a change never hold both a fall and a rise', () => {
    for (const values of [
      [-1.2, 6.3],
      [0, 0],
      [0.2, 0.9],
      [-8, -2],
      [-0.4, 0.1],
    ]) {
      const classes = changeClasses(values);
      for (const { from, to } of classes) expect(from < 0 && to > 0).toBe(false);
      for (const value of values) {
        const { from, to } = classes.find(({ name }) => name === classOf(value, classes))!;
        expect(from <= value && value <= to, `${value} in ${from}-${to}`).toBe(true);
      }
    }
  });
});

describe('published figures beside simulated ones', () => {
  it('tell inside from outside by shape and fill, not by colour alone', () => {
    const text = JSON.stringify(draw('counted-years', 'en'));
    expect(text).toContain('"shape":{"condition":{"test":"datum.inside","value":"circle"},"value":"diamond"}');
    expect(text).toContain('hollow diamond');
  });

  it('count how many lie inside', () => {
    const published = nation.counted!.filter((row) => row.area === 'city' && row.indicator === 'births');
    const inside = published.filter((row) => row.inside).length;
    expect(JSON.stringify(draw('counted-years', 'en')).replaceAll('","', ' ')).toContain(
      `Births: ${inside} of ${published.length} published inside`,
    );
  });

  it('have one row a province in its last year, sorted from too low to too high', () => {
    const { concat } = draw('counted-provinces', 'zh') as unknown as {
      concat: { data: { values: { name: string; value: number; inside: boolean; low: number; high: number }[] } }[];
    };
    expect(concat).toHaveLength(5);
    for (const { data } of concat) {
      expect(data.values).toHaveLength(31);
      expect(data.values.map(({ value }) => value)).toEqual(
        data.values.map(({ value }) => value).sort((a, b) => a - b),
      );
      for (const { inside, low, high } of data.values) expect(low <= 1e-9 && high >= -1e-9).toBe(inside);
    }
  });

  it('are there for a province of the nation that is chosen', () => {
    const spec = charts['counted-years'](ofArea(nation, '510000'), 'zh');
    expect(JSON.stringify(spec)).toContain('四川省');
    expect(charts['counted-provinces'](provinceSample(), 'zh')).toBeNull();
  });
});

describe('the account of moves', () => {
  it('adds up the provinces and shows what there was without factors', async () => {
    const wanted = nation
      .accounts!.filter(({ scope, year }) => scope === 'province' && year === 2025)
      .reduce((sum, row) => sum + row.wanted, 0);
    const text = JSON.stringify(draw('move-account', 'en'));
    expect(text).toContain(String(wanted).slice(0, 9));
    expect(await textsOf('move-account', 'zh')).toContain('到达，不设系数时');
  });

  it('of an open account shows two lines and says that it is open', async () => {
    const texts = await textsOf('move-account', 'zh', provinceSample());
    expect(texts).not.toContain('到达，不设系数时');
    expect(texts.join('')).toContain('本次未设系数，账目未闭合');
  });
});
