import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Localized, text } from '../../language/language.ts';
import { routeTitle } from '../../policy/words.ts';
import type { SettlementRow } from '../../result/merge.ts';
import { numberOf, readResultTable } from './read-table.ts';

type OfRoute = Pick<SettlementRow, 'route' | 'document' | 'clause'>;

/**
 * Reads settlements.csv, with the names of routes.
 * @throws InputError
 */
export function readSettlements(folder: string): SettlementRow[] {
  const calledOf = readRouteNames(folder);
  const columns = ['year', 'area', 'route', 'document', 'clause', 'persons_mean'];
  return readResultTable(folder, 'settlements.csv', columns).map((row) => {
    const of = { route: row['route'], document: row['document'], clause: row['clause'] };
    return {
      year: Number(row['year']),
      area: row['area'],
      ...of,
      called: calledOf(of),
      persons_mean: numberOf(row, 'persons_mean'),
      persons_mcse: numberOf(row, 'persons_mcse'),
    };
  });
}

const keyOf = ({ route, document, clause }: OfRoute): string => JSON.stringify([route, document, clause]);

/**
 * Names a result has kept of its routes in routes.csv, where they are not the field's words: those that documents give their own, which need
 * not be there any more.
 */
function readRouteNames(folder: string): (row: OfRoute) => Localized | undefined {
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
