import { keep, show } from '../report.ts';
import { ratio, spread, withEnds } from '../spread.ts';
import type { Ready, Timed } from './protocol.ts';
import { startRunner } from './start-runner.ts';
import { buildWorktree } from './worktree.ts';

/**
 * The full model of this working tree against another revision, each in a process of its own, replicate by replicate in turn.
 * Ratios are of speed: above 1 this one is faster.
 */
export async function compareWith(revision: string, city: string, years: number, rounds: number): Promise<void> {
  const other = buildWorktree(revision);
  const here = await startRunner('.', city, years);
  const there = await startRunner(other.root, city, years);
  const own: Timed[] = [];
  const theirs: Timed[] = [];
  for (let round = 0; round < rounds; round++) {
    const turns = [
      async () => own.push(await here.ask('replicate')),
      async () => theirs.push(await there.ask('replicate')),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
  }
  here.stop();
  there.stop();

  const speed = speeds(own, here.ready);
  const theirSpeed = speeds(theirs, there.ready);
  const faster = ratio(speed, theirSpeed);
  const same = here.ready.result === there.ready.result;
  show(`${city}, ${years} years`, `${rounds} rounds in turn; medians (ends)`);
  show('this working tree', `${withEnds(spread(speed))} million person-years a second`);
  show(other.commit, `${withEnds(spread(theirSpeed))} million person-years a second`);
  show(`this / ${other.commit}`, withEnds(faster));
  show('results', same ? 'the same to the last bit' : 'differ');
  const steps = compareSteps({ timed: own, ...here.ready }, { timed: theirs, ...there.ready });
  console.log(
    ['ns a person-year'.padEnd(28), ...['this', other.commit, 'ratio'].map((head) => head.padStart(12))].join(''),
  );
  for (const { step, here: ours, there: their, ratio: times } of steps) {
    const cells = [ours?.toFixed(1), their?.toFixed(1), times?.toFixed(2)];
    console.log([`  ${step}`.padEnd(28), ...cells.map((cell) => (cell ?? '').padStart(12))].join(''));
  }
  keep(`${city}-vs-${other.commit}`, { city, years, rounds, speed, theirSpeed, ratio: faster, same, steps });
}

/** Million person-years a second, by round. */
const speeds = (timed: readonly Timed[], { personYears }: Ready): number[] =>
  timed.map(({ seconds }) => personYears / seconds / 1e6);

interface Side extends Ready {
  readonly timed: readonly Timed[];
}

/** Nanoseconds a person-year of each step on both sides, and how many times as fast this one is; a step may be on one side only. */
function compareSteps(here: Side, there: Side) {
  const costs = ({ timed, personYears }: Side, step: string): number[] | null =>
    timed[0].steps?.[step] === undefined ? null : timed.map(({ steps }) => (steps![step] / personYears) * 1e9);
  const names = [here, there].flatMap(({ timed }) => Object.keys(timed[0].steps!));
  return [...new Set(names)].map((step) => {
    const [own, theirs] = [costs(here, step), costs(there, step)];
    return {
      step,
      here: own && spread(own).median,
      there: theirs && spread(theirs).median,
      ratio: own && theirs && ratio(theirs, own).median,
    };
  });
}
