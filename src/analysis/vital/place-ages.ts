import { placeCensus, readCensus } from '../../scenario/city/census-unit.ts';
import { provinceOf, readRegions } from '../../scenario/city/regions.ts';
import { AGE_GROUP_START, AGES } from '../../scenario/city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { countedAges, type SingleAges } from './national-years.ts';

/** Residents of a place or a province on its land of 2020 at a census. */
export interface PlaceAges {
  readonly ages: SingleAges;
  /** Persons. */
  readonly children0To4: number;
  readonly children0To9: number;
  readonly population: number;
  /** Codes of its counties then. */
  readonly counties: readonly string[];
}

/** Every place's residents, made once. Splits a census's age groups by the nation's single ages of that census. Undefined where the census has no rows. */
export function placeAgesOf(read: ReadText): (code: string, year: 2010 | 2020) => PlaceAges | undefined {
  const nation = { 2010: countedAges(read, 2010), 2020: countedAges(read, 2020) };
  const made = new Map<string, PlaceAges | undefined>();
  return (code, year) => {
    const key = `${code} ${year}`;
    if (!made.has(key)) made.set(key, placeAges(code, year));
    return made.get(key);
  };

  function placeAges(code: string, year: 2010 | 2020): PlaceAges | undefined {
    const isProvince = provinceOf(code) === code;
    const place = isProvince ? undefined : placeCensus(read, code, year);
    const unit = isProvince ? readCensus(read, year, code).get(code) : place?.total;
    if (unit === undefined) return undefined;
    const ages = [new Float64Array(AGES), new Float64Array(AGES)] as const;
    const group = (index: number): number => unit.residents[2 * index] + unit.residents[2 * index + 1];
    for (const sex of [0, 1] as const) {
      for (const [index, start] of AGE_GROUP_START.entries()) {
        const end = AGE_GROUP_START[index + 1] ?? AGES;
        const all = nation[year][sex].subarray(start, end).reduce((sum, persons) => sum + persons, 0);
        for (let age = start; age < end; age++)
          ages[sex][age] = (unit.residents[2 * index + sex] * nation[year][sex][age]) / all;
      }
    }
    return {
      ages,
      children0To4: group(0) + group(1),
      children0To9: group(0) + group(1) + group(2),
      population: unit.population,
      counties: isProvince ? [] : place!.units.map((each) => each.code),
    };
  }
}

/** Codes of everything that has factors of its own: provinces, prefectures and directly run counties, in order. */
export const codesOfPlaces = (read: ReadText): string[] =>
  [...readRegions(read).values()]
    .filter(({ level }) => level === 'province' || level === 'prefecture' || level === 'direct_county')
    .map(({ code }) => code)
    .sort();
