import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { buildWorktree } from '../model/worktree.ts';
import { keep, show } from '../report.ts';
import { ratio, spread, withEnds } from '../spread.ts';
import { type Question, questionsOf } from './questions.ts';

/** What an answer took. */
interface Took {
  /** Seconds of processor over all threads, and by the clock. */
  readonly processor: number;
  readonly clock: number;
  /** Standard error of the answer, as it tells it. */
  readonly error: number;
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * What answers cost: the commands as a user calls them, in new processes, no base population or evaluation kept beforehand; and in
 * turn with those of another revision where one is named.
 * @param only one of the questions; all when left out
 */
export async function benchAnswers(
  city: string,
  rounds: number,
  revision: string | undefined,
  only: string | undefined,
): Promise<void> {
  const other = revision === undefined ? null : buildWorktree(revision);
  const questions = Object.entries(questionsOf(city)).filter(([name]) => only === undefined || name === only);
  for (const [name, question] of questions) {
    const own: Took[] = [];
    const theirs: Took[] = [];
    for (let round = 0; round < rounds; round++) {
      own.push(await ask('.', question, round));
      if (other) theirs.push(await ask(other.root, question, round));
    }
    const processor = (took: readonly Took[]): number[] => took.map((each) => each.processor);
    showAnswer(`${city}, ${name}`, own, question);
    if (other) {
      showAnswer(`  ${other.commit}`, theirs, question);
      show(`  ${other.commit} / this, processor`, withEnds(ratio(processor(theirs), processor(own))));
    }
    keep(`answers-${city}-${name}`, { city, rounds, args: question.args, own, theirs, against: other?.commit });
  }
}

function showAnswer(label: string, took: readonly Took[], { unit }: Question): void {
  const seconds = (of: (each: Took) => number): string => withEnds(spread(took.map(of)), 1);
  show(
    label,
    `${seconds(({ processor }) => processor)} s of processor, ${seconds(({ clock }) => clock)} s by the clock`,
  );
  show('', `standard error ${took[0].error.toPrecision(2)} ${unit}`);
  if (took.length < 2) return;
  for (const figure of Object.keys(took[0].figures)) {
    const values = took.map(({ figures }) => figures[figure]);
    show(
      '',
      `${figure}: ${mean(values).toPrecision(5)}, over seeds ± ${sampleStandardDeviation(values).toPrecision(2)}`,
    );
  }
}

/** Asks the built command of a package in a new process. A seek that ends without a plan is an answer too. */
async function ask(root: string, { args, errorOf, figuresOf }: Question, round: number): Promise<Took> {
  const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-answers-'));
  const processor = path.join(out, 'processor');
  const preload = new URL('./tell-processor.mjs', import.meta.url).href;
  const start = performance.now();
  const seed = figuresOf === undefined ? [] : ['--seed', `round ${round}`];
  const child = spawn(
    process.execPath,
    ['--import', preload, 'dist/cli/main.js', ...args, ...seed, '--json', '--lang', 'en', '--out', out],
    {
      cwd: root,
      env: { ...process.env, LUOHU_CACHE: 'off', LUOHU_BENCH_PROCESSOR: processor },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  const clock = (performance.now() - start) / 1000;
  if (told === '') throw new Error(`luohu ${args.join(' ')} ended with status ${status}`);
  const answer = JSON.parse(told) as Parameters<Question['errorOf']>[0];
  const folder = path.resolve(root, answer.folder ?? '.');
  const took = {
    processor: Number(readFileSync(processor, 'utf8')),
    clock,
    error: errorOf({ ...answer, folder }),
    figures: figuresOf?.({ ...answer, folder }) ?? {},
  };
  rmSync(out, { recursive: true });
  return took;
}
