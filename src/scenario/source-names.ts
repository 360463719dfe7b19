import { type Localized, text } from '../language/language.ts';
import { type ReadText, readTable, textAt } from './tables.ts';

/** Names of the sources of published figures in the other language. */
const FILE = 'source-names.csv';

/** The same reader is asked again and again by whoever draws; the table is small and never changes while a command runs. */
const known = new WeakMap<ReadText, (source: string) => Localized>();

/**
 * Gives a source of data/ (column `source`) its name in both languages, by data/source-names.csv; one that the table does not know, such as
 * that of a figure of the user's own, stays as it stands. Names alone: no result depends on it, so the table is no input of a run.
 */
export function sourceNames(read: ReadText): (source: string) => Localized {
  const found = known.get(read);
  if (found !== undefined) return found;
  const rows = readTable(read, FILE, ['source', 'name_zh', 'name_en']).rows;
  const names = new Map(
    rows.map((row) => {
      const source = textAt(row, 'source');
      return [source, text(textAt(row, 'name_zh') || source, textAt(row, 'name_en') || source)];
    }),
  );
  const nameOf = (source: string): Localized => names.get(source) ?? text(source, source);
  known.set(read, nameOf);
  return nameOf;
}

/** Rows with the names of their sources in the place of the sources. */
export const withSourceNames = <T extends { readonly source: string }>(
  read: ReadText,
  rows: readonly T[],
): (Omit<T, 'source'> & { readonly source: Localized })[] => {
  const nameOf = sourceNames(read);
  return rows.map((row) => ({ ...row, source: nameOf(row.source) }));
};
