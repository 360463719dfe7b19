import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import type { FinishedRun, Phase } from '../../result/run-scenario.ts';
import { Interrupted } from '../../run/errors.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import type { RunEvent, RunRequest, RunSide } from '../scene/api.ts';
import { changes } from '../scene/change.ts';
import { variationFile } from './variation-file.ts';

/** How the command line runs one scenario to a result folder. */
export type RunOne = (
  inputs: Inputs,
  watch: {
    readonly signal: AbortSignal;
    readonly onPhase: (phase: Phase | 'charts') => void;
    readonly onProgress: (years: number, total: number) => void;
  },
) => Promise<FinishedRun>;

/** A full-scale run of both sides, from its start on. */
export interface FullScaleRun {
  readonly id: string;
  /** What it told last; watchers get everything from then on. */
  last: RunEvent;
  readonly watchers: Set<(event: RunEvent) => void>;
  readonly stop: () => void;
  sides: Readonly<Record<RunSide, FinishedRun>> | null;
}

export interface FullScaleOptions {
  readonly out: string;
  readonly lang: Language;
  readonly runOne: RunOne;
  /** One line on an error for the reader. */
  readonly explain: (error: unknown) => string;
}

/** Files of a result folder that are offered for download. */
const offered = [
  'indicators.csv',
  'dictionary.csv',
  'settlements.csv',
  'routes.csv',
  'replicates.parquet',
  'manifest.json',
] as const;

/** Starts a run of the scenario and of its variation; throws InputError before anything is computed. */
export async function startFullScale(
  inputs: Inputs,
  request: RunRequest,
  options: FullScaleOptions,
): Promise<FullScaleRun> {
  const { sample, change } = request;
  const overrides = overridesOf(request);
  const load = (scenario: string): Inputs => loadInputs({ scenario, overrides, sample }, options.lang);
  const base = load(inputs.command.scenario);
  const alternative =
    changes(change) === 0 ? null : load(await variationFile(inputs, change, options.out, options.lang));
  const controller = new AbortController();
  const run: FullScaleRun = {
    id: randomBytes(8).toString('hex'),
    last: { kind: 'progress', side: 'base', phase: 'base', years: 0, total: 0 },
    watchers: new Set(),
    stop: () => controller.abort(),
    sides: null,
  };
  void finish(run, { base, alternative }, controller.signal, options);
  return run;
}

/** Numbers of both sides for the page. */
export const resultsOf = ({ sides }: FullScaleRun): Record<RunSide, readonly ReplicateResult[]> | null =>
  sides && { base: sides.base.results, alternative: sides.alternative.results };

/** Files of a run that are offered: those of every run, and its tables of one's own as `table.<name>.csv`. */
const offeredOf = ({ manifest }: FinishedRun): string[] => [
  ...offered,
  ...manifest.files.flatMap(({ path: file }) => {
    const table = /^tables\/([a-z0-9_]+\.csv)$/.exec(file)?.[1];
    return table === undefined ? [] : [`table.${table}`];
  }),
];

/** Place of an offered file; null for any other name. */
export function resultFile({ sides }: FullScaleRun, side: string, name: string): string | null {
  if (sides === null || (side !== 'base' && side !== 'alternative') || !offeredOf(sides[side]).includes(name))
    return null;
  return path.join(sides[side].folder, name.replace(/^table\./, 'tables/'));
}

async function finish(
  run: FullScaleRun,
  { base, alternative }: { base: Inputs; alternative: Inputs | null },
  signal: AbortSignal,
  { runOne, explain }: FullScaleOptions,
): Promise<void> {
  const tell = (event: RunEvent): void => {
    run.last = event;
    for (const watcher of run.watchers) watcher(event);
  };
  const oneSide = (side: RunSide, inputs: Inputs): Promise<FinishedRun> => {
    let phase: Phase | 'charts' = 'base';
    return runOne(inputs, {
      signal,
      onPhase: (next) => {
        phase = next;
        tell({ kind: 'progress', side, phase, years: 0, total: 0 });
      },
      onProgress: (years, total) => tell({ kind: 'progress', side, phase, years, total }),
    });
  };
  try {
    const before = await oneSide('base', base);
    const after = alternative === null ? before : await oneSide('alternative', alternative);
    run.sides = { base: before, alternative: after };
    const shown = (folder: string): string => path.relative('', folder) || folder;
    tell({
      kind: 'done',
      folders: { base: shown(before.folder), alternative: shown(after.folder) },
      files: { base: offeredOf(before), alternative: offeredOf(after) },
    });
  } catch (error) {
    tell(
      error instanceof Interrupted || signal.aborted
        ? { kind: 'stopped' }
        : { kind: 'failed', message: explain(error) },
    );
  }
}
