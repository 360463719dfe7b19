/**
 * The cheapest way to give every row a column of its own, by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
 * @param cost a row a list of as many costs as there are columns, no fewer columns than rows
 * @returns the column of each row
 */
export function assign(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length;
  const columns = cost[0]?.length ?? 0;
  if (columns < rows) throw new RangeError(`${rows} rows for ${columns} columns`);
  const rowPrice = new Float64Array(rows + 1);
  const price = new Float64Array(columns + 1);
  /** Row that holds a column, from 1; column 0 stands for the row that seeks one. */
  const holder = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    holder[0] = row;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isReached = new Uint8Array(columns + 1);
    let at = 0;
    do {
      isReached[at] = 1;
      const current = holder[at];
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (isReached[column]) continue;
        const reduced = cost[current - 1][column - 1] - rowPrice[current] - price[column];
        if (reduced < slack[column]) {
          slack[column] = reduced;
          before[column] = at;
        }
        if (slack[column] < least) {
          least = slack[column];
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (isReached[column]) {
          rowPrice[holder[column]] += least;
          price[column] -= least;
        } else slack[column] -= least;
      }
      at = next;
    } while (holder[at] !== 0);
    for (; at !== 0; at = before[at]) holder[at] = holder[before[at]];
  }
  const found = new Array<number>(rows);
  for (let column = 1; column <= columns; column++) if (holder[column] > 0) found[holder[column] - 1] = column - 1;
  return found;
}
