import { type Localized, text } from '../../language/language.ts';
import type { RouteTold } from '../../policy/law.ts';
import { NONE } from '../../population/codes.ts';
import type { Diary } from '../../population/diary.ts';
import type { Population } from '../../population/population.ts';
import type { Members } from '../../process/members.ts';
import type { HouseholdIdentities } from '../household-identities.ts';
import { personIdentity } from '../person-identity.ts';

/** Whom a table counts, and what a file of microdata has a row for. */
export const populations = ['persons', 'households', 'events'] as const;
export type PopulationName = (typeof populations)[number];

/** What populations are called. */
export const populationWords: Readonly<Record<PopulationName, Localized>> = {
  persons: text('人', 'persons'),
  households: text('户', 'households'),
  events: text('事件', 'events'),
};

/** What a number of a column is measured in. */
export type ColumnUnit = 'years' | 'year' | 'persons' | 'mu' | 'km';

/** One value of a column of codes: its name in files, and in words. */
export interface Label {
  readonly name: string;
  readonly words: Localized;
}

/** What columns have to know of the place and its law: names of areas and of routes. */
export interface Place {
  readonly areas: readonly { readonly code: string; readonly name: Localized; readonly central: boolean }[];
  /** Whether names were checked before: one that is not there, in a law with clauses taken out, stands for nothing. */
  readonly checked?: true;
  /** The routes of the law, each at the place of its index. */
  readonly routes: readonly RouteTold[];
}

/** The people as they are at a year end, and what happened to them in the year. */
export interface View {
  readonly people: Population;
  readonly members: Pick<Members, 'first' | 'next' | 'atHome' | 'inTown' | 'outside'>;
  readonly identities: HouseholdIdentities;
  readonly diary: Diary | null;
  readonly year: number;
  readonly place: Place;
}

/** A value by row: a number, the place of a label in the column's list, 0 or 1; NaN where there is none. */
export type Reader = (row: number) => number;

/**
 * A column as everybody knows it: microdata, tables, `luohu columns`, documentation.
 *
 * `identity`: a whole number that stays the same in every scenario; `code`: one of the labels; `flag`: yes or no; `whole` and `number`:
 * numbers in the unit.
 */
export interface Column {
  readonly name: string;
  readonly label: Localized;
  /** One sentence without a full stop. */
  readonly definition: Localized;
  readonly type: 'identity' | 'code' | 'flag' | 'whole' | 'number';
  readonly unit: ColumnUnit | null;
  /** Whether some rows have no value. */
  readonly gaps: boolean;
  /** Of a code: its values, in order. */
  readonly labels: (place: Place) => readonly Label[];
  readonly open: (view: View) => Reader;
}

/** What a row of a table of columns says; the key is the name. */
type Told = Pick<Column, 'label' | 'definition' | 'open'> & Partial<Pick<Column, 'type' | 'unit' | 'gaps' | 'labels'>>;

const noLabels = (): readonly Label[] => [];

/** Columns from their rows: of codes where there are labels, whole numbers where there is a unit, flags else, unless said. */
export const columnsOf = (rows: Readonly<Record<string, Told>>): readonly Column[] =>
  Object.entries(rows).map(([name, { labels, unit = null, gaps = false, type, ...told }]) => ({
    name,
    ...told,
    unit,
    gaps,
    type: type ?? (labels !== undefined ? 'code' : unit !== null ? 'whole' : 'flag'),
    labels: labels ?? noLabels,
  }));

/** Labels of a table of names with their words. */
export const labelsOf =
  <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, Localized>>) =>
  (): readonly Label[] =>
    names.map((name) => ({ name, words: words[name] }));

/** A reader of the identity of the person a link column names. */
export function linked({ persons }: Population, link: Int32Array<ArrayBufferLike>): Reader {
  const { identity, lineage } = persons.columns;
  return (row) => (link[row] === NONE ? Number.NaN : personIdentity(identity[link[row]], lineage[link[row]]));
}

/** A year that is 0 where there is none. */
export const yearOf =
  (years: ArrayLike<number>): Reader =>
  (row) =>
    years[row] === 0 ? Number.NaN : years[row];
