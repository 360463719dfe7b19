import { sum } from 'd3-array';
import { type Language, marks, text } from '../../language/language.ts';
import { educations, registerTiers, tenures } from '../../population/codes.ts';
import { settlerTraits } from '../../population/settler-traits.ts';
import { educationWords, registerTierWords, tenureWords } from '../../population/words.ts';
import type { ChartInput, Choice } from '../chart-input.ts';
import { percent, persons } from '../format.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { flowSeries } from '../series.ts';
import { INK, palette } from '../theme.ts';

const PANEL_WIDTH = 210;
/** Height of the row of one group. */
const ROW = 22;
/** Room right of the longest bar for its figures, as a multiple of it. */
const ROOM = 1.9;

/** Traits in the order of the panels; where the register came from stands for the distance. */
const traits = {
  ...settlerTraits,
  from: ['same_county', 'same_city', 'province', 'other_province'],
} as const;
type Trait = keyof typeof traits;

const names: Record<Language, Record<Trait, { readonly title: string; readonly groups: readonly string[] }>> = {
  zh: {
    age: { title: '年龄（岁）', groups: traits.age },
    years_in_town: {
      title: '进城年数',
      groups: ['不到2年', '2-4年', '5-9年', '10年及以上', '一直在此', '不住在该镇'],
    },
    dwelling: { title: '住房', groups: [...tenures.map((name) => tenureWords[name].zh), '集体居住'] },
    schooling: { title: '受教育程度', groups: educations.map((name) => educationWords[name].zh) },
    from: { title: '原户籍地', groups: registerTiers.map((name) => registerTierWords[name].zh) },
  },
  en: {
    age: { title: 'Age, years', groups: traits.age },
    years_in_town: {
      title: 'Years in town',
      groups: ['under 2', '2-4', '5-9', '10 and more', 'always there', 'not living there'],
    },
    dwelling: {
      title: 'Dwelling',
      groups: [...tenures.map((name) => tenureWords[name].en), 'collective'],
    },
    schooling: {
      title: 'Schooling attended',
      groups: educations.map((name) => educationWords[name].en),
    },
    from: { title: 'Register came from', groups: registerTiers.map((name) => registerTierWords[name].en) },
  },
};

const words = {
  zh: {
    title: '谁在落户',
    whole: (from: number, to: number) => `${from}至${to}年合计`,
    year: (year: number) => `${year}年`,
    note: '各次模拟平均；占落户者的比例（人数）；以落户当时的情况计',
    group: '类别',
    persons: '人数',
    share: '比例（%）',
  },
  en: {
    title: 'Who settles',
    whole: (from: number, to: number) => `${from} to ${to} together`,
    year: (year: number) => String(year),
    note: 'mean of replicates; share of those who settled (persons), as they were at that moment',
    group: 'group',
    persons: 'persons',
    share: 'share, %',
  },
} as const;

interface Bar {
  readonly group: string;
  readonly persons: number;
  readonly share: number;
  readonly text: string;
}

/**
 * Persons who settled by age, years in town, dwelling, schooling and origin of the register: of the whole run, or of one year.
 * Reads `settled_persons.<trait>.<group>`; null when nobody settles or no trait was counted.
 */
export function whoSettlesChart(input: ChartInput, lang: Language, { year }: Choice = {}): ChartSpec | null {
  const years = flowSeries(input, 'settled_persons').map((row) => row.year);
  if (years.length === 0) return null;
  const panels = (Object.keys(traits) as Trait[]).flatMap((trait) => {
    const bars = barsOf(input, trait, lang, year);
    return bars === null ? [] : [{ title: names[lang][trait].title, bars }];
  });
  if (panels.length === 0) return null;
  const when = year === undefined ? words[lang].whole(years[0], years.at(-1)!) : words[lang].year(year);
  return {
    ...head(input, lang, {
      title: words[lang].title,
      notes: [when, words[lang].note],
      description: panels.map(({ title, bars }) => describe(title, bars, lang)).join(marks.gap[lang]),
    }),
    columns: 2,
    spacing: { row: 22, column: 34 },
    concat: panels.map(({ title, bars }) => panel(title, bars, lang)),
  };
}

/** Bars of one trait; null unless every group is in the tables and somebody settled. */
function barsOf(input: ChartInput, trait: Trait, lang: Language, year: number | undefined): Bar[] | null {
  const stem = trait === 'from' ? 'settled_persons' : `settled_persons.${trait}`;
  const counts: number[] = [];
  for (const group of traits[trait]) {
    const rows = flowSeries(input, `${stem}.${group}`);
    if (rows.length === 0) return null;
    counts.push(
      sum(
        rows.filter((row) => year === undefined || row.year === year),
        (row) => row.mean,
      ),
    );
  }
  const all = sum(counts);
  if (!(all > 0)) return null;
  return counts.map((count, g) => {
    const share = (100 * count) / all;
    const group = names[lang][trait].groups[g];
    const inWords = text(
      `${percent(share, lang)}（${persons(count, lang)}）`,
      `${percent(share, lang)} (${persons(count, lang)})`,
    )[lang];
    return { group, persons: count, share, text: inWords };
  });
}

/** Bars of one trait with their figures behind them. */
function panel(title: string, bars: readonly Bar[], lang: Language) {
  const longest = Math.max(...bars.map(({ share }) => share));
  const scale = { domain: [0, longest * ROOM], nice: false };
  const x = { field: 'share', type: 'quantitative' as const, scale, axis: null };
  const y = {
    field: 'group',
    type: 'nominal' as const,
    sort: bars.map(({ group }) => group),
    axis: { title: null, ticks: false, domain: false },
  };
  const layer: Layer[] = [
    {
      mark: { type: 'bar', height: { band: 0.7 }, color: palette.blue },
      encoding: {
        x,
        y,
        tooltip: [
          { field: 'group', title: words[lang].group },
          { field: 'persons', title: words[lang].persons, format: ',.0f' },
          { field: 'share', title: words[lang].share, format: '.1f' },
        ],
      },
    },
    { mark: { type: 'text', align: 'left', dx: 5, color: INK }, encoding: { x, y, text: { field: 'text' } } },
  ];
  return {
    width: PANEL_WIDTH,
    height: ROW * bars.length,
    title: { text: title, fontSize: 12, anchor: 'start' as const, frame: 'group' as const, offset: 6, color: INK },
    data: { values: [...bars] },
    layer,
  };
}

/** The largest groups of a trait in words. */
function describe(title: string, bars: readonly Bar[], lang: Language): string {
  const largest = [...bars].sort((a, b) => b.persons - a.persons).slice(0, 3);
  const listed = largest.map(({ group, share }) => `${group} ${percent(share, lang)}`);
  return text(`${title}：${listed.join('，')}。`, `${title}: ${listed.join(', ')}.`)[lang];
}
