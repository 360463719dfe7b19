/**
 * Iterative proportional fitting of a small table to row and column totals (Deming and Stephan 1940). Columns are met
 * exactly, rows as nearly as the two sets of totals agree. Row totals are rescaled to the sum of the columns.
 */
export function rake(
  seed: readonly (readonly number[])[],
  rowTotals: readonly number[],
  columnTotals: readonly number[],
): number[][] {
  const cells = seed.map((row) => [...row]);
  const scale = total(columnTotals) / total(rowTotals);
  for (let round = 0; round < 100; round++) {
    for (const [r, row] of cells.entries()) {
      const factor = ratio(rowTotals[r] * scale, total(row));
      for (let c = 0; c < row.length; c++) row[c] *= factor;
    }
    for (let c = 0; c < columnTotals.length; c++) {
      const factor = ratio(columnTotals[c], total(cells.map((row) => row[c])));
      for (const row of cells) row[c] *= factor;
    }
  }
  return cells;
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const ratio = (wanted: number, present: number): number => (present > 0 ? wanted / present : 0);
