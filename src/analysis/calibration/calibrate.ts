import path from 'node:path';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { packageVersion } from '../../run/package.ts';
import type { Session } from '../../run/session.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { blockTargets, hindcastTargets } from '../hindcast/targets.ts';
import { type Fitted, fitJointly } from './fit-jointly.ts';
import type { Prior } from './linear-model.ts';
import { type FittedTarget, fittedTargets } from './measure.ts';
import { type CalibratedParameter, calibratedParameters } from './parameters.ts';
import { priorOf } from './prior.ts';
import { simulatedPrefecture } from './simulated-prefecture.ts';
import type { Prefecture } from './tangent.ts';
import { targetKinds } from './target-kinds.ts';
import { clockIn, doneIn, simulatorHash } from './work-folder.ts';

/** Digits of the hash in the name of the work folder. */
const HASH_DIGITS = 10;

/** A prefecture to fit: a scenario from the census of 2010, and what it is to meet. */
export interface Case {
  /** Loaded with the sample of the fit. */
  readonly inputs: Inputs;
  readonly targets: readonly FittedTarget[];
}

/**
 * The cases of some scenarios, by prefecture, whatever the order they were named in.
 * @param message text for the user of a case that cannot be fitted
 * @throws InputError for a scenario without later figures, or two of one prefecture
 */
export function casesOf(
  read: ReadText,
  all: readonly Inputs[],
  message: (problem: 'baseYear' | 'noTargets' | 'twice', inputs: Inputs) => string,
): Case[] {
  const mistakes: Issue[] = [];
  const cases = all.map((inputs, index) => {
    const { scenario, city } = inputs;
    const refuse = (problem: Parameters<typeof message>[0]) => {
      mistakes.push({ file: scenario.file, message: message(problem, inputs) });
      return { inputs, targets: [] };
    };
    if (scenario.baseYear !== 2010) return refuse('baseYear');
    if (all.findIndex((other) => other.city.code === city.code) < index) return refuse('twice');
    const targets = fittedTargets([...hindcastTargets(read, city), ...blockTargets(read, city)]);
    return targets.length === 0 ? refuse('noTargets') : { inputs, targets };
  });
  if (mistakes.length > 0) throw new InputError(mistakes);
  return cases.sort((a, b) => (a.inputs.city.code < b.inputs.city.code ? -1 : 1));
}

interface CalibrateOptions {
  readonly replicates: number;
  /** Share of the households in the final check. */
  readonly check: number;
  /** Most rounds of slopes. */
  readonly rounds: number;
  /** Parent of the work folder. */
  readonly out: string;
  readonly parameters?: readonly CalibratedParameter[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Points simulated so far by this call, those expected to follow, and those found done. */
interface Progress {
  readonly simulated: number;
  readonly left: number;
  readonly found: number;
}

export interface Calibrated {
  readonly cases: readonly Case[];
  readonly parameters: readonly CalibratedParameter[];
  readonly prior: Prior;
  readonly fitted: Fitted;
  /** `calibration-<hash>` below `out`: every simulation that was made. */
  readonly workFolder: string;
  /** Hash of everything the fit depends on. */
  readonly hash: string;
  /** Seconds over all calls that worked on it. */
  readonly seconds: number;
}

/** Where the simulations of a calibration are kept, named for everything they depend on. */
export function workFolderOf(cases: readonly Case[], options: CalibrateOptions): { workFolder: string; hash: string } {
  const { replicates, check, out, parameters = calibratedParameters } = options;
  const scenarios = cases.map(({ inputs }) => [inputs.hash, inputs.command.sample]).sort();
  const figures = cases.flatMap(({ targets }) =>
    targets.map(({ kind, area, year, observed }) => [kind.indicator, area, year, observed]),
  );
  const identity = {
    version: packageVersion,
    code: simulatorHash(),
    scenarios,
    figures,
    replicates,
    check,
    parameters,
  };
  const hash = sha256(canonicalJson({ ...identity, kinds: targetKinds }));
  return { workFolder: path.join(out, `calibration-${hash.slice(0, HASH_DIGITS)}`), hash };
}

/**
 * Fits all cases jointly. The result is a function of the cases and options alone; what was simulated before under the same
 * hash is taken from the work folder.
 * @throws JobFailed, Interrupted; what is simulated by then stays in the work folder
 */
export async function calibrate(
  session: Session,
  cases: readonly Case[],
  options: CalibrateOptions,
): Promise<Calibrated> {
  const { replicates, check, rounds, signal, onProgress, parameters = calibratedParameters } = options;
  const { workFolder, hash } = workFolderOf(cases, options);
  const progress = { simulated: 0, left: 0, found: 0 };
  const clock = clockIn(workFolder);
  const onEvaluation = (seconds: number): void => {
    if (seconds > 0) clock.spent();
    progress[seconds > 0 ? 'simulated' : 'found']++;
    progress.left = Math.max(0, progress.left - 1);
    onProgress?.(progress);
  };
  const prefectures = cases.map(({ inputs, targets }): Prefecture => {
    const samples = { fit: inputs.command.sample, check: Math.max(check, inputs.command.sample) };
    const done = doneIn(path.join(workFolder, inputs.city.code));
    return simulatedPrefecture(inputs, targets, {
      session,
      parameters,
      replicates,
      samples,
      done,
      signal,
      onEvaluation,
    });
  });
  const prior = priorOf(parameters, targetKinds);
  const fitted = await fitJointly(prefectures, prior, {
    rounds,
    onRound: (evaluations) => {
      progress.left = evaluations;
      onProgress?.(progress);
    },
  });
  return { cases, parameters, prior, fitted, workFolder, hash, seconds: clock.spent() };
}
