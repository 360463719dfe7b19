import type { InputFile } from '../../run/input-file.ts';
import { packageName, packageVersion } from '../../run/package.ts';
import type { Calibration } from '../../scenario/calibration.ts';
import type { Calibrated } from './calibrate.ts';
import type { Fitted } from './fit-jointly.ts';
import type { JointFit } from './leave-one-out.ts';
import type { Discrepancy, LinearModel, Prior } from './linear-model.ts';
import { parameterDraws } from './parameter-draws.ts';
import { drawPosterior } from './posterior-draws.ts';
import { priorSd } from './prior.ts';
import {
  estimatesOf,
  type KindSummary,
  kindSummaries,
  outcomesOf,
  type ParameterSummary,
  type PrefectureSummary,
  parameterSummaries,
} from './summary.ts';
import { targetKinds } from './target-kinds.ts';

/** data/calibration/<name>.json: what a run draws from, how it was found, and what it takes to leave a prefecture out. */
export interface CalibrationFile extends Calibration {
  readonly name: string;
  readonly package: { readonly name: string; readonly version: string };
  /** Hash of scenarios, data, code and options of the fit. */
  readonly hash: string;
  readonly seed: string;
  readonly replicates: number;
  readonly check: number;
  readonly rounds: number;
  readonly ended: Fitted['ended'];
  readonly refused: number;
  readonly shift: number;
  readonly seconds: number;
  readonly parameters: ParameterSummary[];
  readonly kinds: readonly KindSummary[];
  readonly prefectures: Record<string, PrefectureSummary & Calibration['prefectures'][string]>;
  readonly prior: Prior;
  readonly variances: {
    readonly spread: readonly number[];
    readonly discrepancy: Readonly<Record<string, Discrepancy>>;
  };
  readonly models: readonly LinearModel[];
  readonly inputs: readonly InputFile[];
}

interface FileOptions {
  readonly name: string;
  /** Joint draws to keep. */
  readonly draws: number;
  /** Text the draws follow from. */
  readonly seed: string;
  readonly replicates: number;
  readonly check: number;
  /** Files the figures come from, beside those of the scenarios. */
  readonly files: readonly InputFile[];
}

/** The file of a finished calibration. */
export function calibrationFile(calibrated: Calibrated, options: FileOptions): CalibrationFile {
  const { cases, parameters, prior, fitted, hash, seconds } = calibrated;
  const { name, seed, replicates, check } = options;
  const { posterior, variances, models, rounds, ended, refused, shift } = fitted;
  const drawn = drawPosterior(posterior, variances.spread, options.draws, seed);
  const withDraws = (centre: readonly number[], draws: readonly (readonly number[])[]) => {
    const { parameters: _names, ...rest } = parameterDraws(parameters, centre, draws);
    return rest as Calibration['elsewhere'];
  };
  const outcomes = new Map(
    cases.map(({ inputs, targets }) => [inputs.city.code, outcomesOf(inputs.city.code, targets, fitted)]),
  );
  const prefectures = cases.map(({ inputs }) => {
    const { code, name: cityName, areas } = inputs.city;
    const city = posterior.cities.get(code)!;
    const summary: PrefectureSummary = {
      city: code,
      name: cityName,
      scenario: inputs.command.scenario,
      sample: inputs.command.sample,
      areas: areas.map((area) => ({ code: area.code, name: area.name })),
      estimates: estimatesOf(parameters, city, priorSd(prior)),
      outcomes: outcomes.get(code)!,
    };
    return [code, { ...summary, ...withDraws(city.mean, drawn.cities.get(code)!) }] as const;
  });
  const read = [...options.files, ...cases.flatMap(({ inputs }) => inputs.files)];
  const files = new Map(read.map((file) => [file.path, file]));
  return {
    format: 1,
    name,
    baseYear: 2010,
    package: { name: packageName, version: packageVersion },
    hash,
    ...{ seed, replicates, check, rounds, ended, refused, shift, seconds: Math.round(seconds) },
    parameters: parameterSummaries(parameters, prior, fitted),
    kinds: kindSummaries(targetKinds, [...outcomes.values()].flat(), variances),
    elsewhere: withDraws(posterior.common.mean, drawn.elsewhere),
    prefectures: Object.fromEntries(prefectures),
    prior,
    variances: { spread: variances.spread, discrepancy: variances.discrepancy },
    models,
    inputs: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** What leaving a prefecture out needs, read back from the file. */
export function jointFitOf({ parameters, prior, models, variances, prefectures, seed }: CalibrationFile): JointFit {
  const weights = Object.values(prefectures).map(
    ({ city, outcomes }) => [city, outcomes.map(({ weight }) => weight)] as const,
  );
  return { parameters, prior, models, variances: { ...variances, weights: new Map(weights) }, seed };
}
