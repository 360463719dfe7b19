import path from 'node:path';
import { assertMemory } from '../../run/assert-memory.ts';
import { headlines } from '../../run/headline.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { type FinishedRun, runScenario } from '../../run/run-scenario.ts';
import { closeSession, openSession, type Session } from '../../run/session.ts';
import { assertWritable } from '../../run/write-results.ts';
import type { Overrides } from '../../scenario/command-line.ts';
import { formatIssue } from '../../scenario/errors.ts';
import { countingOf, countingWarning } from '../counting.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { loadAll } from '../load-all.ts';
import { type Language, messages } from '../messages.ts';
import { type Progress, showProgress } from '../progress.ts';
import type { RunOptions } from './command.ts';
import { drawCharts } from './draw-charts.ts';
import { headlineTable } from './headline-table.ts';
import { nextSteps } from './next-steps.ts';

/**
 * Runs scenarios one after the other on the same threads.
 *
 *   1. read and check all of them; a mistake in any ends the command before anything is computed or written
 *   2. each: run, draw its charts, show its headline indicators
 */
export async function runScenarios(options: RunOptions, lang: Language): Promise<ExitStatus> {
  // 1. read and check
  const inputs = loadAll(
    options.scenario.map((scenario) => commandOf(scenario, options)),
    lang,
  );
  await assertWritable(options.out, (folder) => messages.notWritable(folder)[lang]);
  const workers = Math.min(options.workers, Math.max(...inputs.map(({ scenario }) => scenario.replicates)));
  for (const each of inputs) assertMemory(each, workers);
  for (const line of new Set(inputs.flatMap(({ warnings }) => warnings.map(formatIssue))))
    tell(messages.warning(line)[lang]);
  const counting = countingWarning(inputs);
  if (counting !== null) tell(messages.warning(counting[lang])[lang]);

  // 2. run
  const session = openSession(workers);
  const { signal, release } = interruptSignal();
  const reports: object[] = [];
  try {
    for (const each of inputs) {
      const run = await runOne(session, each, options, signal, lang);
      if (options.json) reports.push(jsonReport(run));
      else process.stdout.write(textReport(run, each, lang));
    }
  } finally {
    release();
    await closeSession(session);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ runs: reports }, null, 2)}\n`);
  return ExitStatus.done;
}

function commandOf(scenario: string, { seed, replicates, from, to, without, definition, sample }: RunOptions) {
  const said = { seed, replicates, from, to, without, definition };
  const overrides = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Overrides;
  return { scenario, overrides, sample };
}

async function runOne(
  session: Session,
  inputs: Inputs,
  { out, strict }: RunOptions,
  signal: AbortSignal,
  lang: Language,
): Promise<FinishedRun> {
  const progress: Progress = showProgress(process.stderr, lang);
  try {
    const run = await runScenario(session, inputs, {
      out,
      strict,
      signal,
      onPhase: (phase) => {
        if (phase === 'base') progress.step(messages.makingBase(inputs.city.name)[lang]);
        if (phase === 'write') progress.step(messages.writing()[lang]);
      },
      onProgress: progress.advance,
    });
    progress.step(messages.drawing()[lang]);
    await drawCharts(run, inputs).catch((error: Error) => tell(messages.chartsFailed(error.message)[lang]));
    return run;
  } finally {
    progress.stop();
  }
}

function textReport({ folder, manifest, results }: FinishedRun, inputs: Inputs, lang: Language): string {
  const { replicates, sample } = manifest.options;
  const title = messages.headline(manifest.scenario.title, replicates)[lang];
  const sampled = sample < 1 ? messages.statedSample(100 * sample)[lang] : '';
  return [
    '',
    `${title}${sampled}`,
    headlineTable(headlines(results, inputs.scenario.definition), countingOf(inputs), lang),
    '',
    messages.resultIn(relative(folder))[lang],
    '',
    messages.next()[lang],
    ...nextSteps(relative(folder), inputs, lang).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function jsonReport({ folder, manifest, results }: FinishedRun): object {
  const { scenario, scenarioHash, resultHash, counts, run } = manifest;
  return {
    scenario: scenario.id,
    folder,
    scenarioHash,
    resultHash,
    counts,
    run,
    headlines: headlines(results, scenario.definition),
  };
}

/** The shorter way to write where a folder is. */
function relative(folder: string): string {
  const below = path.relative('', folder);
  return below.startsWith('..') ? path.resolve(folder) : below;
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
