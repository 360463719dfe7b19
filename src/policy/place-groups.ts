import { type Localized, text } from '../language/language.ts';

/**
 * Prefectures a document's rules name together in `where`: their districts, not their counties. By the size of their cities, or one by
 * one.
 */
export interface PlaceGroup {
  readonly name: string;
  /** What readers call it. */
  readonly called: Localized;
  /** The class of size (国发〔2014〕51号): 以上 includes the number, 以下 does not; null where the prefectures are named. */
  readonly citySize: CitySize | null;
  /** Prefectures by six-digit code; where a size is given, those of that size, put in by `withPlaces`. */
  readonly districtsOf: readonly string[];
  /** Prefectures that are not meant whatever their size. */
  readonly except: readonly string[];
}

interface CitySize {
  /** Which count tells the size: the last one a document could know. */
  readonly census: CensusYear;
  /** Residents of the urban parts of all districts. */
  readonly atLeast: number;
  readonly below: number | null;
}

export const censusYears = [2010, 2020] as const;
export type CensusYear = (typeof censusYears)[number];

/** Urban residents of the districts of prefectures, by census and six-digit code. */
export type CitySizes = Readonly<Record<CensusYear, ReadonlyMap<string, number>>>;

/** A document whose groups of places list the prefectures of their size; the sizes are asked for only where a group needs them. */
export function withPlaces<D extends { readonly places: readonly PlaceGroup[] }>(
  document: D,
  sizes: () => CitySizes,
): D {
  if (document.places.every(({ citySize }) => citySize === null)) return document;
  const places = document.places.map((group) =>
    group.citySize === null ? group : { ...group, districtsOf: ofSize(group.citySize, group.except, sizes()) },
  );
  return { ...document, places };
}

const ofSize = ({ census, atLeast, below }: CitySize, except: readonly string[], sizes: CitySizes): string[] =>
  [...sizes[census]].flatMap(([code, urban]) =>
    urban >= atLeast && (below === null || urban < below) && !except.includes(code) ? [code] : [],
  );

/** Places of a rule with each group in words that `covers` knows: `districts:150200`. */
export function placesOf(where: readonly string[] | null, groups: readonly PlaceGroup[]): readonly string[] | null {
  if (where === null || groups.length === 0) return where;
  return where.flatMap((place) => {
    const group = groups.find(({ name }) => name === place);
    return group === undefined ? [place] : group.districtsOf.map((code) => `districts:${code}`);
  });
}

/** A group in words, with the count its size is read from and how many prefectures it has. */
export function groupWords({ called, citySize, districtsOf }: PlaceGroup): Localized {
  const many = districtsOf.length;
  if (citySize === null)
    return text(`${called.zh}的市辖区（${many}个市）`, `the districts of ${called.en} (${many} cities)`);
  const { census } = citySize;
  return text(
    `${called.zh}的市辖区（按${census}年普查市辖区城镇人口，${many}个市）`,
    `the districts of ${called.en} (${many} cities, by the urban residents of all districts in the census of ${census})`,
  );
}
