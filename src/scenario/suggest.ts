/** The candidate a mistyped word most likely stands for, or undefined when none is close. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const distance = typed.length > 2 && known.endsWith(`.${typed}`) ? 1 : editDistance(typed, known, least);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Letters added, left out, mistaken or swapped with the next; `limit` or more is reported as `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const distance = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [distance[i - 1][j - 1] + (same ? 0 : 1), distance[i - 1][j] + 1, row[j - 1] + 1];
      row.push(Math.min(...steps, swapped ? distance[i - 2][j - 2] + 1 : limit));
    }
    distance.push(row);
  }
  return Math.min(distance[a.length][b.length], limit);
}
