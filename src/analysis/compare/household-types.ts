import { type Localized, text } from '../../language/language.ts';
import { HouseholdKind, isInCity, NONE, tenures } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { tenureWords } from '../../population/words.ts';

/** A way to tell the people of the base year apart, by what was so before any policy differed. */
export interface Dimension {
  readonly name: string;
  /** Categories of base people; `came-since` and `born-since` follow them. */
  readonly categories: readonly string[];
  /** Category of every base row, by its place in `categories`. */
  readonly of: Uint8Array;
}

/** Categories of people who were not there in the base year. */
export const LATER = ['came-since', 'born-since'] as const;

/** Category among `LATER` of somebody who came or was born during the run: the newborn have a lineage above the low word. */
export const laterCategory = (identity: number): 0 | 1 => (identity >= 2 ** 32 ? 1 : 0);

/** Words for dimensions and categories. */
export const typeNames: Readonly<Record<string, Localized>> = {
  standing: text('基年处境', 'standing in the base year'),
  village: text('住在农村', 'lives in a village'),
  'town-unsettled': text('在城镇而无其户籍', 'lives in a town without its register'),
  'town-registered': text('在城镇并有其户籍', 'lives in a town with its register'),
  away: text('离开本市', 'lives outside the city'),
  family: text('家庭', 'family'),
  'school-child': text('有6–14岁子女', 'with a child of 6-14'),
  'no-school-child': text('无6–14岁子女', 'without a child of 6-14'),
  collective: text('集体户', 'collective household'),
  tenure: text('城镇住房', 'dwelling in town'),
  ...tenureWords,
  land: text('承包地', 'contracted land'),
  'has-land': text('有承包地', 'has land'),
  'no-land': text('无承包地', 'has none'),
  origin: text('户籍', 'register'),
  'registered-here': text('本市户籍', 'registered in the city'),
  'registered-outside': text('市外户籍', 'registered outside'),
  'came-since': text('基年后迁入', 'came since'),
  'born-since': text('基年后出生', 'born since'),
};

/** The dimensions of a base population. */
export function householdTypes({ persons, households }: Population): Dimension[] {
  const c = persons.columns;
  const hh = households.columns;
  const hasChild = new Uint8Array(households.rows);
  for (let i = 0; i < persons.rows; i++) if (c.age[i] >= 6 && c.age[i] <= 14) hasChild[c.household[i]] = 1;
  const dimension = (name: string, categories: readonly string[], of: (i: number, h: number) => number): Dimension => ({
    name,
    categories,
    of: Uint8Array.from({ length: persons.rows }, (_, i) => of(i, c.household[i])),
  });
  const isFamily = (h: number): boolean => h !== NONE && hh.kind[h] === HouseholdKind.family;
  return [
    dimension('standing', ['village', 'town-unsettled', 'town-registered', 'away'], (i) => {
      if (!isInCity(c.residenceArea[i])) return 3;
      if (c.residenceUrban[i] === 0) return 0;
      return c.registerUrban[i] === 1 && c.registerArea[i] === c.residenceArea[i] ? 2 : 1;
    }),
    dimension('family', ['school-child', 'no-school-child', 'collective'], (_, h) =>
      isFamily(h) ? 1 - hasChild[h] : 2,
    ),
    dimension('tenure', [...tenures, 'collective'], (_, h) => (isFamily(h) ? hh.tenure[h] : tenures.length)),
    dimension('land', ['has-land', 'no-land'], (_, h) => (isFamily(h) && hh.landMu[h] > 0 ? 0 : 1)),
    dimension('origin', ['registered-here', 'registered-outside'], (i) => (isInCity(c.registerArea[i]) ? 0 : 1)),
  ];
}
