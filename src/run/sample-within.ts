/** Person-years a second of one thread, making the base population counted in; measured on two shared cores. */
const PACE = 3e6;
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
