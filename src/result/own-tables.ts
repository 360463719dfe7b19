import type { Entry, IndicatorKind } from '../indicator/indicators.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { text } from '../language/language.ts';
import { populationWords } from '../people/column/column.ts';
import { cellWords, missing, type Table, tablesFor } from '../people/table/compile-table.ts';
import { tableCard } from '../people/table/describe-table.ts';
import type { TableCard } from '../people/table/table-card.ts';
import { type Cell, csvText } from './csv.ts';
import { type GuardedRow, guarded } from './guard.ts';
import type { IndicatorRow } from './merge.ts';
import { placeOfRun } from './microdata.ts';
import type { Origin } from './origin.ts';

type Run = Pick<Origin, 'scenario' | 'city'>;
interface Counted {
  readonly results: readonly ReplicateResult[];
  readonly indicators: readonly IndicatorRow[];
}

const tablesOfRun = ({ scenario, city }: Run, results: readonly ReplicateResult[]): Table[] =>
  tablesFor(scenario.tables ?? {}, placeOfRun(city, results)).filter(({ cells }) =>
    results[0].indicators.includes(cells[0].name),
  );

/** What the tables of a run say of themselves. */
export const tableCards = (run: Run, results: readonly ReplicateResult[]): TableCard[] =>
  tablesOfRun(run, results).map(tableCard);

/** What the cells of a run's tables mean, for dictionary.csv. */
export const ownEntries = (run: Run, results: readonly ReplicateResult[]): Entry[] =>
  tablesOfRun(run, results).flatMap((table) =>
    table.cells.map((cell) => ({
      name: cell.name,
      label: cellWords(table, cell),
      definition: definitionOf(table),
      unit: table.unit,
      kind: kindOf(table),
      scarce: false,
      parts: [],
    })),
  );

function kindOf({ population, measure: { kind } }: Table): IndicatorKind {
  if (kind === 'share' || kind === 'mean' || kind === 'quantile') return 'rate';
  return population === 'events' || kind === 'transition' ? 'flow' : 'stock';
}

function definitionOf({ population, groups, measure }: Table): Entry['definition'] {
  const words = populationWords[population];
  const by = (lang: 'zh' | 'en') => groups.map(({ column }) => column.label[lang]).join(lang === 'zh' ? '、' : ', ');
  return text(
    `自定表：${words.zh}，度量 ${measure.kind}${groups.length > 0 ? `，按${by('zh')}` : ''}`,
    `A table of one's own of ${words.en}, measure ${measure.kind}${groups.length > 0 ? `, by ${by('en')}` : ''}`,
  );
}

/** Of every table of a run `tables/<name>.csv`, its numbers, and `tables/<name>.json`, what it says of itself. */
export function tableFiles(run: Run, { results, indicators }: Counted): Record<string, string> {
  const tables = tablesOfRun(run, results);
  const byCell = rowsByCell(tables, indicators);
  return Object.assign({}, ...tables.map((table) => filesOfTable(run.scenario.id, table, byCell)));
}

/** The files of one table by their place in a result folder. */
export const filesOfTable = (
  scenario: string,
  table: Table,
  byName: ReadonlyMap<string, readonly IndicatorRow[]>,
): Record<string, string> => ({
  [`tables/${table.name}.csv`]: tableCsv(scenario, table, byName),
  [`tables/${table.name}.json`]: `${JSON.stringify(tableCard(table), null, 1)}\n`,
});

/** The summaries of the cells of tables, and of what the guard counts, by name. */
export function rowsByCell(
  tables: readonly Table[],
  indicators: readonly IndicatorRow[],
): ReadonlyMap<string, readonly IndicatorRow[]> {
  const byCell = new Map<string, IndicatorRow[]>(
    tables.flatMap(({ cells }) =>
      cells.flatMap(({ name, counted }) => [name, counted ?? name].map((each) => [each, []])),
    ),
  );
  for (const row of indicators) byCell.get(row.indicator)?.push(row);
  return byCell;
}

/**
 * A table as a tidy file: scenario, area, year, one column a group, then the summary over replicates. With a guard, small cells are
 * withheld, which a column says.
 */
export function tableCsv(scenario: string, table: Table, byName: ReadonlyMap<string, readonly IndicatorRow[]>): string {
  const { unit, guard } = table;
  const heads = tableCard(table).groups.map(({ column }) => column);
  // nobody without a value is told only where somebody is
  const rows = guarded(table, byName).filter(({ row, cell }) => row.mean > 0 || !cell.labels.includes(missing));
  const summaries = 'replicates,mean,sd,mcse,p05,p25,p50,p75,p95'.split(',');
  const cellsOf = ({ row, cell, withheld }: GuardedRow): Cell[] => [
    ...[scenario, row.area, row.year, ...cell.labels.map(({ name }) => name), unit],
    row.replicates,
    ...[row.mean, row.sd, row.mcse, row.p05, row.p25, row.p50, row.p75, row.p95].map((value) =>
      withheld === null ? value : Number.NaN,
    ),
    ...(guard === null ? [] : [withheld ?? '']),
  ];
  return csvText(
    ['scenario', 'area', 'year', ...heads, 'unit', ...summaries, ...(guard === null ? [] : ['withheld'])],
    rows.map(cellsOf),
  );
}
