/** Root of an increasing function on [-30, 30] (log-odds), by bisection; the nearer end when it has none there. */
export function solve(difference: (x: number) => number): number {
  let low = -30;
  let high = 30;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (difference(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}
