import { suggest } from '../suggest.ts';
import { isPlace, placeOf, provinceOf, type Region, type Regions } from './regions.ts';

/** What a name means, or why it means nothing. */
export type Found =
  /** A prefecture or a county run by its province; a province that is one, as Beijing. */
  | { readonly kind: 'place'; readonly place: Region }
  | { readonly kind: 'province'; readonly province: Region }
  | { readonly kind: 'nation'; readonly nation: Region }
  /** Several places or provinces of that name. */
  | { readonly kind: 'several'; readonly among: readonly Region[] }
  /** A county, district or zone (several where several share the name), which a run is not of: the places they lie in. */
  | { readonly kind: 'inside'; readonly areas: readonly Region[]; readonly places: readonly Region[] }
  /** Nothing of that name; what may have been meant, nearest first. */
  | { readonly kind: 'unknown'; readonly near: readonly Region[] };

/** Candidates named at most. */
const MOST_NEAR = 5;

const PEOPLES = '(?:回|藏|蒙古|朝鲜|土家|苗|侗|布依|彝|白|傣|哈尼|壮|景颇|傈僳|羌|柯尔克孜|哈萨克)族?';
/** Kinds of units names end with, at the level of prefectures and provinces, and below. */
const ENDINGS = {
  place: new RegExp(`(?:(?:${PEOPLES})*自治州|地区|市|盟|州)$`),
  province: /(?:(?:壮族|回族|维吾尔)?自治区|省|市)$/,
  area: /(?:自治县|自治旗|县|区|市|旗)$/,
} as const;

const NATION = '000000';
/** Parts of China whose census is another: no name of the data is meant by them. */
const notInData = ['香港', '澳门', '澳門', '台湾', '台灣', '臺灣', 'hongkong', 'macau', 'macao', 'taiwan'];
const nationNames = ['全国', '中国', '中华人民共和国', 'china', 'nation', 'national'];

/**
 * Finds what a name stands for: a six-digit code, a Chinese name with or without the kind of unit, an English or pinyin name in letters
 * of either case. A code of 2010 leads to what stands on its land. A slip of a letter, or the beginning of a name, leads to suggestions
 * and never to an answer.
 */
export function findPlace(text: string, regions: Regions): Found {
  const typed = plain(text);
  if (nationNames.includes(typed) || typed === NATION) return { kind: 'nation', nation: regions.get(NATION)! };
  if (/^\d{6}$/.test(typed)) return ofCode(typed, regions);
  const all = [...regions.values()];
  const places = all.filter((region) => isPlace(region) && namesOf(region, 'place').includes(bare(typed, 'place')));
  const provinces = all.filter(
    (region) => region.level === 'province' && namesOf(region, 'province').includes(bare(typed, 'province')),
  );
  const exact = [...places, ...provinces].filter(({ name }) => plain(name.zh) === typed);
  const found = exact.length > 0 ? exact : [...places, ...provinces];
  const apart = found.filter((region) => region.level !== 'province' || onlyPlaceOf(region, regions) === undefined);
  if (apart.length === 1) return answer(apart[0], regions);
  if (apart.length > 1) return { kind: 'several', among: apart };
  return insideOrNear(typed, all, regions);
}

/** A region as an answer; a province of one place is that place. */
function answer(region: Region, regions: Regions): Found {
  if (isPlace(region)) return { kind: 'place', place: region };
  const only = onlyPlaceOf(region, regions);
  return only === undefined ? { kind: 'province', province: region } : { kind: 'place', place: only };
}

/** Prefectures and directly run counties of a province, in order of code. */
export const placesOf = (province: string, regions: Regions): Region[] =>
  [...regions.values()]
    .filter((region) => isPlace(region) && (province === NATION || provinceOf(region.code) === province))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

function onlyPlaceOf({ code }: Region, regions: Regions): Region | undefined {
  const places = placesOf(code, regions);
  return places.length === 1 ? places[0] : undefined;
}

function ofCode(code: string, regions: Regions): Found {
  const region = regions.get(code);
  if (region === undefined) return { kind: 'unknown', near: nearCodes(code, regions) };
  if (isPlace(region) || region.level === 'province') return answer(region, regions);
  const place = regions.get(placeOf(region, regions));
  if (place === undefined) return { kind: 'unknown', near: [] };
  if (region.level === 'former_prefecture') return { kind: 'place', place };
  return { kind: 'inside', areas: [region], places: [place] };
}

/** Places of the prefecture, then of the province an unknown code begins with. */
function nearCodes(code: string, regions: Regions): Region[] {
  const places = placesOf(provinceOf(code), regions);
  const same = places.filter((place) => place.code.startsWith(code.slice(0, 4)));
  return (same.length > 0 ? same : places).slice(0, MOST_NEAR);
}

function insideOrNear(typed: string, all: readonly Region[], regions: Regions): Found {
  const isArea = ({ level }: Region): boolean => level === 'county' || level === 'district' || level === 'zone';
  const whole = all.filter((region) => isArea(region) && plain(region.name.zh) === typed);
  const areas =
    whole.length > 0
      ? whole
      : all.filter((region) => isArea(region) && namesOf(region, 'area').includes(bare(typed, 'area')));
  const places = [...new Set(areas.map((area) => regions.get(placeOf(area, regions))))].filter((place) => !!place);
  if (places.length > 0) return { kind: 'inside', areas, places: places.slice(0, MOST_NEAR) };
  return {
    kind: 'unknown',
    near: typed === '' || notInData.includes(bare(typed, 'province')) ? [] : nearest(typed, all).slice(0, MOST_NEAR),
  };
}

/** What may have been meant, from the surest hint down: a beginning, a part of a name, a slip of a letter. */
function nearest(typed: string, all: readonly Region[]): Region[] {
  const wanted = bare(typed, 'place');
  const candidates = all.filter((region) => isPlace(region) || region.level === 'province');
  const names = candidates.map((region) => ({
    region,
    names: namesOf(region, region.level === 'province' ? 'province' : 'place'),
  }));
  const isCode = /^\d+$/;
  const words = (each: (typeof names)[number]): string[] => each.names.filter((name) => !isCode.test(name));
  const hints = [
    () => names.filter((each) => words(each).some((name) => name.startsWith(wanted))),
    () => names.filter((each) => words(each).some((name) => name.includes(wanted) || wanted.includes(name))),
    () => {
      const near = suggest(wanted, new Set(names.flatMap(words)));
      return names.filter((each) => near !== undefined && each.names.includes(near));
    },
  ];
  for (const hint of hints) {
    const found = hint();
    if (found.length > 0) return found.map(({ region }) => region);
  }
  return [];
}

/** What a region may be called, as `bare` writes it. */
const namesOf = ({ code, name, pinyin }: Region, kind: keyof typeof ENDINGS): string[] => [
  code,
  bare(plain(name.zh), kind),
  plain(name.en),
  plain(pinyin),
];

/** A name without spaces, hyphens and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·-]/g, '');

/** A plain name without the kind of unit it ends with, where two letters are left. */
function bare(name: string, kind: keyof typeof ENDINGS): string {
  const ending = ENDINGS[kind].exec(name)?.[0] ?? '';
  return name.length - ending.length >= 2 ? name.slice(0, name.length - ending.length) : name;
}
