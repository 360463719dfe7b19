/**
 * Years of residents a second of one thread, base populations, people registered there who live elsewhere, and charts counted in: 1.4 million
 * in small samples, 2.4 in a whole province (src/run/README.md has the runs). The slower one, so that nobody waits longer than was said.
 */
const PACE = 1.4e6;
/** Shares somebody would choose. */
const SHARES = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005] as const;

/** The largest share of the households with which a run ends within some seconds, as far as can be told beforehand. */
export function sampleWithin(
  seconds: number,
  { residents, years, replicates, workers }: Readonly<Record<'residents' | 'years' | 'replicates' | 'workers', number>>,
): number {
  const needed = (residents * years * replicates) / (PACE * workers);
  return SHARES.find((share) => share * needed <= seconds) ?? SHARES.at(-1)!;
}
