import type { Entry, IndicatorKind } from '../indicator/indicators.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { text } from '../language/language.ts';
import { cellWords, missing, populationWords, type Table, tablesFor } from '../people/table/compile-table.ts';
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

/** `tables/<name>.csv` of every table of a run. */
export function tableFiles(run: Run, { results, indicators }: Counted): Record<string, string> {
  const tables = tablesOfRun(run, results);
  const byCell = rowsByCell(tables, indicators);
  return Object.fromEntries(
    tables.map((table) => [`tables/${table.name}.csv`, tableCsv(run.scenario.id, table, byCell)]),
  );
}

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
 * withheld, which a column and a first line say.
 */
export function tableCsv(scenario: string, table: Table, byName: ReadonlyMap<string, readonly IndicatorRow[]>): string {
  const { groups, measure, unit, guard } = table;
  const heads = groups.map(({ column }, g) =>
    measure.kind === 'transition' && g >= groups.length - 2
      ? `${column.name}_${g === groups.length - 1 ? 'after' : 'before'}`
      : column.name,
  );
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
