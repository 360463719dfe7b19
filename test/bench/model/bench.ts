import { keep, show } from '../report.ts';
import { type Spread, spread, withEnds } from '../spread.ts';
import { countTraffic } from './count-traffic.ts';
import type { Ready, Timed } from './protocol.ts';
import { startRunner } from './start-runner.ts';
import { timeWorkers } from './time-workers.ts';

const NANO = 1e9;

/** The full model of this package: base population, one replicate by step, merging, worker threads. */
export async function benchModel(city: string, years: number, rounds: number): Promise<void> {
  const runner = await startRunner('.', city, years);
  const { ready } = runner;
  show('persons, households', `${ready.persons} ${ready.households}`);
  show('bytes a person, a household', `${ready.bytesPerPerson} ${ready.bytesPerHousehold}`);

  // 1 by round: base population, replicate, merge
  const bases: number[] = [];
  const merges: number[] = [];
  const replicates: Timed[] = [];
  for (let round = 0; round < rounds; round++) {
    bases.push((await runner.ask('base')).seconds);
    replicates.push(await runner.ask('replicate'));
    merges.push((await runner.ask('merge')).seconds);
  }
  runner.stop();
  const [synthesis, whole, merging] = [bases, replicates.map(({ seconds }) => seconds), merges].map(spread) as [
    Spread,
    Spread,
    Spread,
  ];
  show('base population, s', withEnds(synthesis));
  show('one replicate, s', withEnds(whole));
  show('million person-years a second', (ready.personYears / whole.median / 1e6).toFixed(2));
  show('merging 20 replicates, s', withEnds(merging));

  // 2 by step, with draws and column traffic from a small counted run
  const traffic = countTraffic(city);
  const steps = stepTable(replicates, whole.median, ready);
  showSteps(steps, traffic);

  // 3 worker threads
  const workers = timeWorkers(`scenarios/${city}.yaml`, ready.baseYear + years, Math.max(2, rounds));
  for (const { threads, personYearsPerSecond } of workers) {
    const label = `${threads} worker thread${threads > 1 ? 's' : ''}`;
    show(label, `${(personYearsPerSecond / 1e6).toFixed(2)} million person-years a second`);
  }
  const [one, two] = workers;
  show('2 workers / 1', (two.personYearsPerSecond / one.personYearsPerSecond).toFixed(2));
  keep(city, { city, years, rounds, ...ready, synthesis, whole, merging, steps, traffic, workers });
}

/** Time of one step: seconds of a replicate, and what a person-year and a household-year cost. */
interface StepTime {
  readonly step: string;
  readonly seconds: number;
  readonly perPersonYear: number;
  readonly perHouseholdYear: number;
  readonly share: number;
}

/** Median seconds of every step, and of what lies between them. */
function stepTable(replicates: readonly Timed[], whole: number, { personYears, householdYears }: Ready): StepTime[] {
  const names = Object.keys(replicates[0].steps!);
  const medians = names.map((step) => [step, spread(replicates.map(({ steps }) => steps![step])).median] as const);
  const rest = whole - medians.reduce((sum, [, seconds]) => sum + seconds, 0);
  return [...medians, ['anchoring, counting, rest', rest] as const].map(([step, seconds]) => ({
    step,
    seconds,
    perPersonYear: (seconds / personYears) * NANO,
    perHouseholdYear: (seconds / householdYears) * NANO,
    share: seconds / whole,
  }));
}

function showSteps(steps: readonly StepTime[], traffic: ReturnType<typeof countTraffic>): void {
  const line = (cells: readonly string[]) =>
    cells.map((cell, n) => (n === 0 ? cell.padEnd(28) : cell.padStart(12))).join('');
  console.log(line(['', 'ns/person-y', 'ns/househ.-y', 'share %', 'draws', 'bytes read', 'written']));
  for (const { step, perPersonYear, perHouseholdYear, share } of steps) {
    const counted = traffic[step];
    const perYear = (count: number | undefined) => (count === undefined ? '' : count.toFixed(2));
    const cells = [perPersonYear, perHouseholdYear, 100 * share].map((value) => value.toFixed(1));
    console.log(
      line([`  ${step}`, ...cells, perYear(counted?.draws), perYear(counted?.read), perYear(counted?.written)]),
    );
  }
}
