import type { Place } from '../../people/column/column.ts';
import { compileTable } from '../../people/table/compile-table.ts';
import { compileLawBook } from '../../policy/compile-law-book.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { Known, TablePlace } from '../../scenario/check-scenario.ts';
import { InputError } from '../../scenario/errors.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';

/** Says what is wrong with tables, by the areas of the city and the routes of its law. */
export function tableChecker(
  read: ReadText,
  documents: readonly PolicyDocument[],
): NonNullable<Known['tableMistakes']> {
  const places = new Map<string, Place | null>();
  return (name, table, where) => {
    const key = JSON.stringify(where);
    const known = places.get(key);
    const place = known === undefined ? placeAt(read, documents, where) : known;
    places.set(key, place);
    if (place === null) return [];
    return compileTable(name, table, place, { first: where.baseYear, last: where.endYear }).mistakes;
  };
}

/** Null where the data of the city have mistakes of their own, which are told elsewhere. */
function placeAt(
  read: ReadText,
  documents: readonly PolicyDocument[],
  { city, baseYear, documents: inForce }: TablePlace,
): Place | null {
  try {
    const { areas } = loadCityData(read, city, baseYear as 2010 | 2020);
    const policy = { without: [], add: [], readings: {} };
    return { areas, routes: compileLawBook(documents, { documents: inForce, areas, ...policy }).routes };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
