/** A figure and where the truth may lie. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const exactly = (value: number): Ranged => ({ value, low: value, high: value });

/**
 * A quantity made of several figures: at their values, and its least and greatest over all ends of their ranges, taken each by
 * itself. Exact for formulas that are linear in each figure, as the register's balance is.
 */
export function combined(figures: readonly Ranged[], formula: (...values: number[]) => number): Ranged {
  const ends: number[] = [];
  for (let corner = 0; corner < 2 ** figures.length; corner++) {
    ends.push(formula(...figures.map(({ low, high }, i) => ((corner >> i) & 1 ? high : low))));
  }
  return { value: formula(...figures.map(({ value }) => value)), low: Math.min(...ends), high: Math.max(...ends) };
}
