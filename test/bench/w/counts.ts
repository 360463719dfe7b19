const YEARS = 15;

/** Counts of any number of villages by year: [t - 1] is year t. Settled households are those at the end of the year. */
export interface Counts {
  readonly settled: Int32Array;
  readonly births: Int32Array;
  readonly deaths: Int32Array;
}

export const noCounts = (): Counts => ({
  settled: new Int32Array(YEARS),
  births: new Int32Array(YEARS),
  deaths: new Int32Array(YEARS),
});

/** Sum of counts of different villages, or of different runs. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) {
    for (const what of ['settled', 'births', 'deaths'] as const) {
      for (let y = 0; y < YEARS; y++) sum[what][y] += counts[what][y];
    }
  }
  return sum;
}

/** The 15 lines every program of W prints: year, settled share, persons, births, deaths. */
export const toLines = ({ settled, births, deaths }: Counts, households: number): string[] =>
  Array.from(
    { length: YEARS },
    (_, y) => `${y + 1},${(settled[y] / households).toFixed(6)},${3 * households},${births[y]},${deaths[y]}`,
  );

/** Counts read back from the lines of a program. */
export function fromLines(lines: readonly string[], households: number): Counts {
  const counts = noCounts();
  lines.forEach((line, y) => {
    const [, share, , births, deaths] = line.split(',').map(Number) as [number, number, number, number, number];
    counts.settled[y] = Math.round(share * households);
    counts.births[y] = births;
    counts.deaths[y] = deaths;
  });
  return counts;
}
