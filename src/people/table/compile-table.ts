import type { IndicatorUnit } from '../../indicator/indicators.ts';
import { type Localized, marks, text } from '../../language/language.ts';
import type { Path } from '../../scenario/finding.ts';
import { suggest } from '../../scenario/suggest.ts';
import type { TableFile, TablesFile } from '../../scenario/table-shape.ts';
import { columnCalled, columnsOfTable } from '../column/all.ts';
import { areaLabels, cityAreaLabels } from '../column/codes.ts';
import {
  type Column,
  type Label,
  type Place,
  type PopulationName,
  populationWords,
  type Reader,
} from '../column/column.ts';
import { type Compiled, compileAs, type Open, type Scope } from '../expression/compile.ts';
import { ExpressionError } from '../expression/parse.ts';
import { tableMessages as say } from '../messages.ts';

/** Cells a table may have, for each area and year. */
const MOST_CELLS = 2000;

/** The label of those who are no longer there, in a table of transitions. */
const gone: Label = { name: 'gone', words: text('已不在', 'gone') };
/** The label of those without a value. */
export const missing: Label = { name: 'missing', words: text('缺失', 'missing') };

/** What a table is told by: the labels of its groups, and which of them a row is in. */
interface Group {
  readonly column: Column;
  readonly labels: readonly Label[];
  readonly open: (open: Open) => Reader;
}

/** How a cell gets its number. */
type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum' | 'mean'; readonly of: Compiled }
  | { readonly kind: 'share'; readonly of: Compiled }
  | { readonly kind: 'quantile'; readonly of: Compiled; readonly at: number }
  | { readonly kind: 'transition'; readonly from: Group };

/** A table of one's own that was checked for a place. */
export interface Table {
  readonly name: string;
  readonly title: Localized;
  readonly population: PopulationName;
  readonly filter: Compiled | null;
  /** The filter, and what is measured, as they were written. */
  readonly filterText: string | null;
  readonly measured: string | null;
  /** What its cells are told by, rows before columns; of transitions the state before and the one after last. */
  readonly groups: readonly Group[];
  /** How many of them are rows. */
  readonly rowGroups: number;
  readonly measure: Measure;
  readonly unit: IndicatorUnit;
  readonly area: Column;
  /** Null for every year of the run. */
  readonly years: readonly number[] | null;
  readonly guard: number | null;
  readonly cells: readonly Cell[];
}

/** A cell: one label of each group. */
export interface Cell {
  /** The name among the indicators: `table.<unit>.<table>.<labels>`. */
  readonly name: string;
  readonly labels: readonly Label[];
  /** Name of the count of those in it, where the guard has to know and the measure is no count. */
  readonly counted: string | null;
}

/** A mistake in a table, at its path from the top of the table. */
interface TableMistake {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly text: Localized;
}

const populationOf: Readonly<Record<NonNullable<TableFile['population']>, PopulationName>> = {
  persons: 'persons',
  households: 'households',
  events: 'events',
  人: 'persons',
  户: 'households',
  事件: 'events',
};
const ownAreas = { persons: 'residence_area', households: 'home_area', events: 'area' } as const;

/**
 * Checks a table and makes it ready for a place.
 * @param run first and last year of the run, where they are known
 * @returns the table, or everything that is wrong with it
 */
export function compileTable(
  name: string,
  file: TableFile,
  place: Place,
  run?: { readonly first: number; readonly last: number },
):
  | { readonly table: Table; readonly mistakes: readonly [] }
  | { readonly table: null; readonly mistakes: readonly TableMistake[] } {
  const mistakes: TableMistake[] = [];
  const fail = (path: Path, message: Localized, at: TableMistake['at'] = 'value'): null => {
    mistakes.push({ path, at, text: message });
    return null;
  };
  const attempt = <T>(path: Path, make: () => T): T | null => {
    try {
      return make();
    } catch (error) {
      if (error instanceof ExpressionError) return fail(path, error.text);
      throw error;
    }
  };
  const population = populationOf[file.population ?? 'persons'];
  const columns = columnsOfTable(population);
  const scope: Scope = { columns, called: populationWords[population], place };
  const columnAt = (path: Path, word: string): Column | null => {
    const column = columnCalled(columns, word);
    if (column !== undefined) return column;
    const names = columns.flatMap(({ name: code, label }) => [code, label.zh, label.en]);
    return fail(path, say.unknownColumn(scope.called, word, suggest(word, names)));
  };

  if (!/^[a-z][a-z0-9_]{0,39}$/.test(name)) fail([], say.tableName(name), 'key');
  const filter = file.filter === undefined ? null : attempt(['filter'], () => compileAs(file.filter!, 'flag', scope));
  const area = columnAt(['area'], file.area ?? ownAreas[population]);
  if (area !== null && area.labels !== areaLabels && area.labels !== cityAreaLabels)
    fail(['area'], say.notAnArea(area.name));
  const measure = measureOf(file.measure ?? 'count', population, { attempt, fail, columnAt, scope });
  const groups = (['rows', 'columns'] as const).flatMap((side) =>
    (file[side] ?? []).map((written, n) => groupOf(written, [side, n], { fail, columnAt, place })),
  );
  const names = groups.map((group) => group?.column.name);
  names.forEach((each, n) => {
    const rows = file.rows?.length ?? 0;
    if (each !== undefined && names.indexOf(each) < n)
      fail(n < rows ? ['rows', n] : ['columns', n - rows], say.columnTwice(each));
  });
  if (run !== undefined)
    file.years?.forEach((year, n) => {
      if (year < run.first || year > run.last) fail(['years', n], say.yearOutside(run.first, run.last, year));
    });
  const all = [...groups, ...(measure?.kind === 'transition' ? afterwards(measure.from) : [])].filter(
    (group) => group !== null,
  );
  const size = all.reduce((product, { labels }) => product * labels.length, 1);
  if (size > MOST_CELLS) fail([], say.tooManyCells(MOST_CELLS, size), 'key');
  if (mistakes.length > 0 || measure === null || area === null) return { table: null, mistakes };
  const unit = unitOfMeasure(measure, population);
  const guard = file.guard ?? null;
  const isCount = measure.kind === 'count' || measure.kind === 'transition';
  const cellOf = (labels: readonly Label[]): Cell => {
    const ending = labels.map((label) => `.${label.name}`).join('');
    return {
      name: `table.${unit}.${name}${ending}`,
      labels,
      counted: guard !== null && !isCount ? `table.${population}.${name}:count${ending}` : null,
    };
  };
  const table: Table = {
    name,
    title: file.title ?? text(name, name),
    population,
    filter,
    filterText: file.filter ?? null,
    measured: measuredIn(file.measure ?? 'count'),
    groups: all,
    rowGroups: (file.rows ?? []).length + (measure.kind === 'transition' ? 1 : 0),
    measure,
    unit,
    area,
    years: file.years === undefined ? null : [...new Set(file.years)].sort((a, b) => a - b),
    guard,
    cells: combinations(all.map(({ labels }) => labels)).map(cellOf),
  };
  return { table, mistakes: [] };
}

/** What is measured, as it was written: `land_mu`, of a quantile with which one, `land_mu, 0.5`; null of a count. */
function measuredIn(written: NonNullable<TableFile['measure']>): string | null {
  if (written === 'count') return null;
  const kind = measureNames.find((each) => written[each] !== undefined)!;
  return kind === 'quantile' ? `${written.quantile}, ${written.at}` : written[kind]!;
}

interface Tools {
  readonly attempt: <T>(path: Path, make: () => T) => T | null;
  readonly fail: (path: Path, message: Localized) => null;
  readonly columnAt: (path: Path, word: string) => Column | null;
  readonly scope: Scope;
}

const measureNames = ['sum', 'mean', 'share', 'quantile', 'transition'] as const;

function measureOf(
  written: NonNullable<TableFile['measure']>,
  population: PopulationName,
  { attempt, fail, columnAt, scope }: Tools,
): Measure | null {
  if (written === 'count') return { kind: 'count' };
  const [kind, ...others] = measureNames.filter((each) => written[each] !== undefined);
  if (kind === undefined || others.length > 0)
    return fail(['measure'], say.oneMeasure(kind === undefined ? [] : [kind, ...others]));
  const path = ['measure', kind];
  if (kind === 'transition') {
    if (population === 'events') return fail(path, say.transitionOfEvents());
    const column = columnAt(path, written.transition!);
    if (column === null) return null;
    if (column.type !== 'code' && column.type !== 'flag') return fail(path, say.notACategory(column.name));
    return { kind, from: groupOfCategory(column, scope.place) };
  }
  if (kind === 'quantile' && written.at === undefined) return fail(path, say.quantileAt());
  const of = attempt(path, () => compileAs(written[kind]!, kind === 'share' ? 'flag' : 'number', scope));
  if (of === null) return null;
  if (of.column?.type === 'identity') return fail(path, say.identity(of.column.name));
  return kind === 'quantile' ? { kind, of, at: written.at! } : { kind, of };
}

/** The state before and the state after of a transition. */
const afterwards = (from: Group): readonly Group[] => [from, { ...from, labels: [...from.labels, gone] }];

const noYes: readonly Label[] = [
  { name: 'no', words: text('否', 'no') },
  { name: 'yes', words: text('是', 'yes') },
];

/** Groups of a column of categories; those without a value are a group of their own. */
function groupOfCategory(column: Column, place: Place): Group {
  const own = column.type === 'flag' ? noYes : column.labels(place);
  const labels = column.gaps ? [...own, missing] : own;
  return { column, labels, open: withGaps(column, own.length) };
}

const withGaps =
  (column: Column, last: number, of: (value: number) => number = (value) => value) =>
  (open: Open): Reader => {
    const read = open(column);
    return (row) => {
      const value = read(row);
      return Number.isNaN(value) ? last : of(value);
    };
  };

type Written = NonNullable<TableFile['rows']>[number];

function groupOf(
  written: Written,
  path: Path,
  { fail, columnAt, place }: Pick<Tools, 'fail' | 'columnAt'> & { readonly place: Place },
): Group | null {
  const column = columnAt(
    typeof written === 'string' ? path : [...path, 'column'],
    typeof written === 'string' ? written : written.column,
  );
  if (column === null) return null;
  if (column.type === 'identity') return fail(path, say.identity(column.name));
  const isNumber = column.type === 'whole' || column.type === 'number';
  if (typeof written === 'string')
    return isNumber ? fail(path, say.needsBands(column.name)) : groupOfCategory(column, place);
  if (!isNumber) return fail([...path, 'bands'], say.bandsOfCode(column.name));
  const { bands } = written;
  if (bands.some((edge, n) => n > 0 && edge <= bands[n - 1])) return fail([...path, 'bands'], say.bandsRise());
  const edges = bands[0] > 0 ? [0, ...bands] : bands;
  const labels = edges.map((edge, n): Label => {
    const next = edges[n + 1];
    const last = column.type === 'whole' ? next - 1 : next;
    const name = next === undefined ? `${edge}+` : last === edge ? `${edge}` : `${edge}-${last}`;
    return { name, words: text(name, name) };
  });
  const band = (value: number): number => {
    let n = edges.length - 1;
    while (n > 0 && value < edges[n]) n--;
    return n;
  };
  return {
    column,
    labels: column.gaps ? [...labels, missing] : labels,
    open: withGaps(column, labels.length, band),
  };
}

function unitOfMeasure(measure: Measure, population: PopulationName): IndicatorUnit {
  switch (measure.kind) {
    case 'count':
    case 'transition':
      return population;
    case 'share':
      return 'percent';
    default: {
      const unit = measure.of.column?.unit ?? 'number';
      return unit === 'km' ? 'number' : unit;
    }
  }
}

const combinations = (lists: readonly (readonly Label[])[]): Label[][] =>
  lists.reduce<Label[][]>((found, labels) => found.flatMap((first) => labels.map((label) => [...first, label])), [[]]);

/** A cell in words: the title with its labels in brackets. */
export function cellWords({ title }: Pick<Table, 'title'>, { labels }: Pick<Cell, 'labels'>): Localized {
  if (labels.length === 0) return title;
  const named = (lang: 'zh' | 'en') => labels.map(({ words }) => words[lang]).join(marks.comma[lang]);
  return text(`${title.zh}（${named('zh')}）`, `${title.en} (${named('en')})`);
}

/** Every column a table reads. */
export function columnsUsed({ filter, groups, measure, area }: Table): readonly Column[] {
  const used = new Set<Column>([area]);
  const note: Open = (column) => {
    used.add(column);
    return () => 0;
  };
  filter?.open(note);
  for (const group of groups) group.open(note);
  if (measure.kind !== 'count' && measure.kind !== 'transition') measure.of.open(note);
  return [...used];
}

/** Tables that were checked before, ready for a place. */
export function tablesFor(tables: TablesFile, place: Place): Table[] {
  return Object.entries(tables).map(([name, file]) => {
    const { table, mistakes } = compileTable(name, file, place);
    if (table === null) throw new Error(`table ${name}: ${mistakes.map(({ text: said }) => said.en).join('; ')}`);
    return table;
  });
}
