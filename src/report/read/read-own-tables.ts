import path from 'node:path';
import { cellsOf, type TableCard } from '../../people/table/table-card.ts';
import { readTableCards } from '../../result/read-table-cards.ts';
import { InputError } from '../../scenario/errors.ts';
import type { OwnCell, OwnTable } from '../own-table-input.ts';
import { resultMessages as messages } from './messages.ts';
import { numberOf, readResultTable } from './read-table.ts';

const numbers = ['mean', 'mcse', 'p05', 'p95'] as const;

/**
 * The tables of one's own of a result folder: those of the scenario and those of `luohu tabulate`.
 * @throws InputError where files are missing or not as they were written
 */
export function readOwnTables(folder: string): OwnTable[] {
  return readTableCards(folder).map((card) => readTable(folder, card));
}

function readTable(folder: string, card: TableCard): OwnTable {
  const file = `tables/${card.name}.csv`;
  const columns = card.groups.map(({ column }) => column);
  const rows = readResultTable(folder, file, ['area', 'year', 'replicates', ...columns, ...numbers]);
  const order = new Map(cellsOf(card.groups).map((labels, n) => [labels.map(({ name }) => name).join('\n'), n]));
  const cells = new Map<string, OwnCell>();
  rows.forEach((row, n) => {
    const cell = order.get(columns.map((column) => row[column]).join('\n'));
    if (cell === undefined)
      throw new InputError([{ file: path.join(folder, file), line: n + 2, column: 1, ...messages.noCategory() }]);
    const withheld = (row['withheld'] ?? '') !== '';
    const [mean, mcse, p05, p95] = numbers.map((name) => numberOf(row, name));
    cells.set(`${row['area']} ${row['year']} ${cell}`, { mean, mcse, p05, p95, withheld });
  });
  return {
    card,
    replicates: Math.max(0, ...rows.map((row) => Number(row['replicates']))),
    areas: [...new Set(rows.map((row) => row['area']))],
    years: [...new Set(rows.map((row) => Number(row['year'])))].sort((a, b) => a - b),
    at: (area, year, cell) => cells.get(`${area} ${year} ${cell}`),
  };
}
