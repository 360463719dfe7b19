import type { Localized } from '../../language/language.ts';
import { findPlace } from '../../scenario/city/find-place.ts';
import { heirOf, placeOf, readRegions } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { suggest } from '../../scenario/suggest.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { observationMessages as say } from './messages.ts';
import { plain } from './vocabulary.ts';

/** What figures can be of: a city and its areas. */
export type CityPlaces = Pick<CityData, 'code' | 'name' | 'areas'>;

/** What a figure is of, in words: the city, or one of its areas. */
export const placeOfFigure = (area: string, { name, areas }: CityPlaces): Localized =>
  areas.find(({ code }) => code === area)?.name ?? name;

/** Whole city, in words. */
const whole = ['city', '全市', '全域', '合计', '总计', '全市合计', 'total', 'whole city'].map(plain);
const ENDING = /(自治县|自治旗|县|区|市|旗)$/;

/**
 * The area a word stands for: `city`, or the code of one of its areas; else why it is none.
 * @param read reads data/, to say where a place lies that is not in the city
 */
export function areaCalled(
  word: string,
  { code, name, areas }: CityPlaces,
  read: ReadText,
): { readonly area: string } | { readonly problem: Localized } {
  const typed = plain(word);
  const bare = (text: string): string => (text.length > 2 ? text.replace(ENDING, '') : text);
  if (whole.includes(typed) || typed === code) return { area: 'city' };
  if ([name.zh, name.en].some((each) => plain(each) === typed) || bare(plain(name.zh)) === typed)
    return { area: 'city' };
  const exact = areas.filter((area) => [area.code, area.name.zh, area.name.en].some((each) => plain(each) === typed));
  const found = exact.length > 0 ? exact : areas.filter((area) => bare(plain(area.name.zh)) === bare(typed));
  if (found.length === 1) return { area: found[0].code };
  if (found.length > 1) return { problem: say.severalPlaces(word, found.map((area) => area.code).join(', ')) };
  const regions = readRegions(read);
  // a code of another year whose land is one of the areas'
  const region = regions.get(typed);
  if (region !== undefined) {
    const heir = heirOf(region);
    if (areas.some((area) => area.code === heir)) return { area: heir };
    const where = regions.get(placeOf(region, regions))?.name ?? region.name;
    return { problem: say.elsewhere(word, where, name) };
  }
  const elsewhere = findPlace(word, regions);
  if (elsewhere.kind === 'place') return { problem: say.elsewhere(word, elsewhere.place.name, name) };
  if (elsewhere.kind === 'inside' && elsewhere.places.length > 0)
    return { problem: say.elsewhere(word, elsewhere.places[0].name, name) };
  const names = [name, ...areas.map((area) => area.name)].flatMap(({ zh, en }) => [zh, en]);
  const counties = {
    zh: areas.map((area) => area.name.zh).join('、'),
    en: areas.map((area) => area.name.en).join(', '),
  };
  return { problem: say.unknownPlace(word, suggest(word, new Set(names)), counties) };
}
