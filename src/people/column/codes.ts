import { type PlaceKind, PYRAMID_GROUPS, placeKinds, servedGroups } from '../../indicator/names.ts';
import type { Dimension } from '../../indicator/table/dimension.ts';
import { dimensions } from '../../indicator/table/dimensions.ts';
import { type Language, type Localized, text } from '../../language/language.ts';
import { routeName } from '../../policy/words.ts';
import { isInCity, Outside } from '../../population/codes.ts';
import { type Label, labelsOf, type Place, type Reader } from './column.ts';

/** Values of codes that several columns share: labels with the words of the indicators, and how a row becomes one of them. */

/** Labels of a dimension of the indicators, in the order given. */
const ofDimension =
  (names: readonly string[], { words }: Dimension) =>
  (): readonly Label[] =>
    names.map((name) => ({ name, words: words[name].label }));

export const ageGroups = ofDimension(PYRAMID_GROUPS, dimensions.age);
export const statuses = ofDimension(servedGroups, dimensions.group);
export const kindsOfPlace = ofDimension(placeKinds, dimensions.place);

/** Age group of the pyramid. */
export const ageGroupOf = (age: number): number => Math.min(PYRAMID_GROUPS.length - 1, Math.floor(age / 5));

const outsideWords: readonly Label[] = [
  { name: 'province', words: text('本省其他市', 'another city of the province') },
  { name: 'nation', words: text('外省', 'another province') },
];

/** The areas of the city by their codes, then the two destinations outside. */
export const areaLabels = ({ areas }: Place): readonly Label[] => [
  ...areas.map(({ code, name }) => ({ name: code, words: name })),
  ...outsideWords,
];

/** The areas of the city alone. */
export const cityAreaLabels = ({ areas }: Place): readonly Label[] =>
  areas.map(({ code, name }) => ({ name: code, words: name }));

/** Place of an area code in the labels of areas. */
export const areaIndex = (area: number, { areas }: Place): number =>
  isInCity(area) ? area : areas.length + (area - Outside.province);

/** An area of the city; NaN outside it. */
export const areaInCity = (area: number): number => (isInCity(area) ? area : Number.NaN);

export const sides = labelsOf(['village', 'town'], { village: text('村', 'village'), town: text('城镇', 'town') });

const [village, town, centre, outside] = (['village', 'town', 'centre', 'outside'] as const satisfies PlaceKind[]).map(
  (kind) => placeKinds.indexOf(kind),
);

/** Kind of a place, as moves are counted by it. */
export function kindOfPlace(area: number, urban: number, { areas }: Place): number {
  if (!isInCity(area)) return outside;
  return urban === 0 ? village : areas[area].central ? centre : town;
}

/** What is different among the routes, in the order of the law. */
const different = (place: Place, of: (route: Place['routes'][number]) => string): string[] => [
  ...new Set(place.routes.map(of)),
];

const bare = (name: string): Localized => text(name, name);

const routeParts = {
  route: ({ name }: Place['routes'][number]): string => name,
  document: ({ document }: Place['routes'][number]): string => document,
  clause: ({ document, clause }: Place['routes'][number]): string => `${document}:${clause}`,
};

/** Labels of what is different among the routes: their names, documents or clauses. */
export const routeLabels =
  (part: keyof typeof routeParts) =>
  (place: Place): readonly Label[] =>
    different(place, routeParts[part]).map((name) => ({
      name,
      words: part === 'route' ? called(place, name) : bare(name),
    }));

/** What the route of a name is called; documents that use one name for routes of their own are heard one after the other. */
function called({ routes }: Place, name: string): Localized {
  const words = routes.filter((route) => route.name === name).map(routeName);
  const each = (lang: Language): string[] => [...new Set(words.map((word) => word[lang]))];
  return text(each('zh').join('；'), each('en').join('; '));
}

/** Which of these labels a row has, by its route; NaN where it has none. */
export function routeReader(place: Place, part: keyof typeof routeParts, route: ArrayLike<number>): Reader {
  const names = different(place, routeParts[part]);
  const indices = place.routes.map((each) => names.indexOf(routeParts[part](each)));
  return (row) => indices[route[row]] ?? Number.NaN;
}
