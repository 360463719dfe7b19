import { readFileSync } from 'node:fs';
import { cityItems, type FiscalCounts, type StatedCount, type StatedItem, statedItems } from '../fiscal/index.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { fileProblem } from '../scenario/file-problem.ts';
import { messages } from '../scenario/messages.ts';
import { suggest } from '../scenario/suggest.ts';
import { cellIssue, type Row, readTable, type Table, textAt } from '../scenario/tables.ts';

const columns = ['area', 'item', 'year', 'value', 'source'];
/** Vintages before the run that an award can still count, with room for a longer lag. */
const EARLIER = 10;

/**
 * What bureaus state, from a CSV file: area (code, name or `city`), item, year, value (persons, or yuan), source.
 * @throws InputError with every mistake, one line each
 */
export function readStatedCounts(file: string, { areas, run }: Pick<FiscalCounts, 'areas' | 'run'>): StatedCount[] {
  const table = tableOf(file);
  const codes = new Map(
    areas.flatMap(({ code, name }) => [code, name.zh, name.en].map((word) => [word, code] as const)),
  );
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  const stated = table.rows.flatMap((row): StatedCount[] => {
    const found = [...rowIssues(table, row, codes, run), ...twice(table, row, seen)];
    issues.push(...found);
    if (found.length > 0) return [];
    const item = textAt(row, 'item') as StatedItem;
    const area = textAt(row, 'area');
    return [
      {
        area: codes.get(area) ?? area,
        item,
        year: Number(textAt(row, 'year')),
        value: Number(textAt(row, 'value')),
        source: textAt(row, 'source'),
      },
    ];
  });
  if (issues.length > 0) throw new InputError(issues.map((issue) => ({ ...issue, file })));
  return stated;
}

/** The table; what is wrong with it as a whole names the user's file. */
function tableOf(file: string): Table {
  const text = textOf(file);
  try {
    return readTable(() => text, file, columns);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.issues.map((issue) => ({ ...issue, file })));
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
}

function rowIssues(
  table: Table,
  row: Row,
  codes: ReadonlyMap<string, string>,
  { baseYear, endYear }: FiscalCounts['run'],
): Issue[] {
  const [area, item] = [textAt(row, 'area'), textAt(row, 'item')];
  const known = statedItems.find((each) => each === item);
  if (known === undefined)
    return [cellIssue(table, row, 'item', messages.oneOf(statedItems, item, suggest(item, [...statedItems])))];
  const places = cityItems.includes(known) ? ['city'] : [...codes.keys()];
  const issues: Issue[] = [];
  if (!places.includes(area))
    issues.push(cellIssue(table, row, 'area', messages.oneOf(placesShown(known, codes), area, suggest(area, places))));
  const [written, year] = [textAt(row, 'year'), Number(textAt(row, 'year'))];
  const first = known.startsWith('settlers.') || known === 'children' ? baseYear - EARLIER : baseYear + 1;
  if (written.trim() === '' || !Number.isInteger(year))
    issues.push(cellIssue(table, row, 'year', messages.kind('int', written)));
  else if (year < first || year > endYear)
    issues.push(cellIssue(table, row, 'year', messages.between(first, endYear, year)));
  const value = textAt(row, 'value').trim();
  const number = Number(value);
  const whole = known.startsWith('settlers.') || known === 'children';
  if (value === '' || !Number.isFinite(number))
    issues.push(cellIssue(table, row, 'value', messages.kind('number', value)));
  else if (number < 0) issues.push(cellIssue(table, row, 'value', messages.atLeast(0, number)));
  else if (whole && !Number.isInteger(number))
    issues.push(cellIssue(table, row, 'value', messages.kind('int', number)));
  if (textAt(row, 'source').trim() === '') issues.push(cellIssue(table, row, 'source', messages.notEmpty()));
  return issues;
}

const placesShown = (item: StatedItem, codes: ReadonlyMap<string, string>): string[] =>
  cityItems.includes(item) ? ['city'] : [...new Set(codes.values())];

function twice(table: Table, row: Row, seen: Map<string, number>): Issue[] {
  const key = ['area', 'item', 'year'].map((column) => textAt(row, column)).join(' ');
  const before = seen.get(key);
  seen.set(key, before ?? row.line);
  return before === undefined ? [] : [cellIssue(table, row, 'area', messages.rowTwice(key, before))];
}
