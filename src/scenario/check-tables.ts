import { InputError, type Issue, said } from './errors.ts';
import { messages } from './messages.ts';
import { provinceTableRules, type TableRule, tableRules, vitalTableNames } from './table-rules.ts';
import { cellIssue, type ReadText, type Row, readTable, type Table, textAt } from './tables.ts';

/** Mistakes of one table that are told one by one; the rest are counted. */
const TOLD = 10;

/** Provinces whose tables were found right, by reader: many places of one are checked once. */
const right = new WeakMap<ReadText, Set<string>>();

/** Checks the tables of one province that a run of a place in it reads. Throws InputError with the mistakes of all. */
export function checkProvince(read: ReadText, province: string): void {
  const known = right.get(read) ?? new Set();
  if (known.has(province)) return;
  const { issues } = issuesOf(read, provinceTableRules(province));
  if (issues.length > 0) throw new InputError(issues);
  right.set(read, known.add(province));
}

/**
 * Checks every table that all runs read.
 *
 *   1 each table: its columns, then cells, rows that repeat a key, rows that are missing
 *   2 the vital tables together: the same years, without a gap
 *
 * Throws InputError with the mistakes of all tables.
 */
export function checkTables(read: ReadText): void {
  const { issues, sound } = issuesOf(read, tableRules);
  const vital = sound.filter(({ file }) => vitalTableNames.some((name) => file.endsWith(`/${name}`)));
  if (issues.length === 0) issues.push(...vital.flatMap((table) => firstOf(missingYears(table, vital), table)));
  if (issues.length > 0) throw new InputError(issues);
}

/** Mistakes of each table by itself, and the tables that have none. */
function issuesOf(read: ReadText, rules: readonly TableRule[]): { issues: Issue[]; sound: Table[] } {
  const issues: Issue[] = [];
  const sound: Table[] = [];
  for (const rule of rules) {
    try {
      const table = readTable(read, rule.name, columnsOf(rule));
      const found = tableIssues(table, rule);
      issues.push(...firstOf(found, table));
      if (found.length === 0) sound.push(table);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  return { issues, sound };
}

const columnsOf = ({ key, cells }: TableRule): string[] => [...new Set([...key, ...Object.keys(cells)])];

/** A mistake that is placed only when it is told: a table of which every cell is wrong has many thousands. */
type Mistake = () => Issue;

function firstOf(mistakes: readonly Mistake[], { file }: Table): readonly Issue[] {
  const told = mistakes.slice(0, TOLD).map((mistake) => mistake());
  const more = mistakes.length - TOLD;
  return more > 0 ? [...told, { file, ...said(messages.andMore(more)) }] : told;
}

/** Wrong cells; only where there are none can rows be told apart by them. */
function tableIssues(
  table: Table,
  { key, cells, where = () => true, complete = {}, identities = [] }: TableRule,
): Mistake[] {
  const rows = table.rows.filter(where);
  const wrong = rows.flatMap((row) =>
    Object.entries(cells).flatMap(([column, rule]) => {
      const message = rule(textAt(row, column), row);
      return message === null ? [] : [() => cellIssue(table, row, column, message)];
    }),
  );
  if (wrong.length > 0 || key.length === 0) return wrong;
  const lines = new Map<string, number>();
  const twice = rows.flatMap((row) => {
    const name = nameOf(row, key);
    const before = lines.get(name);
    if (before !== undefined) {
      const mistake = { file: table.file, line: row.line, ...said(messages.rowTwice(name, before)) };
      return [() => mistake];
    }
    lines.set(name, row.line);
    return [];
  });
  const uneven = [...twice, ...missingRows(table.file, rows, key, complete, lines)];
  if (uneven.length > 0) return uneven;
  return identities.flatMap((identity) =>
    identity(rows).map(
      ({ row, column, text }) =>
        () =>
          cellIssue(table, row, column, text),
    ),
  );
}

const nameOf = (row: Row, columns: readonly string[]): string => columns.map((column) => textAt(row, column)).join(' ');

function missingRows(
  file: string,
  rows: readonly Row[],
  key: readonly string[],
  complete: NonNullable<TableRule['complete']>,
  present: ReadonlyMap<string, number>,
): Mistake[] {
  const free = key.filter((column) => !Object.hasOwn(complete, column));
  const wanted = Object.values(complete).reduce(
    (names, values) => names.flatMap((name) => values.map((value) => `${name} ${value}`)),
    [...new Set(rows.map((row) => nameOf(row, free)))],
  );
  return wanted
    .filter((name) => !present.has(name))
    .map((name) => () => ({ file, ...said(messages.rowMissing(name)) }));
}

/** Years between the first and the last of all the vital tables that one of them lacks. */
function missingYears({ file, rows }: Table, vital: readonly Table[]): Mistake[] {
  const yearsOf = (each: readonly Row[]): Set<number> => new Set(each.map((row) => Number(textAt(row, 'year'))));
  const own = yearsOf(rows);
  const all = vital.flatMap((table) => [...yearsOf(table.rows)]);
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i)
    .filter((year) => !own.has(year))
    .map((year) => () => ({ file, ...said(messages.rowMissing(String(year))) }));
}
