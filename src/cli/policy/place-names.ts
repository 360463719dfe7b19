import type { Language, Localized } from '../../language/language.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';

/** Six-digit division codes in a text, each with the name of its place before it, so that a reader can tell it. */
export function withPlaceNames(words: Localized, lang: Language): string {
  const regions = readRegions(readData);
  return words[lang].replace(/(?<!\d)\d{6}(?!\d)/g, (code) => {
    const region = regions.get(code);
    return region === undefined ? code : `${region.name[lang]} ${code}`;
  });
}
