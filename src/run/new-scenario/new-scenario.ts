import { type Localized, text } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { isBaseDocument } from '../../policy/select-rules.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { placesOf } from '../../scenario/city/find-place.ts';
import { provinceOf, type Region, readRegions } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { alike, borrowed, isOfTheLand, isOfTheRegister, neighbours } from './borrow.ts';
import { type Donor, donorFiles, sets } from './donors.ts';
import { incomeSettings } from './incomes.ts';
import { newScenarioMessages } from './messages.ts';
import { registerSettings } from './registers.ts';
import type { NewSetting, NewValue } from './setting.ts';

/** What a new scenario is made from. */
interface Sources {
  readonly read: ReadText;
  readonly documents: readonly PolicyDocument[];
  /** Cities of that base year to borrow from; see `loadDonors`. */
  readonly donorsOf: (baseYear: 2010 | 2020) => readonly Donor[];
}

/** What a new scenario is to be: a prefecture and its years. */
interface NewRequest {
  readonly prefecture: Region;
  /** Census to start from; the later one the prefecture has rows of when left out. */
  readonly baseYear?: 2010 | 2020 | undefined;
  readonly endYear: number;
}

/** A scenario made from data alone, before it is written. */
export interface NewScenario {
  readonly prefecture: Region;
  readonly province: Region;
  readonly title: Localized;
  readonly question: Localized;
  readonly baseYear: 2010 | 2020;
  readonly endYear: number;
  /** In order of date: the nation's, the province's and, where there are any, the city's own. */
  readonly documents: readonly PolicyDocument[];
  /** In the order of `parameterNames`. */
  readonly settings: readonly NewSetting[];
  /** What the reader should know of the city's data. */
  readonly notes: readonly Localized[];
}

/**
 * Makes a scenario of a prefecture from data/ alone.
 *
 *   1 base year   2020 where the census file has its rows, else 2010
 *   2 documents   what is in force there: of the nation, its province and the city itself
 *   3 registers   a published rate by place, else residents of non-agricultural hukou moved as those of the province or the nation
 *   4 incomes     its own rows of data/income/ and data/housing-price/, or its province's
 *   5 the rest    what the shipped scenarios of four cities set, borrowed of those in the same province or most alike; what none
 *                 of them sets keeps the default of the model
 *
 * @throws InputError for a base year without rows, nobody to borrow from, or a mistake in a table or in a scenario that is
 *   borrowed from
 */
export function newScenario(sources: Sources, { prefecture, baseYear: asked, endYear }: NewRequest): NewScenario {
  const { read } = sources;
  const regions = readRegions(read);
  // 1
  const baseYear = asked ?? censusYears(read, prefecture.code).at(-1) ?? 2020;
  const city = loadCityData(read, prefecture.code, baseYear);
  const province = regions.get(provinceOf(prefecture.code))!;
  // 2
  const documents = sources.documents.filter(
    // a draft is in force only where somebody lists it
    (document) => !document.draft && (isBaseDocument(document, prefecture.code) || document.area === prefecture.code),
  );
  // 3-5
  const others = (year: 2010 | 2020) => sources.donorsOf(year).filter(({ region }) => region.code !== prefecture.code);
  const donors = others(baseYear);
  if (donors.length === 0) {
    const files = donorFiles(read, sources.documents, baseYear, prefecture);
    throw new InputError([said(newScenarioMessages.noDonors(baseYear, files))]);
  }
  const later = baseYear === 2010 && endYear > 2020 ? others(2020) : [];
  const own = [
    ...(isAlone(prefecture, regions) ? aloneInProvince : []),
    ...registerSettings(city, donors),
    ...incomeSettings(read, prefecture, regions),
  ].filter(({ name }, i, all) => all.findIndex((each) => each.name === name) === i);
  const settings = [
    ...own,
    ...borrowedSettings({ known: new Set(own.map(({ name }) => name)), city, province: province.code, donors, later }),
  ];
  const { zh, en } = { zh: prefecture.name.zh.replace(/市$/, ''), en: prefecture.name.en };
  return {
    prefecture,
    province,
    title: { zh, en },
    question: {
      zh: `按现行政策文件，到${endYear}年${zh}的常住与户籍人口城镇化率会怎样变化？`,
      en: `How will resident and registered urbanization in ${en} move until ${endYear} under the documents in force?`,
    },
    baseYear,
    endYear,
    documents,
    settings: inOrder(settings),
    notes: [
      ...city.notes,
      ...city.areas.flatMap(({ code, name, notes }) =>
        notes.map((note) => text(`${name.zh}（${code}）：${note.zh}`, `${code}: ${note.en}`)),
      ),
    ],
  };
}

/** Whether a place is its whole province: Beijing, Tianjin, Shanghai, Chongqing. */
const isAlone = ({ code }: Region, regions: ReturnType<typeof readRegions>): boolean =>
  placesOf(provinceOf(code), regions).length === 1;

const none = text('本市即全省（直辖市），省内没有市外', 'the city is its whole province: nothing of it lies elsewhere');
const certain = (value: number): readonly NewValue[] => [
  { from: null, value, range: null, mark: 'derived', why: none },
];
/** A constant that leaves no weight: exp(-20) is two billionths. */
const NEVER = -20;

/** What follows where there is nothing of the province outside the city: nobody comes from there and nobody goes. */
const aloneInProvince: readonly NewSetting[] = [
  { name: 'base.insideShare', values: certain(1) },
  { name: 'base.awayProvinceShare', values: certain(0) },
  { name: 'place.provinceConstant', values: certain(NEVER) },
];

interface Borrowing {
  /** Parameters that are set otherwise. */
  readonly known: ReadonlySet<ParameterName>;
  readonly city: CityData;
  readonly province: string;
  readonly donors: readonly Donor[];
  /** Donors for the years after 2020; empty where the base year's hold throughout. */
  readonly later: readonly Donor[];
}

/**
 * What the lenders set beside what is known of the city itself. A run from 2010 takes what holds between the censuses until
 * 2020 and what projections assume afterwards; the base population has one year only.
 */
function borrowedSettings({ known, city, province, donors, later }: Borrowing): NewSetting[] {
  return parameterNames.flatMap((name): NewSetting[] => {
    const lendersOf = (from: readonly Donor[]) => (isOfTheLand(name) ? neighbours(from, province) : alike(from, city));
    const [now, then] = [lendersOf(donors), lendersOf(parameterSpecs[name].drawn ? later : [])];
    const isSet = [...now.donors, ...then.donors].some((donor) => sets(donor, name));
    if (known.has(name) || isOfTheRegister(name) || !isSet || now.donors.length === 0) return [];
    const first = borrowed(name, now);
    if (then.donors.length === 0) return [{ name, values: [first] }];
    const second = borrowed(name, then);
    if (sameNumbers(first, second)) return [{ name, values: [first] }];
    return [
      {
        name,
        values: [
          { ...first, from: 2010 },
          { ...second, from: 2021 },
        ],
      },
    ];
  });
}

const sameNumbers = (a: NewValue, b: NewValue): boolean =>
  a.value === b.value && a.range?.[0] === b.range?.[0] && a.range?.[1] === b.range?.[1];

const inOrder = (settings: readonly NewSetting[]): NewSetting[] =>
  [...settings].sort((a, b) => parameterNames.indexOf(a.name) - parameterNames.indexOf(b.name));
