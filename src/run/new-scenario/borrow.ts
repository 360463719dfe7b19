import type { Localized } from '../../language/language.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { DatedValue } from '../../scenario/scenario.ts';
import { type Donor, donorValue, sets } from './donors.ts';
import { assumed, meanOf, type NewValue } from './setting.ts';

/** Donors of a value, and in words why these. */
interface Lenders {
  readonly donors: readonly Donor[];
  readonly why: Localized;
}

/** Lenders of a value that a place does not know of itself. */
const LENDERS = 2;

/** What tells places apart, each over about its standard deviation between prefectures, so that distances add up. */
function traitsOf({ areas, registered }: CityData): number[] {
  const residents = areas.reduce((sum, { population }) => sum + population, 0);
  const urban = areas.reduce((sum, area) => sum + area.urban, 0);
  const net = (registered - residents) / registered;
  return [Math.log(residents) / 0.8, net / 0.2, urban / residents / 0.13];
}

/** The donors most like the city: by size, by people gone or come on balance over the registered, and by the urban share. */
export function alike(donors: readonly Donor[], city: CityData): Lenders {
  const own = traitsOf(city);
  const distance = ({ city: other }: Donor): number => Math.hypot(...traitsOf(other).map((trait, i) => trait - own[i]));
  const near = [...donors].sort((a, b) => distance(a) - distance(b)).slice(0, LENDERS);
  return {
    donors: near,
    why: {
      zh: '有自己情景的城市中，规模、人口净流出入与城镇化水平最相近',
      en: 'most alike in size, balance of people and urban share among the cities with a scenario of their own',
    },
  };
}

/** Donors of the same province; all of them where there is none. */
export function neighbours(donors: readonly Donor[], province: string): Lenders {
  const same = donors.filter(({ region }) => region.parent === province);
  return same.length === 0 ? everyone(donors) : { donors: same, why: { zh: '同省', en: 'in the same province' } };
}

const everyone = (donors: readonly Donor[]): Lenders => ({
  donors,
  why: { zh: '没有更相近的城市', en: 'for want of a city more alike' },
});

/**
 * What the lenders hold in their base year: their mean, with a range that holds all of theirs. A figure that several of them take
 * from one source is no city's own and keeps its mark; what one of them knows of itself is an assumption anywhere else. Where
 * none says anything, it is the default of the model.
 */
export function borrowed(name: ParameterName, lenders: Lenders): NewValue {
  const { donors } = lenders;
  const [first, ...others] = donors.map((donor) => donorValue(donor, name));
  if (donors.every((donor) => !sets(donor, name))) {
    const { value, range, mark, source } = parameterSpecs[name];
    return {
      from: null,
      value,
      range,
      mark,
      why: { zh: `模型缺省值：${source.zh}`, en: `default of the model: ${source.en}` },
    };
  }
  const { zh, en } = namesOf(lenders);
  const isShared = others.every((other) => sameSource(other, first));
  if (isShared && others.length > 0) {
    const { value, range, mark, source } = first;
    return { from: null, value, range, mark, why: { zh: `与${zh}相同：${source.zh}`, en: `${en}: ${source.en}` } };
  }
  const { source } = first;
  const there = isShared ? { zh: `；该市依据：${source.zh}`, en: `; there: ${source.en}` } : { zh: '', en: '' };
  const { mean, low, high } = spread(name, lenders, () => 1);
  return assumed(name, mean, [low, high], { zh: `借自${zh}${there.zh}`, en: `borrowed: ${en}${there.en}` });
}

const sameSource = (a: DatedValue, b: DatedValue): boolean =>
  a.value === b.value && a.mark === b.mark && a.source.en === b.source.en && String(a.range) === String(b.range);

/** Mean of a parameter over the lenders, and the ends of their ranges, all relative to something known of each. */
export function spread(name: ParameterName, { donors }: Lenders, of: (donor: Donor) => number) {
  const ratios = donors.map((donor) => {
    const { value, range } = donorValue(donor, name);
    return {
      value: value / of(donor),
      low: (range?.[0] ?? value) / of(donor),
      high: (range?.[1] ?? value) / of(donor),
    };
  });
  return {
    mean: meanOf(ratios.map(({ value }) => value)),
    low: Math.min(...ratios.map(({ low }) => low)),
    high: Math.max(...ratios.map(({ high }) => high)),
  };
}

/** Whom a value is borrowed from: `mean of Chifeng and Qingyang, which lose people too`. */
export function namesOf({ donors, why }: Lenders): Localized {
  const en = donors.map(({ name }) => name.en);
  const several = donors.length > 1;
  const list = several ? `${en.slice(0, -1).join(', ')} and ${en.at(-1)}` : String(en[0]);
  return {
    zh: `${donors.map(({ name }) => name.zh).join('、')}（${why.zh}${several ? '，取均值' : ''}）`,
    en: `${several ? 'the mean of ' : 'as '}${list}, ${why.en}`,
  };
}

/**
 * Whether a parameter was told from one city's own register. It is not lent: the nation's account is known, and places draw around it, so that
 * two cities' rates would stand for what all of China counted.
 */
export const isOfTheRegister = (name: ParameterName): boolean =>
  name === 'settlement.reportedRate' || name === 'doors.cleanUp';

/** Whether a parameter is one of the land, which the same province tells better than the same balance of people. */
export const isOfTheLand = (name: ParameterName): boolean => /^base\.(land|herder)|^income\.land/.test(name);
