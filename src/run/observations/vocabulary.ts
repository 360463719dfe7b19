import { dictionary, type IndicatorUnit } from '../../indicator/indicators.ts';
import { type Localized, text } from '../../language/language.ts';

/** An indicator figures are given of. */
export interface Meant {
  readonly indicator: string;
  readonly unit: IndicatorUnit;
  readonly kind: 'stock' | 'flow' | 'rate';
  readonly label: Localized;
}

/** Words without spaces, brackets' kind and capitals. */
export const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·]/g, '');

/** What bureaus call indicators, beside code and names of the dictionary. */
const customary: Readonly<Record<string, readonly string[]>> = {
  resident_population: ['年末常住人口', '常住人口数', '常住总人口', '年末常住总人口', 'residents'],
  urban_resident_population: ['城镇人口', '常住城镇人口', '城镇常住人口数', 'urban residents'],
  resident_urbanization_rate: ['城镇化率', '常住人口城镇化率', '城市化率', 'urbanization rate'],
  registered_population: ['户籍总人口', '年末户籍人口', '户籍人口数', '年末户籍总人口'],
  urban_registered_population: ['户籍城镇人口', '城镇户籍人口数', 'registered_urban_population'],
  registered_urbanization_rate: ['户籍城镇化率', '户籍人口城市化率'],
  births: ['出生人口', '出生人数', '全年出生人口'],
  deaths: ['死亡人口', '死亡人数', '全年死亡人口'],
  natural_increase: ['自然增加人口', '人口自然增长量'],
  registered_births: ['户籍出生人口'],
  registered_deaths: ['户籍死亡人口'],
  settled_reported: [
    '公安落户人数',
    '城镇落户人数',
    '新增城镇落户人口',
    '农业转移人口落户人数',
    'settled by the police count',
  ],
  permit_holders: ['居住证持有人数', '持居住证人口', 'residence_permit_holders'],
  permits_issued: ['发放居住证', '居住证发放量', 'residence_permits_issued'],
  'pupils.preschool': ['幼儿园在园人数', '学前教育在园人数'],
  'pupils.primary': ['小学在校生数', '普通小学在校生'],
  'pupils.junior': ['初中在校生数', '普通初中在校生'],
  'pupils.senior': ['高中在校生数', '高中在校生'],
  households: ['家庭户数', '户数'],
  net_migration: ['净迁入', '净流入人口'],
  left_behind_children: ['农村留守儿童'],
};

const byWord = new Map<string, Meant>();
for (const { name, label, unit, kind } of dictionary) {
  if (unit === 'yuan') continue;
  for (const word of [name, name.replaceAll('_', ' '), label.zh, label.en, ...(customary[name] ?? [])]) {
    const meant: Meant = { indicator: name, unit, kind, label };
    if (!byWord.has(plain(word))) byWord.set(plain(word), meant);
  }
}

/** The indicator a code, a Chinese or an English name stands for. */
export const indicatorOf = (word: string): Meant | undefined => byWord.get(plain(word));

/** All words that name an indicator, for suggestions. */
export const indicatorWords = (): Iterable<string> => byWord.keys();

/** Units figures are written in: what they count, and how many of it. */
const units: Readonly<Record<string, { readonly of: 'counted' | 'percent' | 'mean'; readonly times: number }>> = {
  ...each(
    ['人', 'persons', 'person', 'people', '名', '户', 'households', '套', 'dwellings', '个', 'places'],
    'counted',
    1,
  ),
  ...each(['千人', 'thousand', 'thousandpersons', '千户'], 'counted', 1e3),
  ...each(['万人', '万', '万户', '万套', '万名', 'tenthousand', '10thousand'], 'counted', 1e4),
  ...each(['10000persons', '10000households', '10000dwellings', '10000places'], 'counted', 1e4),
  ...each(['百万人', 'million', 'millionpersons'], 'counted', 1e6),
  ...each(['%', 'percent', '百分比', '百分点', 'percentagepoints'], 'percent', 1),
  ...each(['人/户', 'personsperhousehold'], 'mean', 1),
};

function each<Of extends string>(words: readonly string[], of: Of, times: number) {
  return Object.fromEntries(words.map((word) => [word, { of, times }]));
}

/** What a unit counts and how many of it; undefined for a word that is no unit. */
export const unitCalled = (word: string) => (Object.hasOwn(units, plain(word)) ? units[plain(word)] : undefined);

/** Units an indicator may be given in, as one would write them. */
export const unitsOf = ({ unit }: Meant): Localized =>
  unit === 'persons per household'
    ? text('人/户', 'persons per household')
    : unit.startsWith('percent')
      ? text('%', '%')
      : text(
          `${unit === 'households' ? '户' : unit === 'dwellings' ? '套' : unit === 'places' ? '个' : '人'}或万${unit === 'households' ? '户' : unit === 'dwellings' ? '套' : unit === 'places' ? '个' : '人'}`,
          `${unit} or 10000 ${unit}`,
        );

/** Whether a unit is one an indicator can be counted in. */
export const fitsUnit = ({ unit }: Meant, of: 'counted' | 'percent' | 'mean'): boolean =>
  of === (unit === 'persons per household' ? 'mean' : unit.startsWith('percent') ? 'percent' : 'counted');
