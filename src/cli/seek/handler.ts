import path from 'node:path';
import { type Found, type Question, seek } from '../../analysis/seek/seek.ts';
import { writeSeek } from '../../analysis/seek/write-seek.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { Interrupted } from '../../run/errors.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { closeSession, openSession } from '../../run/session.ts';
import { assertWritable } from '../../run/write-results.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { CACHE } from '../lever-options.ts';
import { type Language, messages } from '../messages.ts';
import { showProgress } from '../progress.ts';
import type { SeekOptions } from './command.ts';
import { drawSeek } from './draw.ts';
import { seekMessages as say } from './messages.ts';
import { questionOf } from './question.ts';
import { obstacle, seekJson, seekText } from './report.ts';

/**
 * Seeks the cheapest plan.
 *
 *   1. read and check the question; a mistake ends the command before anything is computed
 *   2. search, taking up finished evaluations
 *   3. write tables and chart, tell the answer, or in one line what stands in its way
 */
export async function seekPlan(options: SeekOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const { inputs, question } = questionOf(options, lang);
  await assertWritable(options.out, (place) => messages.notWritable(place)[lang]);
  assertMemory(inputs, options.workers);

  // 2
  const found = await searched(inputs, question, options, lang);
  if (found === null) return ExitStatus.interrupted;

  // 3
  if (found.verdict.kind === 'already-met') throw new InputError([said(obstacle(question, found, '')!)]);
  const folder = await writeSeek(options.out, inputs, question, found, (place) =>
    drawSeek(place, inputs.scenario.title, question, found).catch((error: Error) => {
      process.stderr.write(`${messages.chartsFailed(error.message)[lang]}\n`);
    }),
  );
  const told = obstacle(question, found, folder);
  if (options.json) process.stdout.write(`${seekJson(question, found, folder)}\n`);
  if (told !== null) throw new InputError([said(told)]);
  if (!options.json) process.stdout.write(seekText(inputs.scenario.title, question, found, folder, lang));
  return ExitStatus.done;
}

/** The search with its progress; null when it was interrupted. */
async function searched(
  inputs: Inputs,
  question: Question,
  { out, workers }: SeekOptions,
  lang: Language,
): Promise<Found | null> {
  const cache = path.join(out, CACHE);
  const session = openSession(workers);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  try {
    return await seek(session, inputs, question, {
      signal,
      cache,
      onProgress: progress.advance,
      onPhase: (phase, number) => progress.step(say.phases[phase](number)[lang]),
    });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    progress.stop();
    process.stderr.write(`${say.kept(cache)[lang]}\n`);
    return null;
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
}
