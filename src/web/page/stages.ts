/** Pairs of the first answer: with fewer, its error would be a guess. */
const FIRST = 6;

/**
 * Numbers of pairs after which an answer is shown: the first few, twice as many and so on, all at last. Those at hand make one answer.
 * @param there pairs that need not be simulated
 */
export function stagesOf(pairs: number, there: number): number[] {
  const stages: number[] = [];
  for (let stage = FIRST; stage < pairs; stage *= 2) if (stage > there) stages.push(stage);
  return there >= FIRST && there < pairs ? [there, ...stages, pairs] : [...stages, pairs];
}
