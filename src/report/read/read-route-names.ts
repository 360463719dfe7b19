import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Localized, text } from '../../language/language.ts';
import { routeTitle } from '../../policy/words.ts';
import { readResultTable } from './read-table.ts';

/** A row of settlements.csv by what it says of the route. */
interface OfRoute {
  readonly route: string;
  readonly document: string;
  readonly clause: string;
}

const keyOf = ({ route, document, clause }: OfRoute): string => JSON.stringify([route, document, clause]);

/**
 * Names a result has kept of its routes in routes.csv, where they are not the field's words: those that documents give their own, which need
 * not be there any more.
 * @throws InputError
 */
export function readRouteNames(folder: string): (row: OfRoute) => Localized | undefined {
  // results of earlier versions kept none
  if (!existsSync(path.join(folder, 'routes.csv'))) return () => undefined;
  const rows = readResultTable(folder, 'routes.csv', ['route', 'document', 'clause', 'name_zh', 'name_en']);
  const names = new Map(
    rows.flatMap(({ route, document, clause, name_zh: zh, name_en: en }) => {
      const words = routeTitle({ name: route });
      return words.zh === zh && words.en === en ? [] : [[keyOf({ route, document, clause }), text(zh, en)] as const];
    }),
  );
  return (row) => names.get(keyOf(row));
}
