import * as XLSX from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookOf } from '../../../src/report/workbook/book.ts';
import { writeWorkbook } from '../../../src/report/workbook/index.ts';
import type { Expression } from '../../../src/report/workbook/sheet.ts';
import { inventedResult } from './fixture.ts';

const result = inventedResult({ areas: 2, years: 6, replicates: 2 });
const MARK = '※';

/** Cells a formula reads, found in its text alone: `'sheet'!A1`, `A1:B9` and names. */
function readBy(formula: string, home: string, names: ReadonlyMap<string, string>): string[] {
  const pattern =
    /(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?|[a-z][a-z0-9]*(?:_[a-z0-9]+)+/g;
  return [...formula.replaceAll(/"[^"]*"/g, '').matchAll(pattern)].flatMap(
    ([whole, sheet, column, row, toColumn, toRow]) => {
      if (column === undefined) return [names.get(whole)!];
      const place = sheet?.replaceAll("''", "'") ?? home;
      const from = XLSX.utils.decode_cell(`${column}${row}`);
      const to = toColumn === undefined ? from : XLSX.utils.decode_cell(`${toColumn}${toRow}`);
      const cells: string[] = [];
      for (let r = from.r; r <= to.r; r++)
        for (let c = from.c; c <= to.c; c++) cells.push(`${place}!${XLSX.utils.encode_cell({ r, c })}`);
      return cells;
    },
  );
}

describe('the mark of an assumption, walked through the file itself', () => {
  let file: XLSX.WorkBook;
  let names: Map<string, string>;
  const at = (place: string): XLSX.CellObject | undefined => {
    const cut = place.lastIndexOf('!');
    return file.Sheets[place.slice(0, cut)]?.[place.slice(cut + 1)];
  };
  beforeAll(async () => {
    file = XLSX.read(await writeWorkbook(result, 'zh'), { cellFormula: true, cellNF: true });
    const plain = (ref: string) =>
      ref.replaceAll('$', '').replace(/^'((?:[^']|'')+)'!/, (_, sheet: string) => `${sheet.replaceAll("''", "'")}!`);
    names = new Map(file.Workbook!.Names!.map(({ Name, Ref }) => [Name, plain(Ref)]));
  }, 60_000);

  /** Whether a cell rests on a coefficient whose row says assumption. */
  const assumed = (() => {
    const known = new Map<string, boolean>();
    const rests = (place: string): boolean => {
      const found = known.get(place);
      if (found !== undefined) return found;
      known.set(place, false);
      const home = place.slice(0, place.lastIndexOf('!'));
      const { f } = at(place) ?? {};
      const row = /\d+$/.exec(place)![0];
      const own = home === '系数' && /!B\d+$/.test(place) && String(at(`系数!G${row}`)?.v).startsWith('假设');
      const is = own || (f !== undefined && readBy(f, home, names).some(rests));
      known.set(place, is);
      return is;
    };
    return rests;
  })();

  test('stands in every number that rests on one, on every sheet', () => {
    const missing: string[] = [];
    let marked = 0;
    for (const sheet of file.SheetNames)
      for (const [address, cell] of Object.entries(file.Sheets[sheet]) as [string, XLSX.CellObject][]) {
        if (address.startsWith('!') || cell.t !== 'n' || !assumed(`${sheet}!${address}`)) continue;
        marked++;
        if (!String(cell.z).includes(MARK)) missing.push(`${sheet}!${address}`);
      }
    expect(marked).toBeGreaterThan(3000);
    expect(missing).toEqual([]);
  });

  test('stands in the coefficients themselves with their ranges, and only in those', () => {
    const page = file.Sheets['系数'];
    const rows = Object.keys(page).flatMap((address) => /^B(\d+)$/.exec(address)?.[1] ?? []);
    const numbered = rows.filter((row) => (page[`B${row}`] as XLSX.CellObject).t === 'n');
    const assumedRows = numbered.filter((row) => String((page[`G${row}`] as XLSX.CellObject).v).startsWith('假设'));
    expect(assumedRows).toHaveLength(result.coefficients.filter(({ mark }) => mark === 'assumption').length);
    for (const row of numbered)
      for (const column of ['B', 'D', 'E'])
        expect(String((page[`${column}${row}`] as XLSX.CellObject).z).includes(MARK), `${column}${row}`).toBe(
          assumedRows.includes(row),
        );
  });

  test('cannot be lost: a source stands beside every coefficient', () => {
    const page = file.Sheets['系数'];
    const rows = Object.keys(page).flatMap((address) => /^B(\d+)$/.exec(address)?.[1] ?? []);
    const sourceless = rows.filter(
      (row) => (page[`B${row}`] as XLSX.CellObject).t === 'n' && !(page[`H${row}`] as XLSX.CellObject)?.v,
    );
    expect(sourceless).toEqual([]);
  });
});

test('no formula hides a figure: its constants are unit conversions, years and percentiles', () => {
  const allowed = new Set([0, 0.001, 0.1, 0.5, 0.9, 1, 12, 10_000]);
  const isYear = (value: number) =>
    Number.isInteger(value) && (Math.abs(value) <= 40 || (value > 2000 && value < 2100));
  const constants = (expression: Expression): number[] => {
    switch (expression.kind) {
      case 'constant':
        return [expression.value];
      case 'binary':
        return [expression.left, expression.right].flatMap(constants);
      case 'choice':
        return [expression.left, expression.right, expression.then, expression.otherwise].flatMap(constants);
      case 'call':
        return expression.operands.flatMap((operand) => (operand.kind === 'range' ? [] : constants(operand)));
      default:
        return [];
    }
  };
  const hidden = bookOf(result, 'zh').sheets.flatMap(({ name, cells }) =>
    [...cells.values()].flatMap(({ content, row, column }) =>
      content === null || typeof content === 'string' || content.kind === 'figure' || content.kind === 'label'
        ? []
        : constants(content)
            .filter((value) => !allowed.has(value) && !isYear(value))
            .map((value) => `${name} ${row},${column}: ${value}`),
    ),
  );
  expect(hidden).toEqual([]);
});
