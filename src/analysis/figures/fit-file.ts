import type { Localized } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { FitFile } from '../../run/observations/fit-file.ts';
import type { Fit, Told } from './fit.ts';
import type { FittedFigure } from './fitted-figure.ts';
import type { Scored } from './naive.ts';
import { conditioningOf } from './rows.ts';
import { driverName } from './words.ts';

/** calibration/<name>.json: what a run reads, and what a reader is told of the fit. */
export interface FiguresFit extends FitFile {
  readonly name: string;
  readonly version: string;
  /** Hash of scenario, data, code and options. */
  readonly hash: string;
  readonly title: Localized;
  readonly cityName: Localized;
  readonly areas: readonly { readonly code: string; readonly name: Localized }[];
  readonly sample: number;
  readonly seed: string;
  readonly until: number;
  readonly members: number;
  readonly rounds: number;
  readonly settled: boolean;
  readonly seconds: number;
  readonly told: readonly (Told & { readonly label: Localized })[];
  readonly figures: readonly FittedFigure[];
  readonly contradictions: readonly Localized[];
  readonly surprises: readonly FittedFigure[];
  readonly scores: readonly Scored[];
}

interface Rest
  extends Pick<
    FiguresFit,
    'until' | 'hash' | 'version' | 'seconds' | 'figuresHash' | 'contradictions' | 'surprises' | 'scores'
  > {}

/** The file of a finished fit. */
export function fitFileOf(fit: Fit, { scenario, city, command, figuresOf }: Inputs, rest: Rest): FiguresFit {
  const name = figuresOf ?? scenario.id;
  return {
    format: 2,
    ...{ name, title: scenario.title, city: scenario.city, cityName: city.name, baseYear: scenario.baseYear },
    areas: city.areas.map((area) => ({ code: area.code, name: area.name })),
    ...{ sample: command.sample, seed: scenario.seed },
    ...rest,
    seconds: Math.round(rest.seconds),
    ...{ members: fit.members, rounds: fit.rounds, settled: fit.settled },
    told: fit.told.map((told) => ({ ...told, label: driverName(told.name) })),
    figures: fit.figures,
    conditioning: conditioningOf(fit.known, { name, until: rest.until }),
  };
}
