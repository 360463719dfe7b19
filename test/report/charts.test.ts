import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/language/language.ts';
import { routeNames } from '../../src/policy/law.ts';
import type { ChartInput } from '../../src/report/chart-input.ts';
import { type ChartName, charts } from '../../src/report/charts.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { sample } from './sample.ts';
import { svgSize, svgTexts } from './svg-text.ts';

/** Charts of a province or the nation are tested in region-charts.test.ts. */
const ofRegions = ['map', 'tiles-places', 'map-others', 'counted-years', 'counted-provinces', 'move-account'] as const;
type CityChart = Exclude<ChartName, (typeof ofRegions)[number]>;
const names = (Object.keys(charts) as ChartName[]).filter(
  (name): name is CityChart => !(ofRegions as readonly string[]).includes(name),
);
const each = names.flatMap((name) => languages.map((lang) => [name, lang] as const));
const draw = (name: CityChart, lang: Language, input = sample()) => charts[name](input, lang)!;
const without = (stem: string): ChartInput => {
  const input = sample();
  return { ...input, indicators: input.indicators.filter((row) => !row.indicator.startsWith(stem)) };
};

/** Every fifth year: the same charts in files a person can read. */
const thinned = (): ChartInput => {
  const input = sample();
  const fifth = (row: { year: number }) => row.year % 5 === 0;
  return { ...input, indicators: input.indicators.filter(fifth), settlements: input.settlements.filter(fifth) };
};

/** Texts of a drawing that are cut by its edge or run into another text of the same line. */
function badTexts(svg: string): string[] {
  const { width, height } = svgSize(svg);
  const boxes = svgTexts(svg);
  const cut = boxes.filter((box) => box.left < 0 || box.right > width || box.baseline > height || box.baseline < 8);
  const touching = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter((b) => {
      const sameLine = Math.abs(a.baseline - b.baseline) < 9;
      return sameLine && a.text !== b.text && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;
    }),
  );
  return [...cut, ...touching].map((box) => box.text);
}

it('draws figures of one’s own with their errors over the rates, those of the city alone', async () => {
  const source = { zh: '公安', en: 'police' };
  const figure = (area: string, value: number) => {
    return { area, year: 2022, indicator: 'registered_urbanization_rate', value, error: 0.6, source };
  };
  const figures = [figure('city', 58), figure('150203', 90)];
  const input = { ...sample(), observations: figures, figures };
  const spec = draw('rates', 'en', input);
  const bars = (
    spec as { layer: { mark?: { type?: string; strokeWidth?: number }; data?: { values: object[] } }[] }
  ).layer.filter(({ mark }) => mark?.type === 'rule' && mark.strokeWidth === 1.6);
  expect(bars.map(({ data }) => data!.values)).toEqual([
    [{ year: 2022, indicator: 'registered_urbanization_rate', low: 58 - 1.645 * 0.6, high: 58 + 1.645 * 0.6 }],
  ]);
  expect(JSON.stringify(spec)).toContain('bars: 90 % error');
  expect(await renderSvg(spec)).toContain('<svg');
});

describe.each(each)('chart %s in %s', (name, lang) => {
  it('is the committed specification', async () => {
    const spec = `${JSON.stringify(draw(name, lang, thinned()), null, 1)}\n`;
    await expect(spec).toMatchFileSnapshot(`golden/${name}.${lang}.vl.json`);
  });

  it('draws without a warning and carries its alternative text', async () => {
    const spec = draw(name, lang);
    const svg = await renderSvg(spec);
    expect(spec.description).toContain(sample().scenario.title[lang]);
    expect(spec.description).toMatch(/20\d\d|→/);
    expect(svg).toContain('role="img" aria-label="');
    expect(svg).toContain(spec.description!.slice(0, 40));
  });

  it('cuts off no text and lets none touch', async () => {
    expect(badTexts(await renderSvg(draw(name, lang)))).toEqual([]);
  });

  it('names a Chinese font first', () => {
    expect(draw(name, lang).config?.font).toMatch(/^Noto Sans SC, .*Microsoft YaHei/);
  });
});

const expectedTexts: Record<CityChart, Record<Language, string[]>> = {
  rates: {
    zh: ['常住人口与户籍人口城镇化率（%）', '常住人口城镇化率 90.6%', '户籍人口城镇化率达到75%（2030年目标）'],
    en: ['Resident urbanization rate 90.6 %', 'Registered rate at least 75 % (target for 2030)', '2035'],
  },
  'target-dots': {
    zh: [
      '2个文件目标（每种读法各算一个）中，1个达到的可能过半',
      '20个点代表全部模拟，每点5%；实心：达到目标',
      '目标 75.0%',
    ],
    en: ["1 of the documents' 2 targets (each reading by itself) is more likely", 'target 89.0 %'],
  },
  tiles: {
    zh: ['各县区：2035年户籍人口城镇化率（%）', '达尔罕茂明安', '固阳', '28.3', '90–100'],
    en: ['The counties: Registered urbanization rate in 2035 (percent)', 'Darhan', 'Guyang', '28.3'],
  },
  settlements: {
    zh: ['按落户途径分的年度落户人数（万人）', '1 零门槛落户（baotou-2024 2.2.1.1）：合计9.67万人'],
    en: ['1 Zero threshold (baotou-2024 2.2.1.1): 96,700 persons in all', '8 Other routes: 5,390 persons in all'],
  },
  'age-pyramid': {
    zh: ['常住人口年龄结构（万人）', '男', '女', '85+'],
    en: ['Residents by age and sex (thousand persons)', 'Men', 'Women', '0-4'],
  },
  counties: {
    zh: ['全市', '包头稀土高新技术产业开发区（中心城区）', '户籍 22.2 → 28.3 (26.0–30.6)'],
    en: ['Whole city', 'Darhan Muminggan United Banner', 'Resident 45.5 → 55.8 (54.4–57.1)'],
  },
  'who-settles': {
    zh: ['谁在落户', '年龄（岁）', '进城年数', '10年及以上', '集体居住', '大专及以上', '外省'],
    en: ['Who settles', 'Years in town', 'private rent', 'senior secondary', 'same county'],
  },
  flows: {
    zh: ['村、镇、中心城区与市外之间的迁移（人次/年）', '县城和镇', '413', '4.15万'],
    en: ['county town', 'outside', '413', '41,500'],
  },
  'county-fans': {
    zh: ['各县区两率走势（%）', '固阳县', '常住55.8%，户籍28.3%'],
    en: ['Both rates county by county (percent)', 'Guyang', 'resident 55.8 %,'],
  },
  capacity: {
    zh: ['公共服务：需求、容量与缺口', '城镇初中学位（人）', '公租房（户）'],
    en: ['Services: demand, capacity and shortfall', 'Town preschool (children)', 'Public rental (households)'],
  },
  fit: {
    zh: ['基年人口与普查的差距（占各表合计的%）', '常住人口：年龄、性别', '2.84', '51.38'],
    en: ['Residents by age and sex', 'Off their register inside the county * (test)', '0.02'],
  },
  services: {
    zh: ['学前教育在园幼儿', '60岁及以上人口', '6.58万 → 3.59万 (−45%)'],
    en: ['Children in preschool', 'Persons aged 60 and over', '65,800 → 35,900 (−45 %)'],
  },
  'own-figures': {
    zh: ['自有数字与模拟', '点：自有数字及其90%误差；线：平均；阴影：90%的模拟结果'],
    en: ['Figures of one’s own and what is simulated'],
  },
  'register-balance': {
    zh: ['户籍变动年度流量（万人）', '户籍死亡 2.26万', '户籍迁出 1.07万'],
    en: ['Yearly flows through the register (thousand persons)', 'Register: moved out 10,700'],
  },
};

describe('texts on the pictures', () => {
  it.each(each)('%s in %s says what it shows', async (name, lang) => {
    const texts = svgTexts(await renderSvg(draw(name, lang))).map((box) => box.text);
    expect(texts).toEqual(expect.arrayContaining(expectedTexts[name][lang]));
  });

  it('explain the shaded intervals', async () => {
    const svg = await renderSvg(draw('rates', 'en'));
    expect(svg).toContain('shaded: 50 % and 90 % of replicates');
    expect(await renderSvg(draw('rates', 'zh'))).toContain('阴影：50%与90%的模拟结果');
  });

  it('show markup in a scenario title as text', async () => {
    const input = sample();
    const title = { zh: '<b>"甲"&乙</b>', en: '<script>alert("x")</script> & more' };
    const hostile = { ...input, scenario: { ...input.scenario, title } };
    for (const lang of languages) {
      const svg = await renderSvg(draw('rates', lang, hostile));
      expect(svg).not.toMatch(/<script|<b>/);
      expect(svgTexts(svg).map((box) => box.text)).toContain(title[lang]);
    }
  });

  it('wrap a long scenario title inside the picture', async () => {
    const input = sample();
    const title = {
      zh: '假设二〇一六年以前的落户门槛一直有效'.repeat(8),
      en: 'if the thresholds before 2016 stayed '.repeat(12),
    };
    for (const lang of languages) {
      const svg = await renderSvg(draw('age-pyramid', lang, { ...input, scenario: { ...input.scenario, title } }));
      expect(badTexts(svg)).toEqual([]);
      expect(svgSize(svg).width).toBeLessThan(850);
    }
  });
});

describe('routes of the settlements chart', () => {
  const crowded = (routes: readonly string[]): ChartInput => ({
    ...sample(),
    settlements: [2021, 2022].flatMap((year) =>
      routes.map((route, i) => ({
        year,
        area: 'city',
        route,
        document: 'd-2016',
        clause: `2.${i}`,
        persons_mean: 900 - i,
      })),
    ),
  });

  it('with names of 33 Chinese characters are not clipped in the legend', async () => {
    const long = '在城镇就业居住五年以上和举家迁徙的农业转移人口以及新生代农民工等';
    const svg = await renderSvg(draw('settlements', 'zh', crowded([`${long}甲`, `${long}乙`])));
    expect(svg).toContain(`1 ${long}甲（d-2016 2.0）：合计1,800人`);
    expect(badTexts(svg)).toEqual([]);
  });

  it('beyond the seventh are added up as other routes', async () => {
    const texts = svgTexts(await renderSvg(draw('settlements', 'en', crowded(routeNames)))).map((box) => box.text);
    expect(texts.filter((text) => /persons in all$/.test(text))).toHaveLength(8);
    const others = routeNames.slice(7).reduce((sum, _, i) => sum + 2 * (900 - 7 - i), 0);
    expect(texts).toContain(`8 Other routes: ${Number(others.toPrecision(3)).toLocaleString('en-US')} persons in all`);
  });

  it('leave an empty place for a year in which nobody settles', async () => {
    const input = {
      ...sample(),
      settlements: sample().settlements.filter((row) => row.year !== 2030 && row.year > 2022),
    };
    const texts = svgTexts(await renderSvg(draw('settlements', 'en', input))).map((box) => box.text);
    expect(texts).toEqual(expect.arrayContaining(['2021', '2030', '2035']));
  });

  it('are added up over counties only where there are no rows of the city', async () => {
    const rows = ['150202', '150203'].map((area) => ({
      ...{ year: 2021, area, route: 'kin', document: 'd', clause: '1', persons_mean: 30 },
    }));
    const of = async (settlements: ChartInput['settlements']) =>
      svgTexts(await renderSvg(draw('settlements', 'en', { ...sample(), settlements }))).map((box) => box.text);
    expect(await of(rows)).toContain('1 Joining kin (d 1): 60 persons in all');
    expect(await of([...rows, { ...rows[0], area: 'city', persons_mean: 61 }])).toContain(
      '1 Joining kin (d 1): 61 persons in all',
    );
  });
});

describe('charts whose tables are absent are null', () => {
  it.each([
    ['rates', 'registered_urbanization_rate'],
    ['age-pyramid', 'residents_by_age.female.85+'],
    ['counties', 'resident_urbanization_rate'],
  ] as const)('%s without %s', (name, stem) => {
    expect(charts[name](without(stem), 'en')).toBeNull();
  });

  it('settlements when nobody settles', () => {
    const input = sample();
    const none = { ...input, settlements: input.settlements.map((row) => ({ ...row, persons_mean: 0 })) };
    expect(charts.settlements(none, 'zh')).toBeNull();
  });

  it('services and register balance only when all their lines are', () => {
    expect(charts.services(without('pupils'), 'en')).not.toBeNull();
    expect(charts.services({ ...sample(), indicators: [] }, 'en')).toBeNull();
    expect(charts['register-balance'](without('register_'), 'en')).not.toBeNull();
    expect(charts['register-balance']({ ...sample(), indicators: [] }, 'en')).toBeNull();
  });

  it('register balance falls back on births among residents', () => {
    const input = sample();
    const indicators = input.indicators.map((row) => ({
      ...row,
      indicator: row.indicator.replace('registered_b', 'b'),
    }));
    expect(charts['register-balance'](input, 'en')!.description).toContain('Births, registered here: ');
    expect(charts['register-balance']({ ...input, indicators }, 'en')!.description).toContain(' Births: ');
  });

  it('all but settlements and fit when the run has one year', () => {
    const input = sample();
    const one = {
      ...input,
      scenario: { ...input.scenario, endYear: 2020 },
      indicators: input.indicators.filter((row) => row.year === 2020),
    };
    expect(names.filter((name) => charts[name](one, 'zh'))).toEqual(['settlements', 'fit']);
  });
});

describe('what the data of a chart say', () => {
  it('keep every digit: numbers are rounded for display only', () => {
    const row = sample().indicators.find((r) => r.indicator === 'resident_urbanization_rate' && r.year === 2033)!;
    expect(JSON.stringify(draw('rates', 'en'))).toContain(`"p05":${row.p05},`);
  });

  it('leave out targets and figures after the last year', () => {
    const input = { ...sample(), targets: [{ ...sample().targets![0], year: 2050 }] };
    expect(JSON.stringify(draw('rates', 'en', input))).not.toContain('2050');
  });

  it('leave out years whose value is not a number', () => {
    const input = sample();
    const indicators = input.indicators.map((row) => (row.year === 2024 ? { ...row, mean: Number.NaN } : row));
    expect(JSON.stringify(draw('services', 'en', { ...input, indicators }))).not.toContain('"year":2024');
  });

  it('leave the base year out of flows', () => {
    expect(JSON.stringify(draw('register-balance', 'en'))).not.toContain('"year":2020');
  });
});
